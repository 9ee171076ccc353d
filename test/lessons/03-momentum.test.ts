/** What lesson 03 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  contractionFactor,
  descend,
  lessonExercises,
  momentum,
  noisy,
  quadratic,
  quadraticTheory,
} from "fall-line";
import { heavyAt, mean, plainAt, stepsPerDigit } from "./ravine.ts";

const slide = (gradient: () => number[]) =>
  descend({ value: () => 0, gradient }, momentum, {
    start: [0],
    steps: 100,
    hyper: { lambda: 0.01, alpha: 0.9 },
  });

const { byId } = lessonExercises;

/** The factor per step in the worse direction of the ravine. */
const worst = (lambda: number, alpha: number) =>
  Math.max(contractionFactor(0.1, { lambda, alpha }), contractionFactor(2, { lambda, alpha }));

describe("lesson 03", () => {
  test("the red ball does not get half-way, the heavy one rolls 1.2 past the bottom", () => {
    expect(plainAt(0.1).end.w[0]).toBeLessThan(-4);
    const furthest = Math.max(...heavyAt(0.1, 0.9).path.map(([x]) => x!));
    expect(furthest).toBeCloseTo(byId["momentum/furthest"].fields.x.answer, 3);
  });

  test("a gradient ten steps back still counts about a third", () => {
    expect(0.9 ** 10).toBeCloseTo(1 / 3, 1);
  });

  test("a slope of 3 is climbed to steps of 0.3, ten times the plain step; a flipping slope damps to about half", () => {
    let sign = 1;
    expect(slide(() => [3]).at(1).m[0]).toBeCloseTo(-0.03, 12);
    expect(slide(() => [3]).at(-1).m[0]).toBeCloseTo(-0.3, 3);
    expect(Math.abs(slide(() => [(sign = -sign)]).at(-1).m[0]!) / 0.01).toBeCloseTo(1 / 1.9, 3);
  });

  test("in the fair race runner 3 wins, 1 and 4 end close together, 2 keeps its height across the valley", () => {
    const [one, two, three, four] = [plainAt(0.1), plainAt(1), heavyAt(0.1, 0.9), heavyAt(0.01, 0.9)];
    const losses = [one, two, three, four].map(({ end }) => end.loss);
    expect(Math.min(...losses)).toBe(losses[2]);
    expect(losses[3]! / losses[0]!).toBeCloseTo(1, 0);
    expect(two.path.every(([, y]) => Math.abs(y!) === 1.5)).toBe(true);
    for (const { path } of [one, three, four]) expect(Math.abs(path.at(-1)![1]!)).toBeLessThan(0.2);
    for (const steps of [30, 40, 60, 80, 100]) {
      const others = [plainAt(0.1, steps), plainAt(1, steps), heavyAt(0.01, 0.9, steps)];
      const three = heavyAt(0.1, 0.9, steps).end.loss;
      expect(three, String(steps)).toBeLessThan(Math.min(...others.map(({ end }) => end.loss)));
    }
  });

  test("with alpha 0.99 and with 0.5 the loss is higher than with 0.9", () => {
    const loss = (alpha: number) => heavyAt(0.1, alpha).end.loss;
    expect(Math.min(loss(0.5), loss(0.99))).toBeGreaterThan(loss(0.9));
    const [usual, heavier] = [heavyAt(0.1, 0.9, 400).losses, heavyAt(0.1, 0.99, 400).losses];
    const lower = usual.flatMap((_, t) => (t > 0 && heavier[t]! < usual[t]! ? [t] : []));
    expect(Math.max(...lower), "the last step at which 0.99 is the lower one").toBe(17);
  });

  test("step 3 ends at 0.062, and step 4 is the first below 0", () => {
    const hyper = { lambda: 0.1, alpha: 0.9 };
    const xs = descend("x^2", momentum, { start: [1], steps: 6, hyper }).path.map(([x]) => x!);
    const { x, step } = byId["momentum/crossing"].fields;
    expect(xs[3]).toBeCloseTo(x.answer, 12);
    expect(xs.findIndex((one) => one < 0)).toBe(step.answer);
  });

  test("with alpha 0 it is plain descent: no standing still, no stop after a step", () => {
    expect(heavyAt(0.1, 0).path).toEqual(plainAt(0.1).path);
    expect(new Set(plainAt(0.1).path.map(String)).size).toBe(51);
  });

  test("of what may be true of momentum one thing is: it passes the minimum many times, and rests exactly there", () => {
    const round = (alpha: number) =>
      descend("x^2", momentum, { start: [1], steps: 1000, hyper: { lambda: 0.1, alpha } }).path.map(
        ([x]) => x!,
      );
    const xs = round(0.9);
    expect(xs.filter((x, t) => t > 0 && t < 200 && x * xs[t - 1]! < 0).length).toBeGreaterThan(20);
    expect(xs.at(-1)).toBeCloseTo(0, 12);
    const [swinging, plain] = [round(0.99), round(0)];
    expect(Math.max(...swinging.slice(300).map(Math.abs))).toBeGreaterThan(Math.abs(plain[300]!));
    expect(plain, "m set back to 0 before each step").not.toEqual(xs);
  });

  test("the best pair of the ravine is 1.34 and 0.40; at Q = 1500 the best alpha is about 0.9", () => {
    const { gradientDescent: plain, momentum: heavy } = quadraticTheory([0.1, 2]);
    expect(heavy.lambda).toBeCloseTo(1.34, 2);
    expect(heavy.alpha).toBeCloseTo(0.4, 2);
    expect(heavyAt(heavy.lambda, heavy.alpha).end.loss).toBeLessThan(1e-6 * plainAt(plain.lambda).end.loss);
    expect(contractionFactor(2, heavy)).toBeCloseTo(heavy.rate, 6);
    expect(quadraticTheory([1, 1500]).momentum.alpha).toBeCloseTo(0.9, 2);
  });

  test("no pair of a fine grid is better than the best pair", () => {
    const { rate } = quadraticTheory([0.1, 2]).momentum;
    for (let alpha = 0; alpha < 1; alpha += 0.01)
      for (let lambda = 0.01; lambda < 2; lambda += 0.01)
        expect(worst(lambda, alpha)).toBeGreaterThan(rate - 1e-9);
  });

  test("on the row of 0.9 the factor is 0.949 from 0.03 to 1.89; on the bottom row it falls to 0.905, and 1 is reached at 1", () => {
    for (let lambda = 0.03; lambda < 1.89; lambda += 0.01)
      expect(worst(lambda, 0.9)).toBeCloseTo(Math.sqrt(0.9), 12);
    expect(Math.sqrt(0.9)).toBeCloseTo(0.949, 3);
    for (const lambda of [0.02, 1.9]) expect(worst(lambda, 0.9)).toBeGreaterThan(0.95);
    expect(worst(2 / 2.1, 0)).toBeCloseTo(0.905, 3);
    expect(Math.min(worst(2 / 2.1 - 0.01, 0), worst(2 / 2.1 + 0.01, 0))).toBeGreaterThan(worst(2 / 2.1, 0));
    expect(worst(1, 0)).toBeCloseTo(1, 12);
  });

  test("the roots of the optional page: their sizes, where they meet, the limit, and the best alpha for a rate", () => {
    for (const lambdaH of [0.1, 0.25, 1, 2.25, 2.4, 2.5]) {
      const [sum, product] = [1.25 - lambdaH, 0.25];
      const real = Math.max(0, sum ** 2 - 4 * product);
      const size = sum ** 2 < 4 * product ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(real)) / 2;
      expect(contractionFactor(1, { lambda: lambdaH, alpha: 0.25 })).toBeCloseTo(size, 12);
      expect(size >= 0.5).toBe(true);
      expect(size === 0.5).toBe(lambdaH >= 0.25 && lambdaH <= 2.25);
    }
    expect(contractionFactor(1, { lambda: 2.5, alpha: 0.25 })).toBeCloseTo(1, 12);
    for (const lambda of [0.1, 0.4, 1.5, 2.5]) {
      const alphas = Array.from({ length: 999 }, (_, k) => k / 1000);
      const least = Math.min(...alphas.map((alpha) => contractionFactor(1, { lambda, alpha })));
      expect(Math.abs(least - Math.abs(1 - Math.sqrt(lambda)))).toBeLessThan(0.02);
    }
  });

  test("with lambda and alpha 0.25 the ball comes in from one side; with more alpha it passes the bottom", () => {
    const least = (alpha: number) =>
      Math.min(
        ...descend("x^2/2", momentum, { start: [1], steps: 60, hyper: { lambda: 0.25, alpha } }).path.map(
          (w) => w[0]!,
        ),
      );
    expect(least(0.25)).toBeGreaterThan(0);
    expect(least(0.3)).toBeLessThan(0);
  });

  test("a digit takes about 1.15 times the root of Q steps: 115 at Q = 10,000, against 11,500", () => {
    for (const Q of [100, 10_000]) {
      const root = Math.sqrt(Q);
      expect(stepsPerDigit((root - 1) / (root + 1)) / root).toBeCloseTo(1.15, 1);
    }
    expect(stepsPerDigit(99 / 101)).toBeCloseTo(115, 0);
    expect(stepsPerDigit(9999 / 10_001) / 11_500).toBeCloseTo(1, 2);
  });

  test("the noise floor is ten times higher at the same rate, the same at a tenth of it", () => {
    const floor = (lambda: number, alpha: number) => {
      const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
      return mean(descend(rough, momentum, { start: [0], steps: 50_000, hyper: { lambda, alpha } }).losses);
    };
    expect(floor(0.01, 0.9) / floor(0.01, 0)).toBeCloseTo(10, -0.5);
    expect(floor(0.001, 0.9) / floor(0.01, 0)).toBeCloseTo(1, 1);
    // The variance of the stationary process, in closed form: no matter of this seed.
    const variance = (lambda: number, alpha: number) =>
      (lambda * (1 + alpha)) / ((1 - alpha) * (2 * (1 + alpha) - lambda));
    expect(variance(0.01, 0.9) / variance(0.01, 0)).toBeCloseTo(10, 1);
    expect(variance(0.001, 0.9) / variance(0.01, 0)).toBeCloseTo(1, 1);
  });
});
