/** Coordinates that are mixed up, with a slip besides. */
import { expect, test } from "vitest";
import { told } from "./told.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const FIRST = "the first coordinate's g is used for all coordinates";

test.each([
  [
    "learning-rate-decay/tired",
    "({ w, g, t }, { lambda, k }) => ({ w: w.map((x) => x - (lambda / (1 + k * t)) * g[0]) })",
    `it counts t steps, where t − 1 have passed, and ${FIRST}`,
  ],
  [
    "momentum/rule",
    `({ w, m, g }, { lambda, alpha }) => {
      const v = m.map((old) => alpha * old + lambda * g[0]);
      return { w: w.map((x, i) => x + v[i]), m: v };
    }`,
    `in the line of m, the sign of λ·g is flipped; besides, ${FIRST}`,
  ],
  [
    "gradient-descent/rule",
    `({ w, g }, { lambda }) => {
      let moved = 0;
      return { w: w.map((x, i) => { moved += lambda * g[i]; return x + moved; }) };
    }`,
    "the sign of λ·g is flipped; besides, the g of the coordinates before is added in: a running sum goes across the coordinates",
  ],
])("of %s both are told", (id, answer, name) => {
  expect(told(id, answer).names).toEqual([name]);
});
