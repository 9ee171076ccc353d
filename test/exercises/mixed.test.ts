/** Coordinates that are mixed up, with a slip besides. */
import { expect, test } from "vitest";
import { told } from "./told.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const FIRST = "the slope of the first coordinate moves all coordinates: g[0] stands where g[i] should";
const SUMMED =
  "the steps are summed up on the way: each coordinate is moved by the steps of those before it too";

test.each([
  [
    "learning-rate-decay/tired",
    "({ w, g, t }, { lambda, k }) => ({ w: w.map((x) => x - (lambda / (1 + k * t)) * g[0]) })",
    [FIRST, "it counts t steps, where t − 1 have passed"],
  ],
  [
    "momentum/rule",
    `({ w, m, g }, { lambda, alpha }) => {
      const v = m.map((old) => alpha * old + lambda * g[0]);
      return { w: w.map((x, i) => x + v[i]), m: v };
    }`,
    [FIRST, "in the line of m, the sign of λ·g[0] is flipped"],
  ],
  [
    "gradient-descent/rule",
    `({ w, g }, { lambda }) => {
      let moved = 0;
      return { w: w.map((x, i) => { moved += lambda * g[i]; return x + moved; }) };
    }`,
    [SUMMED, "the sign of running sum(λ·g) is flipped"],
  ],
])("of %s both are told", (id, answer, names) => {
  expect(told(id, answer).names).toEqual(names);
});
