/** What lesson 05 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adagradOutside,
  descend,
  gradientDescent,
  objective,
  parabola,
  type PlainObjective,
  quadratic,
  ravine,
  type Rule,
  schedules,
} from "fall-line";
import { byId, expectAnswers, expectOnlyRight, slopes } from "./cards.ts";
import { mean } from "./ravine.ts";

const start = [-8, 1.5];
const narrow = quadratic([0.1, 10]);

/** The words of the lesson: 200 frequent ones, then 200 rare ones, pulled to 2 or to 0 by the toss of a coin. */
function wordsOf(seed: number): PlainObjective {
  const toss = () => ((seed = (seed * 48_271) % 2_147_483_647) < 2 ** 30 ? 0 : 2);
  const labels = Array.from({ length: 1000 }, () => Array.from({ length: 400 }, toss));
  return {
    value: () => 0,
    gradient: (w, _out, t) => labels[t - 1]!.map((label, i) => (i < 200 || t % 50 === 0 ? w[i]! - label : 0)),
  };
}
const zeros = Array.from({ length: 400 }, () => 0);
const kinds = (numbers: ArrayLike<number>) => {
  const all = Array.from(numbers);
  return [all.slice(0, 200), all.slice(200)];
};

const inRavine = (lambda: number, steps: number) =>
  descend(ravine, adagrad, { start, steps, hyper: { lambda } });

