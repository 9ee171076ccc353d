/** What the prose of the lessons says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  contraction,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  noisy,
  objective,
  type Objective,
  quadratic,
  quadraticTheory,
  ravine,
  rmsprop,
  type Rule,
  saddle,
  tune,
  twoWells,
} from "../../src/index.ts";

const start = [-8, 1.5];
const plainAt = (lambda: number, steps = 50) =>
  descend(ravine, gradientDescent, { start, steps, hyper: { lambda } });
const heavyAt = (lambda: number, alpha: number, steps = 50) =>
  descend(ravine, momentum, { start, steps, hyper: { lambda, alpha } });
const lookingAt = (lambda: number, alpha: number, steps = 50) =>
  descend(ravine, nesterov, { start, steps, hyper: { lambda, alpha } });

/** Steps for one more digit when the error shrinks by this factor. */
const stepsPerDigit = (factor: number) => Math.log(0.1) / Math.log(factor);

describe("lesson 01", () => {
  test("the way down misses the lowest point by a wide angle", () => {
    const [gx, gy] = plainAt(0.1, 1).at(1).g;
    const degrees = ((Math.atan2(-gy!, -gx!) - Math.atan2(-1.5, 8)) * 180) / Math.PI;
    expect(Math.abs(degrees)).toBeCloseTo(64.4, 1);
  });

  test("the small rate covers most of the way, the large one zigzags, a little more climbs out", () => {
    expect(plainAt(0.3).end.w[0]! / -8).toBeLessThan(0.5);
    const signs = plainAt(0.95).path.map(([, y]) => Math.sign(y!));
    expect(signs.every((sign, t) => t === 0 || sign === -signs[t - 1]!)).toBe(true);
    expect(plainAt(1.05).end.loss).toBeGreaterThan(1000);
  });

  test("plain descent ends in the worse well, momentum in the deeper one, more momentum in the worse one", () => {
    const from = (at: number[], steps: number) => ({ start: at, steps });
    const plain = descend(twoWells, gradientDescent, { ...from([2, 0.8], 200), hyper: { lambda: 0.02 } });
    const heavy = descend(twoWells, momentum, {
      ...from([2, 0.8], 200),
      hyper: { lambda: 0.02, alpha: 0.9 },
    });
    const luck = descend(twoWells, momentum, { ...from([2, 0], 400), hyper: { lambda: 0.02, alpha: 0.95 } });
    expect([plain, heavy, luck].map(({ end }) => Math.sign(end.w[0]!))).toEqual([1, -1, 1]);
  });

  test("on the ridge of the saddle the ball stays, beside it the loss passes a shelf", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    expect(run(0).end.w[1]).toBe(0);
    expect(Math.abs(run(0.01).losses[25]!)).toBeLessThan(0.01);
    expect(run(0.01).end.loss).toBeLessThan(-1);
  });

  test("with the rates tuned on Beale, two rules leave the ridge in one step and two are near it after 60", () => {
    const sideways = (rule: Rule, t: number): number => {
      const hyper = { [rule.rate!]: tune(beale, rule, { start: [1, 1], steps: 60 }).rate };
      return descend(saddle, rule, { steps: 60, hyper }).at(t).w[1]!;
    };
    for (const rule of [adagrad, rmsprop]) expect(sideways(rule, 1)).toBeGreaterThan(0.95);
    for (const rule of [momentum, nesterov]) expect(sideways(rule, 60)).toBeLessThan(0.6);
  });

  test("another rule wins on the other surface", () => {
    const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
    const winner = (on: Objective) => {
      const losses = runners.map((rule) => tune(on, rule, { steps: 60 }).loss);
      return runners[losses.indexOf(Math.min(...losses))]!.id;
    };
    expect(winner(beale)).not.toBe(winner(ravine));
  });
});

describe("lesson 02", () => {
  test("the edge of the ravine lies between 0.97 and 1.03, at 1", () => {
    expect(plainAt(0.97).end.loss).toBeLessThan(0.01);
    expect(plainAt(1.03).end.loss).toBeGreaterThan(100);
    expect(quadraticTheory([0.1, 2]).gradientDescent.stableBelow).toBe(1);
  });

  test("a digit takes about 1.15 Q steps at the best rate", () => {
    for (const Q of [20, 200, 10_000]) expect(stepsPerDigit((Q - 1) / (Q + 1)) / Q).toBeCloseTo(1.15, 1);
  });

  test("the bowl askew has the curvatures 3.8 and 0.2", () => {
    const hessian = new Float64Array(4);
    objective("x^2 + 1.8*x*y + y^2").hessian(Float64Array.of(0, 0), hessian);
    expect([...hessian]).toEqual([2, 1.8, 1.8, 2]); // eigenvalues 2 + 1.8 and 2 - 1.8
  });

  test("the noise floor is lambda/(2(2 - lambda))", () => {
    const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
    const { losses } = descend(rough, gradientDescent, { start: [0], steps: 50_000, hyper: { lambda: 0.1 } });
    expect(mean(losses) / (0.1 / (2 * 1.9))).toBeCloseTo(1, 1);
  });

  test("on the bowl of exercise 5 the formula's rate misses 60 steps and a smaller one does not", () => {
    const stepsTo = (lambda: number) =>
      descend(quadratic([1, 50]), gradientDescent, {
        start: [1, 1],
        steps: 200,
        hyper: { lambda },
      }).losses.findIndex((loss) => loss < 0.01);
    expect(stepsTo(2 / 51)).toBeGreaterThan(60);
    expect(stepsTo(0.0375)).toBeLessThan(60);
  });
});

