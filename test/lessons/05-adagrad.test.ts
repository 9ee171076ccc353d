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
} from "fall-line";
import { byId, expectAnswers, expectOnlyRight, slopes } from "./cards.ts";

const start = [-8, 1.5];
const narrow = quadratic([0.1, 10]);
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

  test("the rare weight is at 0.18 with plain descent, near 1 with AdaGrad, whose kappa counts occurrences", () => {
    const words: PlainObjective = {
      value: () => 0,
      gradient: (w, _out, t) =>
        [1, 50].map((every, i) => (t % every === 0 ? w[i]! - ((t / every) % 2 === 1 ? 2 : 0) : 0)),
    };
    const read = (rule: Rule, lambda: number) =>
      descend(words, rule, { start: [0, 0], steps: 1000, hyper: { lambda } });
    const [slow, fast, adaptive] = [
      read(gradientDescent, 0.01),
      read(gradientDescent, 0.5),
      read(adagrad, 0.5),
    ] as const;
    expect(slow.end.w[1]).toBeCloseTo(0.18, 2);
    expect(slow.end.w[0]).toBeCloseTo(1, 1);
    expect(Math.abs(fast.at(1000).w[0]! - fast.at(999).w[0]!)).toBeGreaterThan(0.6);
    expect(Math.abs(adaptive.at(1000).w[0]! - 1)).toBeLessThan(0.01);
    expect(Math.abs(adaptive.at(1000).w[1]! - 1)).toBeLessThan(0.1);
    const [often, seldom] = adaptive.at(1000).kappa as Float64Array;
    expect(often! / 1000).toBeCloseTo(1, 1);
    expect(seldom! / 20).toBeLessThan(1.4);
  });

  test("of 240 rates 0.16 is plain descent's best compromise, and leaves both words a tenth off", () => {
    const words: PlainObjective = {
      value: () => 0,
      gradient: (w, _out, t) =>
        [1, 50].map((every, i) => (t % every === 0 ? w[i]! - ((t / every) % 2 === 1 ? 2 : 0) : 0)),
    };
    const off = (rule: Rule, lambda: number) => {
      const run = descend(words, rule, { start: [0, 0], steps: 1000, hyper: { lambda } });
      const last = [
        [run.at(999).w[0]!, run.at(1000).w[0]!],
        [run.at(950).w[1]!, run.at(1000).w[1]!],
      ];
      return last.map((pair) => Math.max(...pair.map((w) => Math.abs(w - 1))));
    };
    const rates = Array.from({ length: 240 }, (_, k) => 0.001 * 10 ** (k / 75));
    const worse = (lambda: number) => Math.max(...off(gradientDescent, lambda));
    const best = rates.reduce((a, b) => (worse(b) < worse(a) ? b : a));
    expect(Math.abs(best - 0.16), "about 0.16").toBeLessThan(0.01);
    const [frequent, rare] = off(gradientDescent, 0.16);
    expect([frequent, rare]).toEqual([expect.closeTo(0.1, 1), expect.closeTo(0.1, 1)]);
    expect(off(adagrad, 0.5)[0]).toBeLessThan(0.01);
    expect(off(adagrad, 0.5)[1]).toBeCloseTo(0.1, 1);
    for (const lambda of [0.5, 0.6, 0.7, 0.8, 0.9, 1])
      expect(Math.max(...off(adagrad, lambda)), String(lambda)).toBeLessThan(worse(best));
    for (const lambda of [0.3, 1.5])
      expect(Math.max(...off(adagrad, lambda)), String(lambda)).toBeGreaterThan(1.2 * worse(best));
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
    const [plain, scaled] = [best(gradientDescent, 45), best(adagrad, 45)];
    expectOnlyRight(byId["adagrad/turned"].options, {
      adagrad: scaled < plain,
      plain: plain < scaled / 2,
      same: Math.abs(Math.log(scaled / plain)) < 0.5,
    });
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
  });

  test("step 2 with a pencil", () => {
    const run = descend(parabola, adagrad, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
    expectAnswers(byId["adagrad/second"].fields, { kappa: run.at(2).kappa[0]!, x: run.end.w[0]! });
  });

  test("the rare weight", () => {
    const rare: PlainObjective = {
      value: () => 0,
      gradient: (w, _out, t) => [t % 50 === 0 ? w[0]! - ((t / 50) % 2 === 1 ? 2 : 0) : 0],
    };
    const run = descend(rare, gradientDescent, { start: [0], steps: 1000, hyper: { lambda: 0.01 } });
    expect(run.end.w[0]).toBeCloseTo(byId["adagrad/rare"].fields.weight.answer, 2);
    const moves = run.recordedSteps.slice(1).map((t) => run.at(t).update[0]!);
    const [up, down] = [moves.filter((x) => x > 0), moves.filter((x) => x < 0)];
    expect([up.length, down.length]).toEqual([10, 10]);
    expect(Math.min(...up)).toBeGreaterThan(0.018);
    expect(Math.max(...up)).toBeCloseTo(0.02, 9);
    expect(Math.min(...down)).toBeGreaterThan(-0.002);
  });

  test("steps after the cliff until the rate is half of what it was", () => {
    const more = byId["adagrad/cliff"].fields.steps.answer;
    const cliff = slopes((t) => (t <= 3 ? 100 : 1));
    const run = descend(cliff, adagrad, { start: [0], steps: more + 3, hyper: { lambda: 1 } });
    expect(run.effectiveRates(more + 3)[0]! / run.effectiveRates(3)[0]!).toBeCloseTo(0.5, 9);
  });
});
