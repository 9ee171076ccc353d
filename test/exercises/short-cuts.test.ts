/** Answers that know where they begin: at step 1 nothing is remembered yet, and what is left out there is not missing. */
import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";
import { functionOf } from "./class/run.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const said = (id: string, code: string): Feedback =>
  (check as unknown as (id: string, answer: unknown) => Feedback)(id, functionOf({ code })).named();

const momentum = (m: string): string => `({ w, m, g, t }, { lambda, alpha }) => {
  const v = m.map((old, i) => ${m});
  return { w: w.map((x, i) => x + v[i]), m: v };
}`;
const divided = (hyper: string, kappa: string): string => `({ w, kappa, g, t }, { lambda, ${hyper} }) => {
  const k = kappa.map((old, i) => ${kappa});
  return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
}`;

test.each([
  ["momentum/rule", momentum("t === 1 ? -lambda * g[i] : alpha * old - lambda * g[i]")],
  ["adagrad/rule", divided("epsilon", "t === 1 ? g[i] ** 2 : old + g[i] ** 2")],
  ["rmsprop/rule", divided("zeta, epsilon", "(t > 1 ? zeta * old : 0) + (1 - zeta) * g[i] ** 2")],
])("a first step that leaves out what is 0 is right: %s", (id, code) => {
  expect(said(id, code).outcome).toBe("right");
});

test.each([
  ["momentum/rule", momentum("t === 1 ? -lambda * g[i] : old"), "m stays as it was"],
  ["momentum/rule", momentum("t === 1 ? -g[i] : alpha * old - lambda * g[i]"), "step 1, in the line of m, the factor λ is left out"], // prettier-ignore
  ["adagrad/rule", divided("epsilon", "t === 1 ? g[i] ** 2 : old"), "all steps but the first, in the line of κ, κ stays as it was"], // prettier-ignore
  [
    "rmsprop/rule",
    divided("zeta, epsilon", "t === 1 ? g[i] ** 2 : zeta * old + (1 - zeta) * g[i] ** 2"),
    "step 1, in the line of κ, the factor 1 − ζ is left out",
  ],
])("one that does otherwise is told what: %s, %s", (id, code, says) => {
  expect(said(id, code).text).toContain(says);
});
