import { expect, test } from "vitest";
import { descend, nesterovRewritten } from "fall-line";
import { near, xOf } from "./numbers.ts";

test("on x^2 it stores the look-ahead points .62, .2224, -.108352, with the velocities -.2, -.304, -.31808", () => {
  const path = descend("x^2", nesterovRewritten, {
    start: [1],
    steps: 3,
    hyper: { lambda: 0.1, alpha: 0.9 },
  });
  expect(xOf(path).slice(1)).toEqual(near([0.62, 0.2224, -0.108352], 12));
  expect(path.term("m").map(([m]) => m)).toEqual(near([0, -0.2, -0.304, -0.31808], 12));
});
