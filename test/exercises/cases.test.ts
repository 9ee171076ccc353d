import { describe, expect, test } from "vitest";
import { momentum, newton } from "fall-line";
import { type Case, casesFor } from "../../src/exercises/run/cases.ts";

describe("the cases in which steps are tried by themselves", () => {
  const { all } = casesFor(newton);
  const derivative = (one: Case, i: number, j: number, h = 1e-5): number => {
    const at = (step: number): Float64Array => one.gradient(one.w.map((x, k) => (k === j ? x + step : x)));
    return (at(h)[i]! - at(-h)[i]!) / (2 * h);
  };

  test("have a gradient that is g at w, and a Hessian that is its derivative", () => {
    for (const [index, one] of all.entries()) {
      expect([...one.gradient(one.w)]).toEqual([...one.g]);
      const n = one.w.length;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (index !== 13 || i + j > 0)
            expect([index, i, j, one.H[i * n + j]! - derivative(one, i, j)]).toEqual([
              index,
              i,
              j,
              expect.closeTo(0, index === 14 ? 2 : 4),
            ]);
    }
  });

  test("are of one coordinate and of many, in the first step and in late ones, each more than once", () => {
    const of = (n: number): number => all.filter(({ w }) => w.length === n).length;
    for (const n of [2, 3, 4]) expect(of(n)).toBeGreaterThan(1);
    expect(of(1) * of(5)).toBeGreaterThan(0);
    const steps = all.map(({ t }) => t);
    expect(steps.filter((t) => t === 1).length).toBeGreaterThan(1);
    expect(Math.max(...steps)).toBeGreaterThanOrEqual(1000);
  });

  test("lie on flat, nearly flat and steep ground, one with equal coordinates and a 0 on the diagonal of H", () => {
    const slopes = all.map(({ g }) => Math.hypot(...g));
    expect(slopes.filter((slope) => slope === 0)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 0 && slope < 0.02)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 15)).toHaveLength(1);
    const equal = all.filter(({ w }) => new Set(w).size < w.length);
    expect(equal.map(({ H }) => H[0])).toEqual([0]);
    expect(Math.max(...all.flatMap(({ w }) => w.map(Math.abs)))).toBeGreaterThan(5);
  });

  test("remember squares that are never below 0 and velocities that are, and far out shares are small and rates large", () => {
    const { all: own } = casesFor(momentum);
    expect(own.flatMap(({ state }) => state["m"]!).some((x) => x < 0)).toBe(true);
    expect(own.at(-1)!.hyper["alpha"]).toBeLessThan(0.45);
    expect(own.at(-1)!.hyper["lambda"]).toBeGreaterThan(0.7);
    for (const { hyper } of own.slice(0, -1)) {
      expect(hyper["alpha"]).toBeGreaterThan(0.5);
      expect(hyper["lambda"]).toBeLessThan(0.5);
    }
  });

  test("are made once for a seed, and are others for another", () => {
    expect(casesFor(momentum, 3)).toBe(casesFor(momentum, 3));
    expect(casesFor(momentum, 3).all[0]!.w).not.toEqual(casesFor(momentum, 4).all[0]!.w);
    expect(casesFor(momentum)).toBe(casesFor(momentum, 1));
  });
});
