import { expect, test } from "vitest";
import { adamax, descend } from "fall-line";
import { near, slopes, xOf } from "./numbers.ts";

test("divides by the largest slope, forgotten by the share beta2: u = 4, 2, 1, then 6", () => {
  const hyper = { eta: 1, beta1: 1 / 2, beta2: 1 / 2, epsilon: 0 };
  const path = descend(slopes([4, 0, 0, 6]), adamax, { start: [0], steps: 4, hyper });
  expect(path.term("u").map(([u]) => u)).toEqual([0, 4, 2, 1, 6]);
  const steps = [2 / (1 / 2) / 4, 1 / (3 / 4) / 2, 1 / 2 / (7 / 8) / 1, 13 / 4 / (15 / 16) / 6];
  expect(
    xOf(path)
      .slice(1)
      .map((x, i) => xOf(path)[i]! - x),
  ).toEqual(near(steps, 12));
});