describe("lesson 05", () => {
  test("blue takes 1 and 1 in its first step, red nearly nineteen times as much across as along", () => {
    const blue = descend(narrow, adagrad, { start, steps: 50, hyper: { lambda: 1 } });
    const red = descend(narrow, gradientDescent, { start, steps: 50, hyper: { lambda: 0.19 } });
    expect(Array.from(blue.at(1).update)).toEqual([expect.closeTo(1, 6), expect.closeTo(-1, 6)]);
    expect(red.at(1).update[1]! / red.at(1).update[0]!).toBeCloseTo(-18.75, 9);
    expect(blue.effectiveRates(1)[0]! / blue.effectiveRates(1)[1]!).toBeCloseTo(18.75, 4);
    expect(blue.effectiveRates(50)[1]).toBeCloseTo(0.06, 2);
    expect(blue.end.loss).toBeLessThan(red.end.loss);
  });

  test("at 0.2 red bounces for ever between the walls, and at 3 blue comes home", () => {
    const last = (rule: Rule, lambda: number) =>
      descend(narrow, rule, { start, steps: 50, hyper: { lambda } });
    expect(last(gradientDescent, 0.2).path.map(([, y]) => Math.abs(y!).toFixed(9))).toEqual(
      Array.from({ length: 51 }, () => "1.500000000"),
    );
    expect(Math.hypot(...last(adagrad, 3).end.w)).toBeLessThan(1e-6);
  });

  test("by hand: 0.9, then a kappa of 7.24 and 0.833", () => {
    const run = descend(parabola, adagrad, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
    expect(run.at(1).w[0]).toBeCloseTo(0.9, 7);
    expect(run.at(2).kappa[0]).toBeCloseTo(7.24, 6);
    const roots = [3.24, 5.8, 7.24].map(Math.sqrt);
    expect(roots.map((root) => root.toFixed(2))).toEqual(["1.80", "2.41", "2.69"]);
    expect(run.end.w[0]).toBeCloseTo(0.833, 3);
  });

  test("the scale of the loss cancels", () => {
    const end = (on: string) =>
      descend(on, adagrad, { start: [1], steps: 2, hyper: { lambda: 0.1 } }).end.w[0];
    expect(end("1000*x^2")).toBeCloseTo(end("x^2")!, 7);
  });

  describe("the words", () => {
    const words = wordsOf(1);
    /** How far from 1 the two kinds are, as root mean square, half-way and at the end. */
    const off = (on: PlainObjective, rule: Rule, lambda: number, schedule = schedules.constant()) => {
      const run = descend(on, rule, { start: zeros, steps: 1000, hyper: { lambda }, schedule });
      return [500, 1000].map((t) =>
        kinds(run.at(t).w).map((part) => Math.sqrt(mean(part.map((x) => (x - 1) ** 2)))),
      ) as [[number, number], [number, number]];
    };
    const root = { id: "inverse-root", factor: "1/sqrt(t)", parameters: {} };
    const linear = schedules.linear({ steps: 1000 });

    test("with a small rate the rare ones are at 0.18, which 1 - 0.99^20 says", () => {
      const run = descend(words, gradientDescent, { start: zeros, steps: 1000, hyper: { lambda: 0.01 } });
      const [frequent, rare] = kinds(run.end.w).map(mean) as [number, number];
      expect(frequent).toBeCloseTo(1, 1);
      const { answer } = byId["adagrad/rare"].fields.weight;
      expect(rare).toBeCloseTo(answer, 1);
      expect(1 - 0.99 ** 20).toBeCloseTo(answer, 2);
    });

    test("a rare word by itself ends at 0.18 with plain descent, and within 0.01 of 1 with AdaGrad", () => {
      const word: PlainObjective = {
        value: () => 0,
        gradient: (w, _out, t) => [t % 50 === 0 ? w[0]! - 1 : 0],
      };
      const endOf = (rule: Rule, lambda: number) =>
        descend(word, rule, { start: [0], steps: 1000, hyper: { lambda } }).end.w[0]!;
      expect(endOf(gradientDescent, 0.01)).toBeCloseTo(1 - 0.99 ** 20, 12);
      expect(Math.abs(endOf(adagrad, 0.35) - 1)).toBeLessThan(0.01);
    });

    test("the rates of the table are the best: smaller and larger ones leave the worse kind no nearer", () => {
      const worse = (...run: Parameters<typeof off>) => Math.max(...off(...run)[1]);
      for (const [rule, rate, schedule] of [
        [gradientDescent, 0.1, undefined],
        [gradientDescent, 2, root],
        [gradientDescent, 0.22, linear],
        [adagrad, 0.35, undefined],
      ] as const)
        for (const factor of [0.3, 0.7, 1.4, 3])
          expect(worse(words, rule, factor * rate, schedule), `${rule.id} ${factor}`).toBeGreaterThan(
            worse(words, rule, rate, schedule) - 0.005,
          );
    });

    test.each([1, 2, 3, 4])("the balance is AdaGrad's, whatever the tosses (%i)", (seed) => {
      const on = wordsOf(seed);
      const [constant, rooted, falling, adaptive] = [
        off(on, gradientDescent, 0.1),
        off(on, gradientDescent, 2, root),
        off(on, gradientDescent, 0.22, linear),
        off(on, adagrad, 0.35),
      ] as const;
      for (const [, [, rare]] of [constant, rooted, falling, adaptive])
        expect(Math.abs(rare - Math.sqrt(1 / 20)), "all come close to what 20 tosses allow").toBeLessThan(
          0.08,
        );
      expect(constant[1][0] / constant[1][1], "as far off as the rare ones").toBeGreaterThan(0.75);
      expect(rooted[1][0] / adaptive[1][0], "twice as far").toBeGreaterThan(1.8);
      expect(falling[1][0] / adaptive[1][0], "as well, at the end").toBeLessThan(1.25);
      expect(falling[0][0] / adaptive[0][0], "three times as far, half-way").toBeGreaterThan(2.4);
      expect(adaptive[1][0], "within a tenth").toBeLessThan(0.1);
    });

    test("kappa counts occurrences", () => {
      const run = descend(words, adagrad, { start: zeros, steps: 1000, hyper: { lambda: 0.35 } });
      const [often, seldom] = kinds(run.at(1000).kappa).map(mean) as [number, number];
      expect(often / 1000).toBeCloseTo(1, 1);
      expect(seldom / 20).toBeGreaterThan(0.9);
      expect(seldom / 20).toBeLessThan(1.4);
    });
  });

  test("the blue path arrives, and its rates settle near 0.051 and 0.052", () => {
    const run = inRavine(0.3, 20_000);
    expect(Math.abs(run.at(1999).w[0]!)).toBeLessThan(0.001);
    expect([run.at(0).w[0], run.at(1).g[0]]).toEqual([-8, -0.8]); // the table's first row
    expect(run.at(2000).w[0]! / run.at(1000).w[0]!).toBeLessThan(0.01);
    const ever = [1, 10, 50, 200, 1000, 2000, 20_000].map((t) => run.effectiveRates(t));
    expect(ever.every((rate, i) => i === 0 || rate[0]! <= ever[i - 1]![0]!)).toBe(true);
    expect(ever[6]![0]).toBeCloseTo(0.051, 3);
    expect(run.effectiveRates(2000)[1]).toBeCloseTo(0.0525, 4);
    const [at1000, at20000] = [ever[4]![0]!, ever[6]![0]!];
    expect(run.end.loss).toBeLessThan(1e-80);
    expectOnlyRight(byId["adagrad/forever"].options, {
      grows: at20000 > at1000,
      settles: at20000 / at1000 > 0.999 && at20000 > 0,
      shrinks: at20000 / at1000 < 0.9,
    });
  });

  test("on a constant slope step t is lambda over the root of t, and the way about 2 lambda times it", () => {
    const run = descend("-3*x", adagrad, { start: [0], steps: 10_000, hyper: { lambda: 0.5 } });
    for (const t of [1, 100, 10_000]) {
      expect(run.at(t).update[0]).toBeCloseTo(0.5 / Math.sqrt(t), 6);
      expect(run.at(t).kappa[0]).toBe(9 * t);
    }
    for (const t of [100, 400, 1600, 6400]) {
      const way = run.at(t).w[0]!;
      expect(way / Math.sqrt(t)).toBeGreaterThan(0.92);
      expect(way).toBeLessThan(2 * 0.5 * Math.sqrt(t));
    }
    expect(run.at(1600).w[0]! / run.at(400).w[0]!).toBeCloseTo(2, 1);
    const doubled = run.at(10_000).w[0]! / run.at(2500).w[0]!;
    expectOnlyRight(byId["adagrad/total"].options, {
      finite: doubled < 1.5,
      endless: doubled > 1.9,
      stops: run.at(10_000).update[0] === 0,
    });
  });

  test("after the cliff the rate is 0.0058, and halves after 90,000 steps more", () => {
    const cliff: PlainObjective = { value: () => 0, gradient: (_w, _out, t) => [t <= 3 ? -100 : -1] };
    const fallen = descend(cliff, adagrad, { start: [0], steps: 90_003, hyper: { lambda: 1 } });
    expect(fallen.at(3).kappa[0]).toBe(30_000);
    expect(fallen.effectiveRates(3)[0]).toBeCloseTo(0.0058, 4);
    expect(fallen.effectiveRates(90_003)[0]! / fallen.effectiveRates(3)[0]!).toBeCloseTo(1 / 2, 9);
  });

  test("turned by 45 degrees the ravine goes to plain descent by more than a factor of two", () => {
    const rates = Array.from({ length: 61 }, (_, k) => 10 ** ((k - 40) / 20));
    const best = (rule: Rule, angle: number) => {
      const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const from = [-8 * c - 1.5 * s, -8 * s + 1.5 * c];
      const valley = quadratic([0.1, 10], { angle });
      const run = (lambda: number) => descend(valley, rule, { start: from, steps: 100, hyper: { lambda } });
      return Math.min(...rates.map((lambda) => run(lambda).end.loss));
    };
    expect(best(gradientDescent, 45)).toBeCloseTo(0.088, 3); // the reference has .088 against .229
    expect(best(adagrad, 45)).toBeCloseTo(0.227, 2);
    expect(best(gradientDescent, 0)).toBeCloseTo(best(gradientDescent, 45), 9);
    expect(best(adagrad, 0)).toBeLessThan(1e-100);
    expect(best(adagrad, 5) / 2e-10).toBeCloseTo(1, 1);
    expect(best(adagrad, 15)).toBeCloseTo(0.003, 3);
    for (const angle of [30, 60]) expect(best(adagrad, angle)).toBeGreaterThan(best(gradientDescent, angle));
    expect(best(adagrad, 45) / best(gradientDescent, 45)).toBeGreaterThan(2);
  });

  test("turned, plain descent wins from each of 50 starts, each rule with its best rate, and AdaGrad from the floor", () => {
    const rates = Array.from({ length: 61 }, (_, k) => 10 ** ((k - 40) / 20));
    const c = Math.SQRT1_2;
    const valley = quadratic([0.1, 10], { angle: 45 });
    const ratioFrom = (x: number, y: number) => {
      const from = [c * (x - y), c * (x + y)];
      const best = (rule: Rule) =>
        Math.min(
          ...rates.map(
            (lambda) => descend(valley, rule, { start: from, steps: 100, hyper: { lambda } }).end.loss,
          ),
        );
      return best(adagrad) / best(gradientDescent);
    };
    const along = [-10, -8, -6, -4, -2, 2, 4, 6, 8, 10];
    for (const x of along)
      for (const y of [-2, -1.5, 0.5, 1.5, 2]) expect(ratioFrom(x, y)).toBeGreaterThan(2);
    for (const x of along) expect(ratioFrom(x, 0.01), "almost on the floor").toBeLessThan(0.5);
  });

  test("from about 30 degrees on plain descent gets lower, with 50 to 1000 steps and from most starts", () => {
    const rates = Array.from({ length: 31 }, (_, k) => 10 ** ((k - 20) / 10));
    const least = (
      rule: "plain" | "adagrad",
      angle: number,
      steps: number,
      along: number,
      beside: number,
    ) => {
      const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const H = [0.1 * c * c + 10 * s * s, (0.1 - 10) * c * s, 0.1 * s * s + 10 * c * c] as const;
      const losses = rates.map((rate) => {
        let [x, y, kx, ky] = [c * along - s * beside, s * along + c * beside, 0, 0];
        for (let t = 0; t < steps; t++) {
          const [gx, gy] = [H[0] * x + H[1] * y, H[1] * x + H[2] * y];
          [kx, ky] = [kx + gx * gx, ky + gy * gy];
          x -= rule === "plain" ? rate * gx : (rate * gx) / Math.sqrt(kx + 1e-7);
          y -= rule === "plain" ? rate * gy : (rate * gy) / Math.sqrt(ky + 1e-7);
        }
        return (H[0] * x * x + 2 * H[1] * x * y + H[2] * y * y) / 2;
      });
      return Math.min(...losses.filter(Number.isFinite));
    };
    const starts = [-9, -5, -3].flatMap((along) =>
      [-1.5, 0.7, 1.5].map((beside) => [along, beside] as const),
    );
    const adagradWins = (angle: number, steps: number) =>
      starts.filter(
        (start) => least("adagrad", angle, steps, ...start) < least("plain", angle, steps, ...start),
      ).length;
    for (const steps of [50, 200, 1000]) {
      for (const angle of [5, 15]) expect(adagradWins(angle, steps), `${angle}°`).toBe(starts.length);
      expect(adagradWins(33, steps), "33°").toBeLessThan(starts.length / 2);
      expect(adagradWins(45, steps), "45°").toBe(0);
    }
  });

  test("in ten dimensions AdaGrad leads by 100 powers of ten along the axes, seldom by more than 3 in valleys turned at random", () => {
    let seed = 1;
    const toss = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 1 / 2;
    const arrow = () => Array.from({ length: 10 }, () => toss() + toss() + toss());
    const along = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    /** Ten directions at right angles (Gram and Schmidt). */
    const turnedAxes = () => {
      const axes: number[][] = [];
      while (axes.length < 10) {
        const free = axes.reduce((rest, axis) => {
          const part = along(rest, axis);
          return rest.map((x, i) => x - part * axis[i]!);
        }, arrow());
        axes.push(free.map((x) => x / Math.sqrt(along(free, free))));
      }
      return axes;
    };
    const straight = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => +(i === j)));
    /** How many powers of ten AdaGrad ends lower, each rule with its best rate. */
    const lead = (axes: number[][], far: number[]) => {
      const h = far.map((_, i) => 100 ** (i / 9 - 1 / 2));
      const from = far.map((_, i) => axes.reduce((sum, axis, j) => sum + (axis[i]! * far[j]!) / h[j]!, 0));
      const end = (rule: "plain" | "adagrad", rate: number) => {
        const [w, kappa] = [[...from], far.map(() => 1e-7)];
        for (let t = 1; t <= 100; t++) {
          const slopes = axes.map((axis, j) => h[j]! * along(axis, w));
          for (const i of w.keys()) {
            const g = slopes.reduce((sum, slope, j) => sum + slope * axes[j]![i]!, 0);
            kappa[i]! += g * g;
            w[i]! -= rule === "plain" ? rate * g : (rate * g) / Math.sqrt(kappa[i]!);
          }
        }
        return axes.reduce((sum, axis, j) => sum + h[j]! * along(axis, w) ** 2, 0);
      };
      const rates = Array.from({ length: 31 }, (_, k) => 10 ** ((k - 15) / 10));
      const best = (rule: "plain" | "adagrad") =>
        Math.min(...rates.map((rate) => end(rule, rate)).filter(Number.isFinite));
      return Math.log10(best("plain") / best("adagrad"));
    };
    const draws = Array.from({ length: 12 }, arrow);
    const leads = (axes: () => number[][]) => draws.map((far) => lead(axes(), far)).sort((a, b) => a - b);
    expect(leads(() => straight)[6]).toBeGreaterThan(90);
    const [fourth, tenth] = [3, 9].map((rank) => leads(turnedAxes)[rank]!);
    expect(fourth, "mostly ahead").toBeGreaterThan(0);
    expect(tenth, "seldom by more").toBeLessThan(3);
  });

  test("stretched by the fourth roots of kappa the narrow ravine has a Q of 5 to 14, and AdaGrad's step is plain", () => {
    const run = descend(narrow, adagrad, { start, steps: 50, hyper: { lambda: 1 } });
    for (const t of [1, 2, 5, 10, 50]) {
      const [kx, ky] = run.at(t).kappa;
      const Q = (10 / Math.sqrt(ky!)) * (Math.sqrt(kx!) / 0.1);
      expect(Q).toBeGreaterThan(5);
      expect(Q).toBeLessThan(14);
      const unit = kx! ** (1 / 4);
      expect(-run.at(t).g[0]! / unit / unit).toBeCloseTo(run.at(t).update[0]!, 6);
    }
  });

  test("exercise 2: with slopes of 1/sqrt t kappa gains as much in every decade, so the rate falls towards 0", () => {
    const fading = slopes((t) => 1 / Math.sqrt(t));
    const run = descend(fading, adagrad, { start: [0], steps: 100_000, hyper: { lambda: 1 } });
    const kappa = (t: number) => run.at(t).kappa[0]!;
    const [gained, before] = [kappa(100_000) - kappa(10_000), kappa(10_000) - kappa(1000)];
    expect(gained).toBeCloseTo(Math.log(10), 3);
    expectOnlyRight(byId["adagrad/q2"].options, {
      settles: gained < before / 2,
      shrinks: gained > 0.99 * before,
      grows: gained < 0,
    });
  });

  test("exercise 3: after a hundred slopes of 1 one of 10 lowers the rate to 0.071 and makes a step of 0.71", () => {
    const steeper = slopes((t) => (t <= 100 ? 1 : 10));
    const run = descend(steeper, adagrad, { start: [0], steps: 101, hyper: { lambda: 1 } });
    const length = (t: number) => Math.abs(run.at(t).update[0]!);
    expect(run.at(101).kappa[0]).toBe(200);
    expect(length(100)).toBeCloseTo(0.1, 6);
    expect(run.effectiveRates(101)[0]).toBeCloseTo(0.071, 3);
    expectOnlyRight(byId["adagrad/rate"].options, {
      shorter: length(101) < 0.09,
      same: Math.abs(length(101) - 0.1) < 0.02,
      seven: Math.abs(length(101) - 0.7) < 0.05,
      ten: Math.abs(length(101) - 1) < 0.1,
    });
  });

  test("exercise 5: with sizes for squares step t on a constant slope is lambda over t", () => {
    const { given } = byId["adagrad/stuck"];
    let state = { w: [0], kappa: [0] };
    for (let t = 1; t <= 100; t++) {
      const next = given({ ...state, g: [3], t }, { lambda: 0.5, epsilon: 0 }) as typeof state;
      expect(state.w[0]! - next.w[0]!).toBeCloseTo(0.5 / t, 12);
      state = next;
    }
  });

  test("at the slope 0.0001 the first step is 0.3 lambda inside the root and 0.999 lambda outside", () => {
    const first = (rule: Rule) =>
      descend(objective("-0.0001*x"), rule, { start: [0], steps: 1, hyper: { lambda: 1 } }).end.w[0];
    expect(first(adagrad)).toBeCloseTo(0.3, 2);
    expect(first(adagradOutside)).toBeCloseTo(0.999, 5);
  });

  test("exercise 7: AdaGrad does it from about 1.4 on, plain descent from 0.918 to 0.943", () => {
    for (const lambda of [1.4, 3, 10, 40]) expect(inRavine(lambda, 30).end.loss).toBeLessThan(0.01);
    expect(inRavine(1.35, 30).end.loss).toBeGreaterThan(0.01);
    const [above, below] = [4.4, 4.5].map((lambda) => inRavine(lambda, 30).end.loss / 5.45);
    expect(above, "in the picture").toBeGreaterThan(1e-18);
    expect(below, "below it").toBeLessThan(1e-18);
    const tried = Array.from({ length: 31 }, (_, k) => 10 ** ((k - 24) / 6));
    expect(tried.filter((rate) => rate > 0.65 && rate < 1.05).map((rate) => rate.toFixed(2))).toEqual([
      "0.68",
      "1.00",
    ]);
    const plain = (lambda: number) =>
      descend(ravine, gradientDescent, { start, steps: 30, hyper: { lambda } }).end.loss;
    for (const lambda of [0.918, 0.935, 0.943]) expect(plain(lambda)).toBeLessThan(0.01);
    for (const lambda of [0.3, 0.6, 0.9, 0.917, 0.944, 0.96, 1]) expect(plain(lambda)).toBeGreaterThan(0.01);
  });
});

