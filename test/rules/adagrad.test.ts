import { describe, expect, test } from "vitest";
import { adagrad, adagradOutside, descend } from "fall-line";
import { firstStep, near, xOf } from "./numbers.ts";

describe("AdaGrad", () => {
  test("takes a t-th step of lambda over the root of t on a constant slope", () => {
    const path = descend("3*x", adagrad, { start: [0], steps: 100, hyper: { lambda: 0.5, epsilon: 0 } });
    for (const t of [1, 4, 100]) expect(path.updateLength(t)).toBeCloseTo(0.5 / Math.sqrt(t), 12);
  });

  test("on x^2/2 from 4 with rate 1: to 3, then 3/5 on, the sum of squares being 16 and 25", () => {
    const path = descend("x^2/2", adagrad, { start: [4], steps: 2, hyper: { lambda: 1, epsilon: 0 } });
    expect(xOf(path)).toEqual(near([4, 3, 3 - 3 / 5], 15));
    expect(path.term("kappa").map(([kappa]) => kappa)).toEqual([0, 16, 25]);
  });

  test("has epsilon inside the root, and the other form outside of it", () => {
    expect(firstStep(adagrad, 3, { lambda: 1, epsilon: 7 })).toBeCloseTo(3 / 4, 15);
    expect(firstStep(adagradOutside, 3, { lambda: 1, epsilon: 7 })).toBeCloseTo(3 / 10, 15);
  });
});
