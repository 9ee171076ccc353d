/** A line is pointed to only where the mistake is mended in it. */
import { describe, expect, test } from "vitest";
import { told } from "./told.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const placeOf = (id: string, answer: string): [line: string | undefined, cure: string | undefined] => {
  const [first] = told(id, answer).mistakes;
  return [first?.line?.text, first?.cure];
};

const momentum = (given: string, m: string, w = "x + velocity[i]"): string => `({ w, m, g }, ${given}) => {
  const velocity = m.map((old, i) => ${m});
  return { w: w.map((x, i) => ${w}), m: velocity };
}`;

describe("where names are exchanged in what is taken apart, that line is pointed to", () => {
  test.each([
    [
      "momentum/rule",
      momentum("{ lambda: alpha, alpha: lambda }", "alpha * old - lambda * g[i]"),
      "({ w, m, g }, { lambda: alpha, alpha: lambda }) => {",
      "lambda: alpha gives λ the name alpha, and here alpha should mean α.",
    ],
    [
      "gradient-descent/rule",
      "({ w: g, g: w }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) })",
      "({ w: g, g: w }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) })",
      "w: g gives w the name g, and here g should mean g.",
    ],
    [
      "adagrad/rule",
      `({ w, kappa, g }, { lambda: epsilon, epsilon: lambda }) => {
        const sum = kappa.map((old, i) => old + g[i] ** 2);
        return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(sum[i] + epsilon)), kappa: sum };
      }`,
      "({ w, kappa, g }, { lambda: epsilon, epsilon: lambda }) => {",
      "lambda: epsilon gives λ the name epsilon, and here epsilon should mean ε.",
    ],
    [
      "adam/rule",
      `({ w, m, v, g, t }, { eta, beta1: beta2, beta2: beta1, epsilon }) => {
        const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
        const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
        return {
          w: w.map((x, i) => x - (eta * first[i] / (1 - beta1 ** t)) / (Math.sqrt(second[i] / (1 - beta2 ** t)) + epsilon)),
          m: first,
          v: second,
        };
      }`,
      "({ w, m, v, g, t }, { eta, beta1: beta2, beta2: beta1, epsilon }) => {",
      "beta1: beta2 gives β₁ the name beta2, and here beta2 should mean β₂.",
    ],
    [
      "learning-rate-decay/inverse",
      "({ t, lambda: k, k: lambda }) => lambda / (1 + k * (t - 1))",
      "({ t, lambda: k, k: lambda }) => lambda / (1 + k * (t - 1))",
      "lambda: k gives λ the name k, and here k should mean k.",
    ],
  ])("%s", (id, answer, line, cure) => {
    expect(placeOf(id, answer)).toEqual([line, cure]);
  });
});

test("no line is pointed to where names are exchanged and the line is wrong besides", () => {
  const answer = momentum("{ lambda: alpha, alpha: lambda }", "alpha * old + lambda * g[i]");
  expect(placeOf("momentum/rule", answer)).toEqual([undefined, undefined]);
  expect(
    placeOf("learning-rate-decay/inverse", "({ t, lambda: k, k: lambda }) => lambda / (1 + k * t)"),
  ).toEqual([undefined, undefined]);
});

test("a list that is changed under another name is pointed to where it gets that", () => {
  const answer = `({ w, m, gradient }, { lambda, alpha }) => {
  const ahead = w;
  for (let i = 0; i < w.length; i++) ahead[i] += alpha * m[i];
  const there = gradient(ahead);
  const velocity = m.map((old, i) => alpha * old - lambda * there[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity };
}`;
  expect(placeOf("nesterov/rule", answer)).toEqual([
    "const ahead = w;",
    "ahead is w itself and no copy, so w is changed where ahead is: make a copy, const ahead = [...w].",
  ]);
});

describe("the line in which it is mended is pointed to", () => {
  test.each([
    [
      "other names for what is given",
      momentum("{ lambda: rate, alpha: share }", "share * old + rate * g[i]"),
      "const velocity = m.map((old, i) => share * old + rate * g[i])",
    ],
    [
      "what is given as a whole",
      `(now, hyper) => {
        const velocity = now.m.map((old, i) => hyper.alpha * old + hyper.lambda * now.g[i]);
        return { w: now.w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
      "const velocity = now.m.map((old, i) => hyper.alpha * old + hyper.lambda * now.g[i])",
    ],
    [
      "lists that are written into",
      `({ w, m, g }, { lambda, alpha }) => {
        for (let i = 0; i < w.length; i++) {
          m[i] = alpha * m[i] + lambda * g[i];
          w[i] += m[i];
        }
        return { w, m };
      }`,
      "m[i] = alpha * m[i] + lambda * g[i]",
    ],
    [
      "a line that stands too early",
      `({ w, m, g }, { lambda, alpha }) => {
        for (let i = 0; i < w.length; i++) {
          w[i] = w[i] + m[i];
          m[i] = alpha * m[i] - lambda * g[i];
        }
        return { w, m };
      }`,
      "w[i] = w[i] + m[i]",
    ],
    [
      "a variable of the same name",
      `({ w, g }, { lambda, alpha }) => {
        let m = w.map(() => 0);
        m = m.map((old, i) => alpha * old - lambda * g[i]);
        return { w: w.map((x, i) => x + m[i]), m };
      }`,
      "m = m.map((old, i) => alpha * old - lambda * g[i])",
    ],
    [
      "the entry of one coordinate for all",
      momentum("{ lambda, alpha }", "alpha * old - lambda * g[0]"),
      "const velocity = m.map((old, i) => alpha * old - lambda * g[0])",
    ],
  ])("%s", (_, answer, line) => {
    expect(placeOf("momentum/rule", answer)[0]).toBe(line);
  });
});

test.each([
  [
    "adagrad/rule",
    `({ w, kappa, g }, { lambda, epsilon }) => {
      const k = kappa.map((old, i) => old + (g[i] ^ 2));
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    "const k = kappa.map((old, i) => old + (g[i] ^ 2))",
  ],
  [
    "learning-rate-decay/tired",
    "({ w, g }, { lambda, k }) => ({ w: w.map((x, t) => x - (lambda / (1 + k * (t - 1))) * g[t]) })",
    "w: w.map((x, t) => x - (lambda / (1 + k * (t - 1))) * g[t])",
  ],
])("what is written as in a formula and means something else is pointed to: %s", (id, answer, line) => {
  expect(placeOf(id, answer)[0]).toBe(line);
});
