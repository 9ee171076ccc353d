import { expect, test } from "vitest";
import type { Pixels } from "../../src/figures/pixels.ts";
import { apart } from "../../src/exercises/paths-apart.ts";

test.each<[string, Pixels[], Pixels[], number]>([
  ["nothing, where one goes over the other in other steps", [[0, 0], [2, 0], [4, 0]], [[0, 0], [4, 0]], 0], // prettier-ignore
  [
    "what one goes to the side",
    [
      [0, 0],
      [2, 3],
      [4, 0],
    ],
    [
      [0, 0],
      [4, 0],
    ],
    3,
  ],
  [
    "what one goes on behind the other's end",
    [
      [0, 0],
      [7, 4],
    ],
    [[0, 0]],
    Math.hypot(7, 4),
  ],
  [
    "the way to a line's end, where a point lies behind it",
    [
      [0, 0],
      [4, 0],
    ],
    [
      [0, 0],
      [1, 0],
    ],
    3,
  ],
])("two paths are apart %s", (_, a, b, distance) => {
  expect(apart(a, b)).toBeCloseTo(distance);
  expect(apart(b, a)).toBeCloseTo(distance);
});
