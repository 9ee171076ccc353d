import { describe, expect, test } from "vitest";
import { descend, rmsprop, rmspropOutside } from "fall-line";
import { firstStep, xOf } from "./numbers.ts";

describe("RMSProp", () => {
  test.each([
    [0.9, 3.1623],
    [0.99, 10],
    [0.999, 31.623],
  ])("with zeta %f takes a first step of %f times the rate", (zeta, expected) => {
    expect(firstStep(rmsprop, 3, { lambda: 1, zeta, epsilon: 0 })).toBeCloseTo(expected, 3);
  });

  test("keeps the share zeta of its average: 9/4, then 3/4 of that and 9/4", () => {
    const path = descend("3*x", rmsprop, { start: [0], steps: 2, hyper: { zeta: 3 / 4 } });
    expect(path.term("kappa").map(([kappa]) => kappa)).toEqual([0, 9 / 4, 27 / 16 + 9 / 4]);
  });

  test("at |g| = 1e-4 steps .30 with epsilon inside the root, .999 outside", () => {
    const hyper = { lambda: 1, zeta: 0, epsilon: 1e-7 };
    expect(firstStep(rmsprop, 1e-4, hyper)).toBeCloseTo(0.3015, 4);
    expect(firstStep(rmspropOutside, 1e-4, hyper)).toBeCloseTo(0.999, 3);
  });

  test("at a constant rate hops between +-.055", () => {
    const path = descend("x^2", rmsprop, { start: [1], steps: 2000, hyper: { lambda: 0.1 } });
    expect(Math.max(...xOf(path).slice(-50).map(Math.abs))).toBeCloseTo(0.055, 2);
  });
});
