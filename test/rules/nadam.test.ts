import { expect, test } from "vitest";
import { descend, nadam } from "fall-line";
import { near } from "./numbers.ts";

test("its momentum warms up: beta1 (1 - 0.96^(t psi) / 2) with psi = 1 is 0.468, 0.48528, 0.5018688", () => {
  const path = descend("x", nadam, { start: [0], steps: 2, hyper: { psi: 1 } });
  expect(path.term("mu").slice(1)).toEqual(near([0.468, 0.48528], 14));
  expect(path.term("muNext").slice(1)).toEqual(near([0.48528, 0.5018688], 14));
  expect(path.term("P")).toEqual(near([1, 0.468, 0.468 * 0.48528], 14));
});

test("looks ahead: on a slope of 1 with psi = 0 and beta1 = 1/2 the momentum is 1/4, and mBar 1/4 * 1/2 / (15/16) + 1", () => {
  const path = descend("x", nadam, {
    start: [0],
    steps: 1,
    hyper: { eta: 1, beta1: 1 / 2, psi: 0, epsilon: 0 },
  });
  expect(path.at(1).mBar[0]).toBeCloseTo(2 / 15 + 1, 14);
  expect(path.end.w[0]).toBeCloseTo(-17 / 15, 12);
});
