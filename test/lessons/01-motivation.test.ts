/** What lesson 01 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  noisy,
  objective,
  parabola,
  ravine,
  rmsprop,
  type Rule,
  saddle,
  type Trace,
  tune,
  twoWells,
} from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";
import { choices, winsOf } from "./races.ts";
import { mean, plainAt } from "./ravine.ts";

describe("lesson 01", () => {
  test("the smallest model has the loss 16 and the slope -16", () => {
    const model = objective("(2*w - 6)^2", { variables: ["w"] });
    const walk = descend(model, gradientDescent, { start: [1], steps: 1, hyper: { lambda: 0.1 } });
    expect(walk.losses[0]).toBe(byId["motivation/smallest"].fields.loss.answer);
    expect(walk.at(1).g[0]).toBe(byId["motivation/smallest"].fields.slope.answer);
  });

  test("the way down misses the lowest point by 64 degrees", () => {
    const [gx, gy] = plainAt(0.1, 1).at(1).g;
    const degrees = ((Math.atan2(-gy!, -gx!) - Math.atan2(-1.5, 8)) * 180) / Math.PI;
    expect(Math.abs(degrees)).toBeCloseTo(64.4, 1);
    // of the directions that the card names, the one across falls most steeply
    const falls = { along: [1, 0], lowest: [8, -1.5], contour: [gy!, -gx!], across: [-gx!, -gy!] };
    const fall = Object.entries(falls).map(([name, [x = 0, y = 0]]) => ({
      name,
      by: -(gx! * x + gy! * y) / Math.hypot(x, y),
    }));
    const most = Math.max(...fall.map(({ by }) => by));
    expectOnlyRight(
      byId["motivation/arrow"].options,
      Object.fromEntries(fall.map(({ name, by }) => [name, by === most])),
    );
    expect(fall.find(({ name }) => name === "contour")!.by).toBeCloseTo(0, 12);
  });

  test("the slopes of 3x^2 + xy are 6x + y and x", () => {
    const slopes = new Float64Array(2);
    objective("3*x^2 + x*y").gradient(Float64Array.of(2, 5), slopes, 1);
    expect([...slopes]).toEqual([6 * 2 + 5, 2]);
  });

  test("one step in the ravine, and one on the parabola", () => {
    const { x, y } = byId["motivation/step"].fields;
    const step = descend(ravine, gradientDescent, { start: [4, -1], steps: 1, hyper: { lambda: 0.1 } });
    expect([...step.at(1).g]).toEqual([0.4, -2]);
    expect(plainAt(0.3).at(1).w[0]).toBeCloseTo(-7.76, 12);
    expect(Array.from(step.end.w)).toEqual([expect.closeTo(x.answer), expect.closeTo(y.answer)]);
    const once = descend(parabola, gradientDescent, { start: [3], steps: 1, hyper: { lambda: 0.25 } });
    expect(once.end.w[0]).toBe(byId["motivation/once"].fields.x.answer);
  });

  test("the small rate covers a bit more than three quarters, the large one zigzags and gets further", () => {
    const covered = 1 - plainAt(0.3).end.w[0]! / -8;
    expect(covered).toBeCloseTo(0.78, 2);
    expect(byId["motivation/valley"].answer["x"]).toBe(plainAt(0.3).end.w[0]);
    expect(plainAt(0.3).at(1).w[0]! / -8).toBeCloseTo(0.97, 9);
    const signs = plainAt(0.95).path.map(([, y]) => Math.sign(y!));
    expect(signs.every((sign, t) => t === 0 || sign === -signs[t - 1]!)).toBe(true);
    expect(Math.abs(plainAt(0.95).end.w[0]!)).toBeLessThan(Math.abs(plainAt(0.3).end.w[0]!));
  });

  test("on the plain it moves by about 0.1 in 100 steps, is flat for 250, and in the crater at 400", () => {
    const settings = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
    const lost = descend("1 - exp(-(x^2 + y^2))", gradientDescent, settings);
    expect(Math.hypot(lost.at(100).w[0]! - 2.5, lost.at(100).w[1]! - 0.5)).toBeCloseTo(0.1, 1);
    const length = (t: number) => Math.hypot(...lost.at(t).update);
    expect([length(1), length(100)]).toEqual([expect.closeTo(0.0008, 4), expect.closeTo(0.0012, 4)]);
    expect(Math.min(...lost.losses.slice(0, 251))).toBeGreaterThan(0.98);
    expect(lost.losses[400]).toBeLessThan(1e-9);
    const [x = 0, y = 0] = lost.end.w;
    expect(Math.hypot(x, y)).toBeLessThan(1e-6);
    expect(byId["motivation/crater"].answer).toEqual({ x });
  });

  test("plain descent ends in the worse well, momentum in the deeper one", () => {
    const from = { start: [2, 0.8], steps: 200 };
    const plain = descend(twoWells, gradientDescent, { ...from, hyper: { lambda: 0.02 } });
    const heavy = descend(twoWells, momentum, { ...from, hyper: { lambda: 0.02, alpha: 0.9 } });
    const ends = ({ end }: Trace) => ({
      left: Math.abs(end.w[0]! + 0.936) < 0.01,
      right: Math.abs(end.w[0]! - 0.905) < 0.01,
    });
    const [first, second] = [ends(plain), ends(heavy)];
    expect([first.right, second.left]).toEqual([true, true]);
    expect(byId["motivation/quick"].answer).toEqual({ x: heavy.end.w[0], y: heavy.end.w[1] });
    expect(plain.end.loss).toBeGreaterThan(heavy.end.loss);
  });

  test("with 0.99 of its speed the ball goes eight times from well to well, and rests in the worse one", () => {
    const settings = { start: [2, 0.8], hyper: { lambda: 0.02, alpha: 0.99 } };
    const { path, end } = descend(twoWells, momentum, { ...settings, steps: 2000 });
    const wells = path.filter(([x]) => Math.abs(x!) > 0.5).map(([x]) => Math.sign(x!));
    const changes = wells.flatMap((well, t) => (t > 0 && well !== wells[t - 1] ? [t] : []));
    expect(changes).toHaveLength(8);
    expect(changes.at(-1)).toBeLessThan(200);
    expect(Array.from(end.w, (x) => x.toFixed(3))).toEqual(["0.905", "0.000"]);
  });

  test("of 81 starts none ends in the deeper well with 0.8 of the speed, about half with 0.9 and more", () => {
    const nine = Array.from({ length: 9 }, (_, k) => k);
    const starts = nine.flatMap((i) => nine.map((j) => [0.4 + 0.2 * i, -0.8 + 0.2 * j]));
    const leftFrom = (alpha: number, lambda = 0.02) => {
      const settings = { steps: 2000, hyper: { lambda, alpha }, record: "none" } as const;
      const ends = starts.map((start) => descend(twoWells, momentum, { start, ...settings }).end);
      expect(ends.every(({ loss }) => loss < -1)).toBe(true); // each has come to rest in a well
      return ends.filter(({ w }) => w[0]! < 0).length;
    };
    expect([0.82, 0.84, 0.86].map((alpha) => leftFrom(alpha))).toEqual([10, 18, 29]);
    const counts = [0, 0.8, 0.9, 0.95, 0.99].map((alpha) => leftFrom(alpha));
    const [still, at80, ...more] = counts as [number, number, ...number[]];
    expect(still).toBe(0);
    expectOnlyRight(byId["motivation/starts"].options, {
      all: more.at(-1) === 81,
      each: [at80, ...more].every((count) => Math.abs(count / 81 - 0.5) < 0.1),
      half: at80 === 0 && more.every((count) => Math.abs(count / 81 - 0.5) < 0.1),
      fewer: at80 === 81,
    });
    expect([leftFrom(0.8, 0.04), leftFrom(0.9, 0.005)], "with another rate").toEqual([29, 1]);
  });

  test("on the ridge of the saddle the ball stays, beside it the loss passes a shelf", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    expect(run(0).end.w[1]).toBe(0);
    expect(Math.abs(run(0).end.w[0]!), "on the way to the middle").toBeLessThan(0.01);
    expect(Math.abs(run(0.01).losses[25]!)).toBeLessThan(0.01);
    expect(run(0.01).end.loss).toBeLessThan(-1);
    expect(run(0.01).at(10).w[1]! / run(0.01).at(9).w[1]!).toBeCloseTo(1.1, 9);
  });

  test("from beside the ridge, all with the rate 0.05, y is above 1 after 2, 19, 49 and 56 steps", () => {
    const steps = [rmsprop, momentum, gradientDescent, adagrad].map((rule: Rule) => {
      const settings = { start: [1, 0.01], steps: 60, hyper: { lambda: 0.05 } };
      return descend(saddle, rule, settings).path.findIndex(([, y]) => y! > 1);
    });
    expect(steps).toEqual([2, 19, 49, 56]);
  });

  test("at the saddle the ball slows down and passes; on the ridge it stays", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    const lengths = Array.from({ length: 50 }, (_, k) => {
      const [from, to] = [run(0.01).path[k]!, run(0.01).path[k + 1]!];
      return Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!);
    });
    const slowed = Math.min(...lengths) < lengths[0]! / 5;
    expect(lengths[0]! / Math.min(...lengths)).toBeCloseTo(8, 0);
    const passed = Math.abs(run(0.01).end.w[1]!) > 1;
    const onRidge = descend(saddle, gradientDescent, { start: [1, 0], steps: 5000, hyper: { lambda: 0.05 } });
    const slips = onRidge.path.some(([, y]) => y !== 0);
    const rests = Math.hypot(...onRidge.end.w) < 1e-9;
    expectOnlyRight(byId["motivation/saddle"].options, {
      rest: !passed && rests,
      later: slowed && passed && slips,
      one: slowed && passed && rests,
      straight: !slowed && passed && rests,
    });
  });

  test("with noise the ball gets down and does not come to rest, whatever the seed", () => {
    const settings = { start: [-8, 1.5], steps: 300, hyper: { lambda: 0.3 } };
    const late = Array.from({ length: 100 }, (_, k) =>
      descend(noisy(ravine, { size: 1, seed: k + 1 }), gradientDescent, settings).losses.slice(-100),
    );
    const isDown = late.every((losses) => mean(losses) < 5.45 / 10);
    const rests = late.some((losses) => Math.max(...losses) < 0.1);
    expect({ isDown, rests }).toEqual({ isDown: true, rests: false });
  });

  describe("the race", () => {
    const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
    const gridOf = (n: number) => Array.from({ length: n }, (_, k) => 10 ** ((4 * k) / (n - 1) - 3));
    const best = (rule: Rule, grid?: number[]) =>
      tune(beale, rule, { start: [1, 1], steps: 60, ...(grid && { grid }) });
    const lossAt = (rule: Rule, rate: number) =>
      descend(beale, rule, { start: [1, 1], steps: 60, record: "none", hyper: { [rule.rate!]: rate } }).end
        .loss;

    test("with about twenty rates Nesterov gets lowest and momentum least low", () => {
      const tuned = runners.map((rule) => ({ rule, ...best(rule) })).sort((a, b) => a.loss - b.loss);
      expect([tuned[0]!.rule, tuned.at(-1)!.rule]).toEqual([nesterov, momentum]);
      for (const { tried } of tuned) expect(Math.abs(tried.length - 20)).toBeLessThan(5);
    });

    test("among more rates gradient descent gains nothing, momentum falls many times lower and far below it", () => {
      const gain = (rule: Rule) => best(rule).loss / best(rule, gridOf(500)).loss;
      const [plain, heavy] = [gain(gradientDescent), gain(momentum)];
      expect(plain).toBeLessThan(1.5);
      expect(heavy).toBeGreaterThan(5 * plain);
      expect(best(momentum, gridOf(500)).loss).toBeLessThan(best(gradientDescent, gridOf(500)).loss / 5);
    });

    test("the curves of rules that swing are jagged, that of gradient descent is smooth", () => {
      /** The greatest ratio of the losses at two rates a twentieth apart, up to the best rate. */
      const jag = (rule: Rule) => {
        const most = best(rule, gridOf(500)).rate;
        const rates = Array.from({ length: 60 }, (_, k) => most * 1.05 ** (k - 59));
        const logs = rates.map((rate) => Math.log10(lossAt(rule, rate)));
        return Math.max(...logs.slice(1).map((log, k) => Math.abs(log - logs[k]!)));
      };
      expect(jag(gradientDescent)).toBeLessThan(0.3);
      for (const rule of [momentum, nesterov]) expect(jag(rule), rule.id).toBeGreaterThan(1);
    });

    test("with no lucky rate Nesterov is lowest from 12 of 18 starts after 60 steps, Adam from 9 after 120", () => {
      const usual = Object.fromEntries(Object.keys(choices).map((rule) => [rule, [{}]]));
      const [at60, at120] = winsOf(usual, [60, 120], gridOf(101));
      expect([at60!["nesterov"], at120!["adam"], at120!["nesterov"]]).toEqual([12, 9, 3]);
    });

    test("with the rates from the top gradient descent is lowest from (-1, -1)", () => {
      const lowestFrom = (start: number[]) =>
        runners
          .map((rule) => {
            const hyper = { [rule.rate!]: best(rule).rate };
            return { rule, loss: descend(beale, rule, { start, steps: 60, hyper }).end.loss };
          })
          .sort((a, b) => a.loss - b.loss)[0]!.rule;
      expect([lowestFrom([1, 1]), lowestFrom([-1, -1])]).toEqual([nesterov, gradientDescent]);
    });
  });
});
