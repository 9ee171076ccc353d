/** What lesson 02 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  descend,
  gradientDescent,
  lessonExercises,
  noisy,
  objective,
  parabola,
  quadratic,
  quadraticTheory,
  ravine,
} from "fall-line";
import { mean, plainAt, stepsPerDigit } from "./ravine.ts";

const { byId } = lessonExercises;

describe("lesson 02", () => {
  test("the edge of the ravine lies between 0.97 and 1.03, at 1", () => {
    expect(plainAt(0.97).end.loss).toBeLessThan(0.01);
    expect(plainAt(1.03).end.loss).toBeGreaterThan(100);
    const { h1, h2, limit } = byId["gradient-descent/limit"].fields;
    expect(quadraticTheory([h1.answer, h2.answer]).gradientDescent.stableBelow).toBe(limit.answer);
    const hessian = new Float64Array(4);
    ravine.hessian(Float64Array.of(0, 0), hessian);
    expect([...hessian]).toEqual([h1.answer, 0, 0, h2.answer]);
  });

  test("by hand: 0.8, 0.64, and 0.8 to the tenth", () => {
    const small = descend(parabola, gradientDescent, { start: [1], steps: 10, hyper: { lambda: 0.1 } });
    const { one, two } = byId["gradient-descent/byHand"].fields;
    expect(small.at(1).w[0]).toBeCloseTo(one.answer, 12);
    expect(small.at(2).w[0]).toBeCloseTo(two.answer, 12);
    expect(small.end.w[0]).toBeCloseTo(0.8 ** 10, 12);
  });

  test("of the five rates the first three arrive, the second in one step", () => {
    const after = (lambda: number, steps: number) =>
      descend(quadratic([1]), gradientDescent, { start: [1], steps, hyper: { lambda } }).end.w[0]!;
    for (const rate of [0.5, 1, 1.5]) expect(Math.abs(after(rate, 60))).toBeLessThan(1e-9);
    expect(after(1, 1)).toBe(0);
    expect([after(2, 1), after(2, 2)]).toEqual([-1, 1]);
    expect(Math.abs(after(2.5, 60))).toBeGreaterThan(1e9);
  });

  test("a digit takes about 1.15 Q steps at the best rate, 23 in the ravine", () => {
    for (const Q of [20, 200, 10_000]) expect(stepsPerDigit((Q - 1) / (Q + 1)) / Q).toBeCloseTo(1.15, 1);
    expect(stepsPerDigit(19 / 21)).toBeCloseTo(23, 1);
    expect((19 / 21) ** 5).toBeCloseTo(0.61, 2);
    expect((19 / 21) ** 100).toBeLessThan(1e-4);
    const best = plainAt(2 / 2.1);
    expect(Math.sqrt(best.losses[50]! / best.losses[40]!)).toBeCloseTo((19 / 21) ** 10, 9);
  });

  test("over 50 steps in the ravine 0.94 is best, a little below the formula's 0.95", () => {
    const rates = Array.from({ length: 40 }, (_, k) => 0.9 + k / 400);
    const losses = rates.map((lambda) => plainAt(lambda).end.loss);
    expect(rates[losses.indexOf(Math.min(...losses))]).toBeCloseTo(0.94, 2);
    expect(2 / 2.1).toBeCloseTo(0.95, 2);
  });

  test("the bowl askew has the curvatures 3.8 and 0.2, and its edge between 0.52 and 0.53", () => {
    const askew = objective("x^2 + 1.8*x*y + y^2");
    const along = (x: number, y: number) => 2 * askew.value(Float64Array.of(x, y));
    expect(along(Math.SQRT1_2, Math.SQRT1_2)).toBeCloseTo(3.8, 12);
    expect(along(Math.SQRT1_2, -Math.SQRT1_2)).toBeCloseTo(0.2, 12);
    const end = (lambda: number) =>
      descend(askew, gradientDescent, { start: [-2, 1.5], steps: 60, hyper: { lambda } }).end.loss;
    expect(end(0.52)).toBeLessThan(0.1);
    expect(end(0.53)).toBeGreaterThan(0.85);
  });

  test("the noise floor is lambda/(2(2 - lambda)): half the rate, about half the floor", () => {
    const floor = (lambda: number) => {
      const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
      return mean(descend(rough, gradientDescent, { start: [0], steps: 50_000, hyper: { lambda } }).losses);
    };
    expect(floor(0.1) / (0.1 / (2 * 1.9))).toBeCloseTo(1, 1);
    expect(floor(0.1) / floor(0.05)).toBeCloseTo(2, 0);
  });

  test("on 2x^2 the rate 0.25 lands at the bottom", () => {
    const lambda = byId["gradient-descent/bottom"].fields.lambda.answer;
    expect(descend("2*x^2", gradientDescent, { start: [1], steps: 1, hyper: { lambda } }).end.w[0]).toBe(0);
  });

  test("on the bowl of exercise 5 the formula's rate misses the mark and a smaller one does not", () => {
    const after60 = (lambda: number) =>
      descend(quadratic([1, 50]), gradientDescent, { start: [1, 1], steps: 60, hyper: { lambda } }).end.loss;
    expect(after60(2 / 51)).toBeGreaterThan(0.01);
    expect(after60(0.0375)).toBeLessThan(0.01);
    expect(1 - 0.0392).toBeCloseTo(0.96, 2);
    expect(1 - 50 * 0.0392).toBeCloseTo(-0.96, 2);
  });
});
