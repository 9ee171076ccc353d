/** A state that comes back as it was: always, or once it is not 0 any more. */
import { describe, expect, test } from "vitest";
import { falseClaims } from "./claims/claims.ts";
import { told } from "./told.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const momentum = (line: string): string => `({ w, m, g }, { lambda, alpha }) => {
  ${line}
  return { w: w.map((x, i) => x + next[i]), m: next };
}`;
const squares = (line: string, given = "zeta, "): string =>
  `({ w, kappa, g }, { lambda, ${given}epsilon }) => {
  ${line}
  return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(next[i] + epsilon)), kappa: next };
}`;
const adam = (line: string): string => `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
  const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
  ${line}
  return {
    w: w.map((x, i) => x - (eta * first[i]) / (1 - beta1 ** t) / (Math.sqrt(next[i] / (1 - beta2 ** t)) + epsilon)),
    m: first,
    v: next,
  };
}`;

describe("one that moves from 0 only is told so, and w is explained by that", () => {
  test.each([
    [
      "adagrad/rule",
      squares("const next = kappa.map((old, i) => old || g[i] ** 2);", ""),
      "in the line of κ, g² is taken in only where κ is still 0: once it is not, κ stays as it was",
    ],
    [
      "rmsprop/rule",
      squares("const next = kappa.map((old, i) => old || (1 - zeta) * g[i] ** 2);"),
      "in the line of κ, κ is computed only where κ is still 0: once it is not, κ stays as it was",
    ],
    [
      "momentum/rule",
      momentum("const next = m.map((old, i) => old || -lambda * g[i]);"),
      "in the line of m, m is computed only where m is still 0: once it is not, m stays as it was",
    ],
    [
      "adam/rule",
      adam("const next = v.map((old, i) => old || Math.abs(g[i]));"),
      "in the line of v, v changes only where v is still 0: once it is not, v stays as it was",
    ],
  ])("%s: %s", (id, answer, says) => {
    const { names, text } = told(id, answer);
    expect([names, falseClaims(id, (0, eval)(`(${answer})`))]).toEqual([[says], []]);
    expect(text).not.toMatch(/does not explain|nothing is remembered|Return the new/);
  });
});

test("w that moves from 0 only is told so, and that it does nothing nearly everywhere", () => {
  const { names, text, outcome, credit } = told(
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x || -lambda * g[i]) })",
  );
  expect(names).toEqual(["w is computed only where w is still 0: once it is not, w stays as it was"]);
  expect(text).toContain(
    "Nearly everywhere what your function was given comes back as it was, and that earns nothing.",
  );
  expect([outcome, credit]).toEqual(["not yet", 0]);
});

test("entries that are picked, and not changed, are told so where some are left out", () => {
  const answer = "({ w }, { lambda }) => ({ w: w.filter((x) => lambda * x) })";
  expect(told("start-here/step", answer).names[0]).toBe(
    "no entry of w is changed: filter picks entries, and gives them back as they are",
  );
});

describe("one whose new list is made, and taken by nothing, is one mistake", () => {
  test.each([
    [
      "rmsprop/rule",
      "κ",
      squares("const next = [...kappa];\n  next.map((old, i) => zeta * old + (1 - zeta) * g[i] ** 2);"),
      "next",
    ],
    [
      "momentum/rule",
      "m",
      momentum("const next = m;\n  m.map((old, i) => alpha * old - lambda * g[i]);"),
      "m",
    ],
    [
      "adam/rule",
      "v",
      adam("const next = v.slice();\n  next.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);"),
      "next",
    ],
  ])("%s", (id, shown, answer, list) => {
    const { names, text, mistakes } = told(id, answer);
    expect(names).toEqual([
      `${shown} comes back as it was: map changes no list, it returns a new one, and nothing takes that`,
    ]);
    expect(text).toContain(`Keep it: const next = ${list}.map(...)`);
    expect(mistakes[0]!.line?.text).toMatch(new RegExp(String.raw`^${list}\.map\(`));
  });
});

test("one that is computed with as it was, and returned so, is still told in both lines", () => {
  const answer = `({ w, m, g }, { lambda, alpha }) => ({ w: w.map((x, i) => x + m[i]), m })`;
  expect(told("momentum/rule", answer).names[0]).toBe(
    "m comes back as it was: the old m is returned, so nothing is remembered from step to step",
  );
});
