/** Two slips at once, each told with the line that it is in, and neither against the other. */
import { expect, test } from "vitest";
import { told } from "./told.ts";
import { someUnlessLong } from "../long.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const adam = (
  m: string,
  v: string,
  w: string,
): string => `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
  const m1 = m.map((o, i) => ${m});
  const v1 = v.map((o, i) => ${v});
  return { w: w.map((x, i) => ${w}), m: m1, v: v1 };
}`;
const M = "beta1 * o + (1 - beta1) * g[i]";
const V = "beta2 * o + (1 - beta2) * g[i] ** 2";

const TWO_SLIPS: readonly [string, string, string[]][] = [
  [
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => { const next = [...w]; next[0] = w[0] + lambda * g[0]; return { w: next }; }",
    ["only the first coordinate is changed, and the sign of λ·g is flipped"],
  ],
  [
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => { const next = [...w]; for (let i = 0; i < w.length - 1; i++) next[i] -= 0.5 * lambda * g[i]; return { w: next }; }",
    ["the last coordinate is left as it was, and λ is halved"],
  ],
  [
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - (lambda / 3) * Math.sign(g[i])) })",
    ["only the sign of g is used, and not its size, and λ is divided by 3"],
  ],
  [
    "gradient-descent/rule",
    "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - (lambda / w.length) * Math.sign(g[i])) })",
    ["only the sign of g is used, and not its size, and λ is divided by the number of coordinates"],
  ],
  [
    "gradient-descent/rule",
    "({ w, g, t }, { lambda }) => { const back = g.toReversed(); return { w: w.map((x, i) => x - (lambda / t) * back[i]) }; }",
    ["g is used in the reverse order, and λ is divided by t"],
  ],
  [
    "start-here/twice",
    "({ x }) => Math.abs(Math.round(x)) * 2",
    ["the size of x is taken, without its sign, and x is rounded to a whole number"],
  ],
  [
    "start-here/moves",
    "({ x }) => { for (let i = 0; i < 6; i++) x *= 0.8; return Math.round(x * 100) / 100; }",
    ["x·0.8^5 is rounded to two decimals, and the multiplication is made six times and not five times"],
  ],
  [
    "start-here/moves",
    "({ x }) => { for (let i = 1; i < 5; i++) x = Math.round(x * 0.8 * 10) / 10; return x; }",
    ["x is rounded to 1 decimal in each of the 4 steps, of which there should be 5"],
  ],
  [
    "start-here/moves",
    "({ x }) => [1, 2, 3, 4, 5, 6].reduce((at) => at - 0.2, x)",
    ["0.2 is subtracted, and x is not multiplied by 0.8, in each of the 6 steps, of which there should be 5"],
  ],
  [
    "start-here/twice",
    "({ x }) => { let sum = 1; for (let k = 0; k <= 2; k++) sum += x; return sum; }",
    ["1 is added to 2·x, and x is added up three times and not twice"],
  ],
  [
    "start-here/moves",
    "({ x }) => { let at = Math.abs(x); for (let i = 0; i < 5; i++) at -= 0.2; return at; }",
    [
      "0.2 is subtracted, and x is not multiplied by 0.8, in each of the 5 steps; besides, the size of x is taken, without its sign",
    ],
  ],
  [
    "used-today/wsd",
    "({ t, eta, warm, decay, steps }) => eta * Math.min(1, (t - 1) / warm, (steps + 1 - t) / (decay + 1))",
    ["1 is added to decay, and t − 1 stands where t should"],
  ],
  [
    "momentum/late",
    "({ w, m, g }, { lambda, alpha }) => { const b = m.map((o, i) => o + g[i]); return { w: w.map((x, i) => x - lambda * alpha * b[i]), m: b }; }",
    ["in the line of m, the factor α is left out", "in the line of w, λ is multiplied by α"],
  ],
  [
    "nesterov/rule",
    "({ w, m, gradient }, { lambda, alpha }) => { const g = gradient(w.map((x, i) => x + lambda * m[i])); return { w: w.map((x, i) => x - lambda * g[i]), m: m.map((o, i) => alpha * o - lambda * g[i]) }; }",
    ["the gradient is taken ahead by λ and not by α", "in the line of w, α·(old m) is subtracted besides"],
  ],
  [
    "second-order/uphill",
    "({ w, H, solve }) => ({ w: solve(H, w) })",
    ["H⁻¹g itself comes out, and is not subtracted from w, and w stands where g should"],
  ],
  [
    "motivation/slopes",
    "({ x, y }) => [x * y, 2 * x ** 2]",
    ["in number 1, the factor 2 is left out; in number 2, x² is doubled"],
  ],
  [
    "motivation/gradient",
    "({ x, y }) => { const g = [0.1 * x, -2 * y]; const n = Math.hypot(...g); return n === 0 ? g : g.map((c) => c / n); }",
    [
      "every number is divided by the length of the arrow that they make, so that only the direction is left; in number 2, the sign of 2·y is flipped",
    ],
  ],
  [
    "learning-rate-decay/inverse",
    "({ t, lambda, k }) => lambda / (1 - k * (t + 1))",
    ["the sign of k·(t − 1) is flipped, and t + 1 stands where t − 1 should"],
  ],
  [
    "momentum/late",
    "({ w, m, g }, { lambda, alpha }) => { const b = m.map((o, i) => alpha * o + (1 - alpha) * g[i]); return { w: w.map((x, i) => x - lambda * b[i]), m: b.map((x) => lambda * x) }; }",
    [
      "in the line of m, g is multiplied by 1 − α",
      "in the m that is returned, the result is multiplied by λ",
    ],
  ],
  [
    "nesterov/colleague",
    "({ w, m, g }, { lambda, alpha }) => { const v = m.map((o, i) => alpha * o - lambda * g[i]); return { w: w.map((x, i) => x + lambda * g[i] + v[i]), m: v }; }",
    ["in the line of w, λ·g is left out, and it uses the old m and not the new one"],
  ],
  [
    "nesterov/rule",
    "({ w, m, gradient }, { lambda, alpha }) => { const g = gradient(w.map((x, i) => x + m[i])); return { w: w.map((x, i) => x + alpha * m[i] - lambda * g[i]), m }; }",
    [
      "m comes back as it was: the old m is returned, so nothing is remembered from step to step",
      "in the look-ahead point, the factor α beside m is left out",
    ],
  ],
  [
    "rmsprop/rule",
    "({ w, kappa, g }, { lambda, zeta, epsilon }) => { const k = kappa.map((o, i) => zeta * o + Math.abs(g[i])); return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(k[i] + epsilon)), kappa: k }; }",
    ["in the line of κ, g is taken by its size and not squared; besides, the factor 1 − ζ is left out"],
  ],
  [
    "adam/rule",
    adam(M.replaceAll("beta1", "beta2"), V, "x - (eta * m1[i]) / (Math.sqrt(v1[i]) + epsilon)"),
    [
      "in the line of m, β₂ stands where β₁ should",
      "where w is computed, in m̂ and v̂, m is not divided by 1 − β₁ᵗ; v is not divided by 1 − β₂ᵗ",
    ],
  ],
  [
    "adam/rule",
    adam(M, V, "x - (eta * m1[i]) / (1 - beta1 * t) / (Math.sqrt(v1[i]) + epsilon)"),
    [
      "in the m̂ that w is computed with, β₁ is multiplied by t and not raised to it; besides, in the v̂ that w is computed with, v is not divided by 1 − β₂ᵗ",
    ],
  ],
  [
    "second-order/rule",
    "({ w, g, H }) => ({ w: w.map((x, i) => x - g[i] / H[i].reduce((a, b) => a + b, 0)) })",
    ["g / the sum of its row of H stands where H⁻¹g should"],
  ],
];

