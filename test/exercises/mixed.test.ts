/** Coordinates that are mixed up, and lists that are changed as a whole, with a slip besides. */
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

const pair = (first: string, second: string): string => `({ g1, g2, a, b, c }) => {
  const det = Math.abs(a * c - b * b);
  return [${first}, ${second}];
}`;
const [P1, P2] = ["(c * g1 - b * g2) / det", "(a * g2 - b * g1) / det"];
const SIZE = "in both numbers, the size of a·c − b² is taken, without its sign";

test.each([
  ["second-order/pair", pair(P1, P2), SIZE],
  ["second-order/pair", pair(P2, P1), `the numbers stand in the reverse order; besides, ${SIZE}`],
  [
    "motivation/slopes",
    "({ x, y }) => [-2 * x * y, -2 * x]",
    "every sign is flipped; in number 2, x is doubled and not squared",
  ],
  [
    "motivation/slopes",
    "({ x, y }) => [2 * x ** 2, 4 * x * y]",
    "the numbers stand in the reverse order; besides, every number is doubled",
  ],
  ["motivation/slopes", "({ x, y }) => [-2 * x * y, x ** 2]", "in number 1, the sign is flipped"],
])("a list of %s is told by what is done to all of it", (id, answer, name) => {
  expect(told(id, answer).names).toEqual([name]);
});
