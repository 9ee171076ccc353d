import { expect, test } from "vitest";
import { adam, adamw, descend } from "fall-line";
import { near, xOf } from "./numbers.ts";

test("on a slope w first shrinks by eta times the decay, then steps by eta: 4, 3.8 - 1/10, ...", () => {
  const hyper = { eta: 0.1, decay: 0.5, epsilon: 0 };
  const path = descend("3*x", adamw, { start: [4], steps: 2, hyper });
  expect(xOf(path)).toEqual(near([4, 4 * 0.95 - 0.1, (4 * 0.95 - 0.1) * 0.95 - 0.1], 12));
});

test("without decay it is Adam", () => {
  const options = { start: [3], steps: 20, hyper: { eta: 0.1 } };
  const decayless = descend("x^2", adamw, { ...options, hyper: { eta: 0.1, decay: 0 } });
  expect(xOf(decayless)).toEqual(near(xOf(descend("x^2", adam, options)), 14));
});