describe("lesson 03", () => {
  test("the red ball stops half-way, the heavy one rolls past the bottom", () => {
    expect(plainAt(0.1).end.w[0]).toBeLessThan(-4);
    expect(Math.max(...heavyAt(0.1, 0.9).path.map(([x]) => x!))).toBeGreaterThan(1);
  });

  test("a gradient ten steps back still counts about a third", () => {
    expect(0.9 ** 10).toBeCloseTo(1 / 3, 1);
  });

  test("a steady slope is amplified tenfold, a flipping one damped to about half", () => {
    const run = (gradient: () => number[]) =>
      descend({ value: () => 0, gradient }, momentum, {
        start: [0],
        steps: 100,
        hyper: { lambda: 0.01, alpha: 0.9 },
      });
    let sign = 1;
    expect(run(() => [1]).at(-1).m[0]! / -0.01).toBeCloseTo(10, 3);
    expect(Math.abs(run(() => [(sign = -sign)]).at(-1).m[0]!) / 0.01).toBeCloseTo(1 / 1.9, 3);
  });

  test("in the fair race runner 3 wins, 1 and 4 end close together, 2 keeps its height across the valley", () => {
    const [one, two, three, four] = [plainAt(0.1), plainAt(1), heavyAt(0.1, 0.9), heavyAt(0.01, 0.9)];
    const losses = [one, two, three, four].map(({ end }) => end.loss);
    expect(Math.min(...losses)).toBe(losses[2]);
    expect(losses[3]! / losses[0]!).toBeCloseTo(1, 0);
    expect(Math.min(...two.losses)).toBeGreaterThanOrEqual(1.5 ** 2);
  });

  test("with alpha 0.99 and with 0.5 the loss is higher than with 0.9", () => {
    const loss = (alpha: number) => heavyAt(0.1, alpha).end.loss;
    expect(Math.min(loss(0.5), loss(0.99))).toBeGreaterThan(loss(0.9));
  });

  test("at their best pairs momentum beats plain descent in the ravine, with an alpha below 0.9", () => {
    const { gradientDescent: plain, momentum: heavy } = quadraticTheory([0.1, 2]);
    expect(heavyAt(heavy.lambda, heavy.alpha).end.loss).toBeLessThan(1e-6 * plainAt(plain.lambda).end.loss);
    expect(heavy.alpha).toBeLessThan(0.9);
    expect(contraction(2, heavy)).toBeCloseTo(heavy.rate, 6);
  });

  test("a digit takes about 1.15 times the root of Q steps with momentum", () => {
    for (const Q of [100, 10_000]) {
      const root = Math.sqrt(Q);
      expect(stepsPerDigit((root - 1) / (root + 1)) / root).toBeCloseTo(1.15, 1);
    }
  });

  test("the noise floor is ten times higher at the same rate, the same at a tenth of it", () => {
    const floor = (lambda: number, alpha: number) => {
      const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
      return mean(descend(rough, momentum, { start: [0], steps: 50_000, hyper: { lambda, alpha } }).losses);
    };
    expect(floor(0.01, 0.9) / floor(0.01, 0)).toBeCloseTo(10, -0.5);
    expect(floor(0.001, 0.9) / floor(0.01, 0)).toBeCloseTo(1, 1);
  });
});

describe("lesson 04", () => {
  test("the pink ball's loss is more than 100 times smaller", () => {
    expect(heavyAt(0.3, 0.9).end.loss / lookingAt(0.3, 0.9).end.loss).toBeGreaterThan(100);
  });

  test("green ends nearer to the floor than blue, and red points up", () => {
    const [before, after] = [lookingAt(0.3, 0.9).at(1), lookingAt(0.3, 0.9).at(2)];
    const blue = before.w[1]! + 0.9 * before.m[1]! - 0.3 * 2 * before.w[1]!;
    expect(Math.abs(after.w[1]!)).toBeLessThan(Math.abs(blue));
    expect(-0.3 * after.g[1]!).toBeGreaterThan(0);
  });

  test("the limit is about 1.36 at alpha 0.9, below that of plain descent", () => {
    const limit = quadraticTheory([1]).nesterov.stableBelow(0.9);
    expect(limit).toBeCloseTo(1.36, 2);
    expect(lookingAt((0.99 * limit) / 2, 0.9, 400).end.loss).toBeLessThan(1);
    expect(lookingAt((1.01 * limit) / 2, 0.9, 400).end.loss).toBeGreaterThan(1);
  });
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}
