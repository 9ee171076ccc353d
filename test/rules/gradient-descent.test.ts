import { expect, test } from "vitest";
import { descend, gradientDescent, schedules } from "fall-line";
import { near, xOf } from "./numbers.ts";

test("on x^2 each step takes away the share 2 lambda: 1, 4/5, 16/25, 64/125", () => {
  const path = descend("x^2", gradientDescent, { start: [1], steps: 3, hyper: { lambda: 0.1 } });
  expect(xOf(path)).toEqual(near([1, 4 / 5, 16 / 25, 64 / 125], 15));
});

test("a schedule acts on its rate: on a slope of 3 the steps are 3 lambda, 3 lambda/2, 3 lambda/4", () => {
  const schedule = schedules.exponential({ k: Math.LN2 });
  const path = descend("3*x", gradientDescent, { start: [0], steps: 3, hyper: { lambda: 0.1 }, schedule });
  expect(xOf(path)).toEqual(near([0, -0.3, -0.45, -0.525], 15));
});
