import { describe, expect, test } from "vitest";
import { adam, adamPrinted, descend } from "fall-line";
import { firstStep, near, xOf } from "./numbers.ts";

describe("Adam", () => {
  test("takes a first step of the rate, whatever the slope", () => {
    for (const g of [3, 1e-3]) expect(firstStep(adam, g, { eta: 1, epsilon: 0 })).toBeCloseTo(1, 12);
  });

  test("on x^2 from 5 with eta .1 passes 4.9, 4.800058, 4.700213, 4.600508, 4.500983", () => {
    const path = descend("x^2", adam, { start: [5], steps: 5, hyper: { eta: 0.1 } });
    expect(xOf(path).slice(1)).toEqual(near([4.9, 4.800058, 4.700213, 4.600508, 4.500983], 6));
  });

  test("keeps the shares beta1 and beta2 of its moments", () => {
    const hyper = { beta1: 1 / 2, beta2: 3 / 4 };
    const path = descend("2*x", adam, { start: [0], steps: 2, hyper });
    expect(path.term("m").map(([m]) => m)).toEqual([0, 1, 3 / 2]);
    expect(path.term("v").map(([v]) => v)).toEqual([0, 1, 7 / 4]);
  });

  test("as printed on slide 21 begins ten times too short", () => {
    expect(firstStep(adamPrinted, 3, { eta: 1, epsilon: 0 })).toBeCloseTo(0.1, 12);
  });

  test("has epsilon outside the root, and the printed form inside of it", () => {
    expect(firstStep(adam, 3, { eta: 1, epsilon: 7 })).toBeCloseTo(3 / 10, 12);
    expect(firstStep(adamPrinted, 3, { eta: 1, epsilon: 7 })).toBeCloseTo(0.3 / 4, 12);
  });
});