describe("the numbers that cards of lesson 05 ask for", () => {
  const narrow = quadratic([0.1, 10]);
  const blue = descend(narrow, adagrad, { start: [-8, 1.5], steps: 1, hyper: { lambda: 1 } });

  test("the first step of the blue ball and its two rates", () => {
    const [x, y] = blue.at(1).update;
    expectAnswers(byId["adagrad/start"].fields, { x: x!, y: y! });
    const uneven = descend("2*x - 50*y", adagrad, { start: [0, 0], steps: 1, hyper: { lambda: 1 } });
    const [rateX, rateY] = uneven.effectiveRates(1);
    expectAnswers(byId["adagrad/ratio"].fields, { ratio: rateX! / rateY! });
    const askew = quadratic([0.1, 10], { angle: 45 });
    const turned = [-9.5, -6.5].map((x) => x * Math.SQRT1_2);
    const first = descend(askew, adagrad, { start: turned, steps: 1, hyper: { lambda: 1 } });
    expect(Array.from(first.at(1).g, (slope) => slope * Math.SQRT2)).toEqual([
      expect.closeTo(-15.8, 9),
      expect.closeTo(14.2, 9),
    ]);
    const [atX, atY] = first.effectiveRates(1);
    expectAnswers(byId["adagrad/askew"].fields, { times: atY! / atX! });
  });

  test("step 2 with a pencil", () => {
    const run = descend(parabola, adagrad, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
    expectAnswers(byId["adagrad/second"].fields, { kappa: run.at(2).kappa[0]!, x: run.end.w[0]! });
  });

  test("steps after the cliff until the rate is half of what it was", () => {
    const more = byId["adagrad/cliff"].fields.steps.answer;
    const cliff = slopes((t) => (t <= 3 ? 100 : 1));
    const run = descend(cliff, adagrad, { start: [0], steps: more + 3, hyper: { lambda: 1 } });
    expect(run.effectiveRates(more + 3)[0]! / run.effectiveRates(3)[0]!).toBeCloseTo(0.5, 9);
  });
});
