import { expect, test } from "vitest";
import { adadelta, descend } from "fall-line";
import { near } from "./numbers.ts";

test("on a slope of 2 with rho = 1/2 and epsilon = 1: s = 2, 3; d = 2/sqrt(3), ...; u = half of its square", () => {
  const hyper = { lambda: 1, rho: 1 / 2, epsilon: 1 };
  const path = descend("2*x", adadelta, { start: [0], steps: 2, hyper });
  expect(path.term("s").map(([s]) => s)).toEqual([0, 2, 3]);
  const [first, second] = [2 / Math.sqrt(3), 2 * Math.sqrt((2 / 3 + 1) / 4)];
  expect(
    path
      .term("d")
      .slice(1)
      .map(([d]) => d),
  ).toEqual(near([first, second], 14));
  expect(path.term("u").map(([u]) => u)).toEqual(near([0, 2 / 3, 1 / 3 + (second * second) / 2], 14));
  expect(path.end.w[0]).toBeCloseTo(-first - second, 14);
});
