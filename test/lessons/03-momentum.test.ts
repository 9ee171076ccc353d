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

describe("lesson 03", () => {
  test("the red ball does not get half-way, the heavy one rolls 1.2 past the bottom", () => {
    expect(plainAt(0.1).end.w[0]).toBeLessThan(-4);
    const furthest = Math.max(...heavyAt(0.1, 0.9).path.map(([x]) => x!));
    expect(furthest).toBeCloseTo(lessonExercises.byId["momentum/furthest"].fields.x.answer, 3);
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
  });

  test("with alpha 0.99 and with 0.5 the loss is higher than with 0.9", () => {
    const loss = (alpha: number) => heavyAt(0.1, alpha).end.loss;
    expect(Math.min(loss(0.5), loss(0.99))).toBeGreaterThan(loss(0.9));
  });

  test("the best pair of the ravine is 1.34 and 0.40; at Q = 1500 the best alpha is about 0.9", () => {
    const { gradientDescent: plain, momentum: heavy } = quadraticTheory([0.1, 2]);
    expect(heavy.lambda).toBeCloseTo(1.34, 2);
    expect(heavy.alpha).toBeCloseTo(0.4, 2);
    expect(heavyAt(heavy.lambda, heavy.alpha).end.loss).toBeLessThan(1e-6 * plainAt(plain.lambda).end.loss);
    expect(contractionFactor(2, heavy)).toBeCloseTo(heavy.rate, 6);
    expect(quadraticTheory([1, 1500]).momentum.alpha).toBeCloseTo(0.9, 2);
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
  });
});
