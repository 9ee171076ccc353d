import { expect, test } from "vitest";
import { descend, gradientDescent, gradientDescentClipped } from "fall-line";
import { near } from "./numbers.ts";

const steps = (bound: number) =>
  descend("30*x + 40*y", gradientDescentClipped, { start: [0, 0], steps: 1, hyper: { lambda: 1, bound } });

test("a gradient of length 50 is shortened to the bound as a whole: (3, 4) of (30, 40), and not (5, 5)", () => {
  expect([...steps(5).end.w]).toEqual(near([-3, -4], 12));
  expect(steps(5).at(1).k).toBeCloseTo(0.1, 12);
});

test("a gradient that is no longer than the bound is left as it is", () => {
  expect([...steps(50).end.w]).toEqual([-30, -40]);
  expect([...steps(51).end.w]).toEqual([-30, -40]);
  const still = descend("x^2", gradientDescentClipped, { start: [0], steps: 1 });
  expect([still.stop.reason, ...still.end.w]).toEqual(["steps", 0]);
});

test("with a bound that nothing reaches it is gradient descent", () => {
  const options = { start: [3, 1], steps: 20 };
  const far = descend("x^2 + 3*y^2", gradientDescentClipped, { ...options, hyper: { bound: 1e6 } });
  expect([...far.end.w]).toEqual([...descend("x^2 + 3*y^2", gradientDescent, options).end.w]);
});
