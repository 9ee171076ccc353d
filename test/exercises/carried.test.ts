/** One number in the place of a list, which goes on from coordinate to coordinate. */
import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";
import { withoutClock } from "./without-clock.ts";

withoutClock();

function told(id: string, source: string): Feedback {
  const answer = (0, eval)(`(${source})`) as unknown;
  return (check as unknown as (id: string, answer: unknown) => Feedback)(id, answer).named();
}

const momentum = (begin: string, m: string): string => `({ w, m, g }, { lambda, alpha }) => {
  let v = ${begin};
  const all = [];
  const next = w.map((x, i) => { v = alpha * v - lambda * g[i]; all.push(v); return x + v; });
  return { w: next, m: ${m} };
}`;
const CARRIED = "m is carried on from coordinate to coordinate: each goes on from the one before it";

test.each([
  ["0", "all"],
  ["m[0]", "all"],
  ["0", "w.map(() => v)"],
])("a velocity that begins with %s and is returned as %s is told", (begin, m) => {
  const { names, text } = told("momentum/rule", momentum(begin, m));
  expect(names).toEqual([CARRIED]);
  expect(text).toContain("Each coordinate has its own: m[i].");
});

test("a number that is returned as it is has a fault of form besides", () => {
  expect(told("momentum/rule", momentum("m[0]", "v")).names).toEqual([
    expect.stringContaining("m should be a list of numbers"),
    CARRIED,
  ]);
});

test("a sum of squares and a place are told alike", () => {
  const adagrad = `({ w, kappa, g }, { lambda, epsilon }) => {
    let k = kappa[0];
    const all = [];
    const next = w.map((x, i) => { k += g[i] ** 2; all.push(k); return x - (lambda * g[i]) / Math.sqrt(k + epsilon); });
    return { w: next, kappa: all };
  }`;
  expect(told("adagrad/rule", adagrad).names).toEqual([CARRIED.replace("m is", "κ is")]);
  const place = "({ w, g }, { lambda }) => { let x = w[0]; return { w: g.map((s) => (x -= lambda * s)) }; }";
  expect(told("gradient-descent/rule", place).names).toEqual([CARRIED.replace("m is", "w is")]);
});

test.each([
  [
    "start-here/step",
    "({ w }, { lambda }) => { let by = 1; return { w: w.map((x) => { by *= lambda; return by * x; }) }; }",
    "in the text, by, which goes on from what it has become, stands where lambda should",
  ],
  [
    "learning-rate-decay/tired",
    `({ w, g, t }, { lambda, k }) => {
      let rate = lambda;
      return { w: w.map((x, i) => { rate = rate / (1 + k * (t - 1)); return x - rate * g[i]; }) };
    }`,
    "in the text, rate, which goes on from what it has become, stands where lambda should",
  ],
])("a factor of %s that is never begun anew is told", (id, answer, what) => {
  expect(told(id, answer).names).toEqual([what]);
});
