import { expect, test } from "vitest";
import { adamIncomplete, descend } from "fall-line";

/** The steps on a constant slope, in units of the rate. */
function steps(zeta: number): number[] {
  const hyper = { lambda: 1, zeta, epsilon: 0 };
  const path = descend("x", adamIncomplete, { start: [0], steps: 40, hyper });
  return path
    .term("update")
    .slice(1)
    .map((u) => -u[0]!);
}

test.each([
  [0.99, 1, 2.13, 13],
  [0.999, 3.162, 6.57, 12],
])("with zeta = %f it begins with steps of %f, growing to %f at t = %i", (zeta, first, most, at) => {
  const taken = steps(zeta);
  expect(taken[0]).toBeCloseTo(first, 3);
  expect(Math.max(...taken)).toBeCloseTo(most, 2);
  expect(taken.indexOf(Math.max(...taken)) + 1).toBe(at);
});