test.each(someUnlessLong(TWO_SLIPS, 3))("of %s: %s", (id, source, names) => {
  const { mistakes, names: said } = told(id, source);
  expect(said).toEqual(names);
  expect(mistakes.filter(({ or = "" }) => or.includes("everywhere"))).toEqual([]);
});

test.each([
  ["alpha * old + (1 - alpha) * g[i]", "g is multiplied by 1 − α"],
  ["alpha * old - g[i]", "the sign of g is flipped"],
])("what was to be mended is compared with the form that it was handed out in: %s", (m, slip) => {
  const { names, text } = told(
    "momentum/late",
    `({ w, m, g }, { lambda, alpha }) => { const next = m.map((old, i) => ${m}); return { w: w.map((x, i) => x - lambda * m[i]), m: next }; }`,
  );
  expect(names).toEqual([
    "the bug is still in it: the line of w uses the old m",
    `in the line of m, ${slip}`,
  ]);
  expect(text).toContain("It is compared with the PyTorch form, which is right too.");
});

test.each([
  ["Math.sqrt(k[i]) + epsilon", true],
  ["Math.sqrt(k[i] + epsilon)", false],
  ["k[i] + epsilon", false],
])("beside another slip it is said where ε stands, where that is otherwise: %s", (divisor, isSaid) => {
  const { text } = told(
    "adagrad/rule",
    `({ w, kappa, g }, { lambda, epsilon }) => { const k = kappa.map((old, i) => old + Math.abs(g[i])); return { w: w.map((x, i) => x - lambda * g[i] / (${divisor})), kappa: k }; }`,
  );
  expect(text.includes("Your ε stands outside the root")).toBe(isSaid);
});

test("two slips that would make up for one another are none", () => {
  const { names } = told("second-order/uphill", "({ w, H, solve }) => ({ w: solve(H, w) })");
  expect(names.join()).not.toMatch(/too|left out/);
});

test("what w is computed with once more is not said again", () => {
  const stored = `({ w, m, v, g }, { eta, beta1, beta2, epsilon }) => {
    const mHat = m.map((old, i) => (beta1 * old + (1 - beta1) * g[i]) / (1 - beta1));
    const vHat = v.map((old, i) => (beta2 * old + (1 - beta2) * g[i] ** 2) / (1 - beta2));
    const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
    return { w: next, m: mHat, v: vHat };
  }`;
  expect(told("adam/colleague", stored).names).toEqual([
    "the bug is still in it: m̂ is stored back into m; v̂ is stored back into v",
    "in the line of m, the power t of β₁ is left out",
    "in the line of v, the power t of β₂ is left out",
  ]);
});

test.each([
  ["beta2 * o + (1 - beta2) * g[i]", "in the line of v, g is not squared"],
  ["beta2 * o + g[i] ** 2", "in the line of v, the factor 1 − β₂ is left out"],
])("what is stored back is not said to be left out where w is computed: %s", (second, slip) => {
  const stored = `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
    const first = m.map((o, i) => (${M}) / (1 - beta1 ** t));
    const second = v.map((o, i) => ${second});
    const next = w.map((x, i) => x - (eta * first[i]) / (Math.sqrt(second[i] / (1 - beta2 ** t)) + epsilon));
    return { w: next, m: first, v: second };
  }`;
  expect(told("adam/rule", stored).names).toEqual(["m̂ is stored back into m", slip]);
});
