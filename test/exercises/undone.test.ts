/** Of two slips nothing is told of which one undoes the other, and of one nothing that does nothing. */
import { expect, test } from "vitest";
import { told } from "./told.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

test.each<[what: string, id: string, answer: string, names: readonly string[]]>([
  [
    "a part of what another slip brings in is not left out",
    "momentum/rule",
    `({ w, m, g }, { lambda, alpha }) => {
      const v = m.map((x, i) => alpha * (x + lambda * g[i]));
      return { w: w.map((x, i) => x + v[i]), m: v };
    }`,
    [
      "in the line of m, the sign of λ·g is flipped; besides, the whole sum is multiplied by α, and only m should be",
    ],
  ],
  [
    "no size is taken of what is never below 0",
    "adagrad/stuck",
    `({ w, kappa, g }, { lambda, epsilon }) => {
      const k = kappa.map((old, i) => old + g[i]);
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    [
      "the bug is still in it: in the line of κ, κ is not squared, and the root is taken of g² alone",
      "in the line of κ, the size of g is not taken",
      "in the line of w, the root of κ + ε is taken",
    ],
  ],
  [
    "what should be stands in what is right",
    "gradient-descent/edge",
    "({ h1, hn }) => 2 * h1 * hn / (h1 + hn)",
    ["1 / h₁ stands where h₁ should, and 1 / hn stands where hn should"],
  ],
  [
    "a fraction that is turned over in a bound is told as that",
    "used-today/rule",
    `({ w, g }, { lambda, bound }) => {
      const share = Math.min(1, Math.hypot(...g) / bound);
      return { w: w.map((x, i) => x - lambda * share * g[i]) };
    }`,
    ["the fraction is upside down: ‖g‖ / bound stands where bound / ‖g‖ should"],
  ],
  [
    "signs that are flipped in one number are not flipped in all",
    "motivation/gradient",
    "({ x, y }) => [-0.1 * x, y]",
    ["in number 1, the sign of 0.1·x is flipped; in number 2, the factor 2 is left out"],
  ],
  [
    "a form that is right too is no part of what was to be mended",
    "adam/mended",
    `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const one = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const two = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] * g[i]);
      return { w: w.map((x, i) => x - (eta * one[i]) / Math.sqrt(two[i] + epsilon)), m: one, v: two };
    }`,
    [
      "the bug is still in it: in the m̂ that w is computed with, m is not divided by 1 − β₁ᵗ",
      "in the v̂ that w is computed with, v is not divided by 1 − β₂ᵗ",
    ],
  ],
  [
    "what both numbers have is not wrong in one that has it no more",
    "second-order/pair",
    `({ g1, g2, a, b, c }) => {
      const d = a * c - b * b;
      return [-(c * g1 - b * g2) / d, a * g2 - b * g1];
    }`,
    [
      "in number 1, the difference is the wrong way round; in number 2, nothing is divided by the whole difference",
    ],
  ],
  [
    "two quantities that are returned in each other's place are right",
    "used-today/fed",
    `({ w, a, g, t }, { lambda, beta }) => {
      const next = w.map((x, i) => x - lambda * g[i]);
      const average = a.map((old, i) => (t > 1 ? beta * old + (1 - beta) * next[i] : next[i]));
      return { w: average, a: next };
    }`,
    ["the new a is returned as w, and the new w as a"],
  ],
  [
    "where the number of the step is compared, the number beside it is wrong",
    "used-today/fed",
    `({ w, a, g, t }, { lambda, beta }) => {
      const next = w.map((x, i) => x - lambda * g[i]);
      return { w: next, a: a.map((old, i) => (t > 2 ? beta * old + (1 - beta) * next[i] : next[i])) };
    }`,
    ["in the line of a, 2 stands where 1 should"],
  ],
  [
    "one number of a list in the place of another",
    "motivation/slopes",
    "({ x, y }) => [2 * x * y, 2 * x * y]",
    ["in number 2, what should be number 1 comes out"],
  ],
  [
    "the place of a gradient is no gradient, and no step",
    "nesterov/rule",
    `({ w, m, gradient }, { lambda, alpha }) => {
      const ahead = w.map((x, i) => x + alpha * m[i]);
      const v = m.map((old, i) => alpha * old - lambda * ahead[i]);
      return { w: w.map((x, i) => x + v[i]), m: v };
    }`,
    ["in the line of m, the point itself is taken, and not the gradient there"],
  ],
  [
    "a length that is misspelt",
    "gradient-descent/rule",
    `({ w, g }, { lambda }) => {
      const next = [];
      for (let i = 0; i < w.lenght; i++) next.push(w[i] - lambda * g[i]);
      return { w: next };
    }`,
    ["w is asked for .lenght, which a list does not have"],
  ],
  [
    "a constant of Math that is misspelt, where ^ makes numbers of what is none",
    "learning-rate-decay/exponential",
    "({ t, lambda, k }) => lambda * Math.e ^ (-k * (t - 1))",
    ["there is no Math.e, so it is undefined"],
  ],
  [
    "a hyperparameter that is squared throughout",
    "rmsprop/rule",
    `({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const k = kappa.map((old, i) => zeta ** 2 * old + (1 - zeta ** 2) * g[i] ** 2);
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    ["in the line of κ, ζ is squared wherever it stands"],
  ],
  [
    "what is subtracted without its factor is not taken apart",
    "adam/pulled",
    `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
      const step = first.map((x, i) => (eta * x) / (1 - beta1 ** t) / (Math.sqrt(second[i] / (1 - beta2 ** t)) + epsilon));
      return { w: w.map((x, i) => x - eta * decay - step[i]), m: first, v: second };
    }`,
    ["in the line of w, the factor w is left out"],
  ],
])("%s", (_, id, answer, names) => {
  expect(told(id, answer).names).toEqual(names);
});
