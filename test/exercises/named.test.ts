/** Mistakes that are named in words of the field: in each, code whose behaviour those words describe. */
import { expect, test } from "vitest";
import { check } from "fall-line";
import { functionOf } from "./class/run.ts";
import { someUnlessLong } from "../long.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const told = (id: string, code: string): string =>
  (check as unknown as (id: string, answer: unknown) => ReturnType<typeof check>)(
    id,
    functionOf({ code }),
  ).named().text;

const descent = (step: string): string =>
  `({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * ${step}) })`;

const nesterov = (ahead: string): string => `({ w, m, g, gradient }, { lambda, alpha }) => {
  ${ahead}
  const there = gradient(ahead);
  const v = m.map((old, i) => alpha * old - lambda * there[i]);
  return { w: w.map((x, i) => x + v[i]), m: v };
}`;

const MISTAKES: readonly [what: string, id: string, code: string, says: string][] = [
  [
    "a pull towards 0",
    "gradient-descent/rule",
    descent("(g[i] + 0.02 * x)"),
    "0.02·w is added to the gradient, so that the weights decay",
  ],
  [
    "a list divided by its length",
    "motivation/gradient",
    "({ x, y }) => { const n = Math.hypot(0.1 * x, 2 * y); return [(0.1 * x) / n, (2 * y) / n]; }",
    "every number is divided by the length of the arrow that they make, so that only the direction is left",
  ],
  [
    "two numbers of the text",
    "start-here/moves",
    "({ x }) => { for (let i = 0; i < 3; i++) x *= 0.3; return x; }",
    "0.3 stands where 0.8 should, and the multiplication is made three times and not five times",
  ],
  [
    "texts joined",
    "start-here/twice",
    "({ x }) => Number(`${x}` + `${x}`)",
    "a text that is joined of two numbers is NaN",
  ],
  [
    "parts that belong together",
    "gradient-descent/edge",
    "({ h1, hn }) => 2 / h1 + hn",
    "h₁ + hn is taken apart: it belongs together, in parentheses",
  ],
  [
    "a look ahead with the new velocity",
    "nesterov/rule",
    nesterov("const ahead = w.map((x, i) => x + alpha * m[i] - lambda * g[i]);"),
    "the gradient is taken at w + (α·m − λ·g), and not at w + α·m",
  ],
  [
    "a look ahead by a step of plain descent",
    "nesterov/rule",
    nesterov("const ahead = w.map((x, i) => x - lambda * g[i]);"),
    "the gradient is taken at w − λ·g, and not at w + α·m",
  ],
  [
    "what is written for two coordinates",
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => { const next = [...w]; next[0] -= lambda * g[0]; if (w.length > 1) next[1] -= lambda * g[1]; return { w: next }; }", // prettier-ignore
    "rom the third coordinate on, w stays as it was",
  ],
  [
    "one of two divisions, by another number of steps",
    "learning-rate-decay/tired",
    "({ w, g, t }, { lambda, k }) => ({ w: w.map((x, i) => x - lambda / (1 + k * t) / (1 + k * (t - 1)) * g[i]) })",
    "in one place, it counts t steps, where t − 1 have passed",
  ],
  [
    "another number, and the roots of what is added",
    "gradient-descent/edge",
    "({ h1, hn }) => 1 / (Math.sqrt(h1) + Math.sqrt(hn))",
    "1 stands where 2 should, and the roots of h₁ and hn are added",
  ],
  [
    "what is declared, and not two slips",
    "gradient-descent/edge",
    "({ h1, hn }) => (2 / (Math.sqrt(h1) + Math.sqrt(hn))) ** 2",
    "the best rate of momentum is taken",
  ],
  [
    "the reverse order, and the same slip in both numbers",
    "second-order/pair",
    `({ g1, g2, a, b, c }) => {
      const det = a * c + b ** 2;
      return [(a * g2 - b * g1) / det, (c * g1 - b * g2) / det];
    }`,
    "the numbers stand in the reverse order; besides, in both numbers, the sign of b² is flipped",
  ],
  [
    "a list that nothing takes",
    "nesterov/rule",
    nesterov("w.map((x, i) => x + alpha * m[i]); const ahead = w;"),
    "w.map(...) makes a new list, and here nothing takes it",
  ],
  [
    "the sign, and another slip besides",
    "nesterov/colleague",
    `({ w, m, g }, { lambda, alpha }) => {
      const v = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + lambda * g[i] + alpha * m[i]), m: v };
    }`,
    "the sign of λ·g is flipped; besides, it uses the old m and not the new one",
  ],
  [
    "a step too many, with a slip besides",
    "learning-rate-decay/inverse",
    "({ t, lambda }) => lambda / (1 + t)",
    "it counts t steps, where t − 1 have passed, and the factor k is left out",
  ],
  [
    "what goes wrong in the phase between two others",
    "used-today/wsd",
    `({ t, eta, warm, steps, decay }) => {
      if (t < warm) return (eta * t) / warm;
      if (t <= steps - decay) return eta / 2;
      return (eta * (steps + 1 - t)) / decay;
    }`,
    "rom t = warm on and up to t = steps − decay, η is halved",
  ],
  [
    "a gradient that is clipped by its length, in the line in which it is squared",
    "adagrad/rule",
    `({ w, kappa, g }, { lambda, epsilon }) => {
      const share = Math.min(1, 1 / Math.hypot(...g));
      const k = kappa.map((old, i) => old + (share * g[i]) ** 2);
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    "the length of g is above 1, in the line of κ, g is divided by its length",
  ],
  [
    "a gradient whose entries are clipped, in the line in which it is squared",
    "rmsprop/rule",
    `({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const cut = g.map((x) => Math.min(1, Math.max(-1, x)));
      const k = kappa.map((old, i) => zeta * old + (1 - zeta) * cut[i] ** 2);
      return { w: w.map((x, i) => x - (lambda * cut[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    "the line of κ, g is held between −1 and 1",
  ],
  [
    "steps that are counted in tens",
    "learning-rate-decay/inverse",
    "({ t, lambda, k }) => lambda / (1 + k * Math.floor((t - 1) / 10))",
    "t − 1 is divided by 10 and rounded down: it goes in stairs of 10 steps",
  ],
  [
    "steps that are counted in tens, and multiplied back",
    "learning-rate-decay/exponential",
    "({ t, lambda, k }) => lambda * Math.exp(-k * 5 * Math.floor(t / 5))",
    "t is rounded down, to whole times 5: it goes in stairs",
  ],
  [
    "another base, and a step too many",
    "learning-rate-decay/exponential",
    "({ t, lambda, k }) => lambda * 2 ** (-k * t)",
    "the base is 2, where e should be, and it counts t steps, where t − 1 have passed",
  ],
  [
    "a neighbour with a slip besides",
    "learning-rate-decay/exponential",
    "({ t, lambda, k }) => lambda * (1 - k) ** t",
    "each step takes off the share k, which is nearly the same only for a small k; besides, it counts t steps",
  ],
  [
    "a share of another whole, told as 1 without what is gone",
    "used-today/wsd",
    `({ t, eta, warm, decay, steps }) => {
      const start = steps - decay;
      if (t <= warm) return (eta * t) / warm;
      if (t <= start) return eta;
      return eta * (1 - (t - 1 - start) / steps);
    }`,
    "steps stands where decay should",
  ],
  [
    "a bound from the wrong side",
    "used-today/wsd",
    "({ t, eta, warm, decay, steps }) => eta * Math.max(1, Math.min(t / warm, (steps + 1 - t) / decay))",
    "max stands where min should: 1 bounds from below",
  ],
  [
    "the mean of squares and not their sum",
    "adagrad/rule",
    `({ w, kappa, g, t }, { lambda, epsilon }) => {
      const k = kappa.map((old, i) => old + (g[i] ** 2 - old) / t);
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
    }`,
    "κ is the mean of g² over the steps, and not the sum",
  ],
  [
    "a result divided once more, and not a number that is not written",
    "gradient-descent/edge",
    "({ h1, hn }) => 2 / (h1 + hn) / 2",
    "2 / (h₁ + hn) is halved",
  ],
  [
    "what comes to the same as the bug, and is another expression",
    "start-here/moves",
    "({ x }) => x * 0.2 * 5",
    "0.8 is left out, and x is multiplied by 0.2",
  ],
  [
    "names that are exchanged where they are given",
    "momentum/rule",
    `({ w, m, g }, { lambda: alpha, alpha: lambda }) => {
      const v = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + v[i]), m: v };
    }`,
    "the names of λ and α are exchanged where they are given",
  ],
  [
    "new entries put behind the old ones",
    "start-here/step",
    "({ w }, { lambda }) => { const out = [...w]; for (const x of w) out.push(lambda * x); return { w: out }; }",
    "behind the old entries of w stand the new ones: begin with an empty list",
  ],
];

test.each(someUnlessLong(MISTAKES, 3))("%s is named", (_, id, code, says) => {
  expect(told(id, code)).toContain(says);
});

test("a list that is made while something is changed is not told to be made for nothing", () => {
  const inPlace =
    "({ w, g }, { lambda }) => { w.map((x, i) => { w[i] = x + lambda * g[i]; }); return { w }; }";
  expect(told("gradient-descent/rule", inPlace)).not.toContain("nothing takes it");
});

const pulled = (pull: string): string => `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
  const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
  const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
  const step = (i) => (eta * first[i]) / (1 - beta1 ** t) / (Math.sqrt(second[i] / (1 - beta2 ** t)) + epsilon);
  return { w: w.map((x, i) => x - eta * decay * ${pull} - step(i)), m: first, v: second };
}`;
const averaged = (kept: string, fresh: string): string => `({ w, kappa, g }, { lambda, zeta, epsilon }) => {
  const k = kappa.map((old, i) => ${kept} * old + ${fresh} * g[i] ** 2);
  return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k };
}`;

test.each([
  ["adam/pulled", pulled("Math.sign(x)"), "beside η·decay, only the sign of w is used, and not its size"],
  ["rmsprop/rule", averaged("Math.sqrt(zeta)", "(1 - zeta)"), "beside κ, the root of ζ is taken"],
  ["rmsprop/rule", averaged("zeta", "(1 - Math.sqrt(zeta))"), "in 1 − ζ, the root of ζ is taken"],
])("the term of a letter that stands in several is told: %s", (id, answer, says) => {
  expect(told(id, answer)).toContain(says);
});

test.each([
  [
    "[2 * y, 0.05 * x]",
    "the numbers stand in the reverse order; besides, in number 2, 0.05 stands where 0.1 should",
  ],
  [
    "[-2 * y, 0.1 * x]",
    "the numbers stand in the reverse order; besides, in number 1, the sign of 2·y is flipped",
  ],
  ["[y, 0.1 * x]", "the numbers stand in the reverse order; besides, in number 1, the factor 2 is left out"],
])("a list in the reverse order, with a slip besides: %s", (list, says) => {
  expect(told("motivation/gradient", `({ x, y }) => ${list}`).toLowerCase()).toContain(says);
});
