/** Families of mistakes that are told by what was done, and not by what the numbers look like: several answers of each. */
import { expect, test } from "vitest";
import { check, defineExercises, exercise, type Feedback, gradientDescentEma } from "fall-line";
import { cureInText } from "../../src/exercises/explain/cure-in-text.ts";
import { firstUnlessLong } from "../long.ts";
import { functionOf } from "./class/run.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const formula = (text: string | readonly string[], names: readonly string[]) =>
  exercise.formula({
    title: "A formula",
    prompt: "Compute it.",
    formula: text,
    arguments: Object.fromEntries(names.map((name) => [name, { from: 0.3, to: 4 }])),
    solution: () => 0,
    hints: ["?"],
  });
const mine = defineExercises("mine", {
  seven: formula("x*0.9^7", ["x"]),
  four: formula("x*0.6^4", ["x"]),
  shares: formula(["a/(a + b*c)", "b/(a + b*c)"], ["a", "b", "c"]),
  average: exercise.write<"a", "lambda" | "beta">({
    title: "An average",
    prompt: "Keep an average of the points.",
    rule: gradientDescentEma,
    solution: ({ w, a, g, t }, { lambda, beta }) => {
      const next = w.map((x, i) => x - lambda * g[i]!);
      return { w: next, a: a.map((old, i) => (t > 1 ? beta * old + (1 - beta) * next[i]! : next[i]!)) };
    },
    hints: ["?"],
  }),
});

const told = (id: string, code: string): readonly string[] =>
  ((id.startsWith("mine/") ? mine.check : check) as unknown as (id: string, answer: unknown) => Feedback)(
    id,
    functionOf({ code }),
  ).named().names;

const momentum = (v: string, w = "x + v[i]"): string =>
  `({ w, m, g, gradient }, { lambda, alpha }) => { const v = m.map((old, i) => ${v}); return { w: w.map((x, i) => ${w}), m: v }; }`;
const nesterov = (at: string, w = "x + v[i]"): string =>
  momentum(`alpha * old - lambda * gradient(w.map((x, i) => ${at}))[i]`, w);
const average = (a: string): string => `({ w, a, g, t }, { lambda, beta }) => {
  const next = w.map((x, i) => x - lambda * g[i]);
  return { w: next, a: a.map((old, i) => ${a}) };
}`;
const rmsprop = (kappa: string): string => `({ w, kappa, g }, { lambda, zeta, epsilon }) => {
  const k = kappa.map((old, i) => ${kappa});
  return { w: w.map((x, i) => x - lambda * g[i] / Math.sqrt(k[i] + epsilon)), kappa: k };
}`;
const ADAMW = `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
  const [a, b] = [m.map((old, i) => beta1 * old + (1 - beta1) * g[i]), v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2)];
  const step = (i) => eta * a[i] / (1 - beta1 ** t) / (Math.sqrt(b[i] / (1 - beta2 ** t)) + epsilon);
  return { w: w.map((x, i) => x * Math.exp(-eta * decay) - step(i)), m: a, v: b };
}`;
const loop = (name: string, head: string): string =>
  `({ ${name} }) => { let at = ${name}; for (${head}) at *= 0.9; return at; }`;
const shares = (below: string, second = "b"): string =>
  `({ a, b, c }) => { const all = ${below}; return [a / all, ${second} / all]; }`;

const phases = (up: string, down: string): string => `({ t, eta, warm, decay, steps }) => {
  if (t <= warm) return ${up};
  if (t > steps - decay) return ${down};
  return eta;
}`;

type Family = readonly (readonly [id: string, code: string, said: string])[];

const FAMILIES: Readonly<Record<string, Family>> = {
  "a coordinate that is lost": [
    [
      "adagrad/rule",
      `({ w, kappa, g }, { lambda, epsilon }) => {
        const k = [];
        for (let i = 0; i < w.length - 1; i++) k.push(kappa[i] + g[i] ** 2);
        return { w: w.map((x, i) => x - lambda * g[i] / Math.sqrt(kappa[i] + g[i] ** 2 + epsilon)), kappa: k };
      }`,
      "the last coordinate of κ is missing: it ends one entry too early",
    ],
    [
      "gradient-descent/rule",
      "({ w, g }, { lambda }) => ({ w: w.slice(1).map((x, i) => x - lambda * g[i + 1]) })",
      "the first coordinate of w is missing: its index is 0, and not 1",
    ],
    [
      "gradient-descent/rule",
      "({ w, g }, { lambda }) => { const out = new Array(w.length); for (let i = 0; i < w.length - 1; i++) out[i] = w[i] - lambda * g[i]; return { w: out }; }",
      "the last entry of w has no value: nothing is put into it",
    ],
  ],
  "a count of repetitions": [
    [
      "mine/seven",
      loop("x", "let t = 0; t <= 7; t++"),
      "the multiplication is made eight times and not seven times",
    ],
    [
      "mine/seven",
      loop("x", "let t = 2; t < 7; t++").replace("0.9", "0.09"),
      "0.09 stands where 0.9 should, and the multiplication is made five times and not seven times",
    ],
    [
      "mine/four",
      "({ x }) => { let at = x; for (let t = 1; t < 4; t++) at = at * 0.6; return at; }",
      "the multiplication is made three times and not four times",
    ],
  ],
  "a count of repetitions, and what is left of the share": [
    ["mine/seven", loop("x", "let t = 0; t <= 7; t++").replace("*= 0.9", "-= 0.9 * at"), "the multiplication is made eight times and not seven times; besides, 0.1, which is 1 − 0.9, stands where 0.9 should"],
    ["mine/four", "({ x }) => { let at = x; for (let t = 0; t < 3; t++) at = at - 0.6 * at; return at; }", "0.4, which is 1 − 0.6, stands where 0.6 should"],
  ],
  "a slip in each of two bounds": [
    ["used-today/wsd", phases("eta * t / (warm + 1)", "eta * (steps - t) / decay"), "1 is left out of steps + 1, and 1 is added to warm"],
  ],
  "the reverse order, and a slip besides": [
    ["mine/shares", shares("a + b * c", "2 * a").replace("[a", "[b"), "the numbers stand in the reverse order; besides, in number 2, "],
  ],
  "an average of points that are wrong themselves": [
    ["mine/average", average("t > 1 ? (1 - beta) * old + beta * next[i] : next[i]").replace("lambda * g", "g"), "in the line of a, β and 1 − β have changed places / in the line of w, the factor λ is left out"],
    ["mine/average", average("t > 1 ? beta * old + next[i] : next[i]").replace("lambda * g", "g"), "in the line of a, the factor 1 − β"],
  ],
  "the old w where the new one should be": [
    ["mine/average", average("t > 1 ? beta * old + (1 - beta) * w[i] : w[i]"), "in the line of a, it uses the old w and not the new one"],
    ["mine/average", average("t > 1 ? beta * old + (1 - beta) * next[i] : w[i]"), "in the line of a, in step 1, it uses the old w and not the new one"],
    ["mine/average", average("t > 1 ? beta * old + (1 - beta) * w[i] : next[i]"), "in the line of a, where t > 1, it uses the old w and not the new one"],
  ],
  "a slip in what all numbers of a list have": [
    ["mine/shares", shares("a - b * c", "-b"), "in number 1, the sign of b·c is flipped; in number 2, the sign of a is flipped"],
    ["mine/shares", shares("a + b + c"), "in both numbers, c is added to b and not multiplied"],
  ],
  "the rate squared, and one coordinate's slope for all": [
    ["momentum/rule", momentum("alpha * old - lambda ** 2 * g[0]"), "in the line of m, λ is squared, and the first coordinate's g is used for all coordinates"],
    ["adagrad/rule", "({ w, kappa, g }, { lambda, epsilon }) => { const k = kappa.map((old, i) => old + g[i] ** 2); return { w: w.map((x, i) => x - lambda ** 2 * g[0] / Math.sqrt(k[i] + epsilon)), kappa: k }; }", "in the line of w, λ is squared, and the first coordinate's g is used for all coordinates"],
    ["momentum/rule", momentum("alpha ** 2 * old - lambda * g[0]"), "in the line of m, the first coordinate's λ·g is used for all coordinates, and α is squared"],
  ],
  "the look-ahead point": [
    ["nesterov/rule", nesterov("x - alpha * m[i]"), "the gradient is taken behind w and not ahead: the sign of α·m is flipped"],
    ["nesterov/rule", nesterov("x + alpha * m[i]", "x + alpha * m[i] + v[i]"), "the step starts from the look-ahead point and not from w"],
    ["nesterov/rule", nesterov("x").replace("m: v", "m"), "the gradient is taken at w and not at the look-ahead point"],
  ],
  "the long side of a right angle": [
    ["gradient-descent/edge", "({ h1, hn }) => 2 / Math.hypot(h1, hn)", "the root of the sum of the squares of h₁ and hn is taken, and not their sum"],
    ["adagrad/stuck", "({ w, kappa, g }, { lambda, epsilon }) => { const k = kappa.map((old, i) => Math.hypot(old + g[i])); return { w: w.map((x, i) => x - lambda * g[i] / (k[i] + epsilon)), kappa: k }; }", "in the line of κ, the sum of κ and g is squared, and not each by itself"],
  ],
  "another mean": [
    ["rmsprop/rule", rmsprop("old ** zeta * (g[i] ** 2) ** (1 - zeta)"), "in the line of κ, powers are multiplied, as in a geometric mean, and should be averaged"],
    ["gradient-descent/edge", "({ h1, hn }) => 2 / Math.sqrt(h1 * hn)", "the root of the product of h₁ and hn is taken, and not their sum"],
    ["used-today/rule", "({ w, g }, { lambda, bound }) => { const n = Math.sqrt(g.reduce((s, x) => s + x * x, 0) / g.length); return { w: w.map((x, i) => x - lambda * Math.min(1, bound / n) * g[i]) }; }", "the root of the mean square of g is taken, and not its length"],
    ["rmsprop/rule", rmsprop("(zeta * Math.sqrt(old) + (1 - zeta) * Math.abs(g[i])) ** 2"), "in the line of κ, sizes are averaged, and then squared"],
    ["rmsprop/rule", rmsprop("Math.max(old, zeta * old + (1 - zeta) * g[i] ** 2)"), "in the line of κ, κ never falls, as in AMSGrad"],
    ["rmsprop/rule", rmsprop("zeta * old + (1 - zeta) * (g[i] - g.reduce((a, b) => a + b, 0) / g.length) ** 2"), "in the line of κ, the mean of g over the coordinates is subtracted from it"],
    ["mine/average", average("old + (next[i] - old) / t"), "in the line of a, 1 / t stands where 1 − β should: a plain mean over the steps"],
  ],
  "a rate that changes with the steps": [
    ["gradient-descent/rule", "({ w, g, t }, { lambda }) => ({ w: w.map((x, i) => x - (lambda / Math.sqrt(t)) * g[i]) })", "λ changes with the steps, as λ / √t, and should stay as it is"],
    ["momentum/rule", momentum("alpha * old - lambda * 0.9 ** (t - 1) * g[i]").replace("{ w, m,", "{ t, w, m,"), "in the line of m, λ changes with the steps, as λ·0.9^(t − 1), and should stay as it is"],
    ["gradient-descent/rule", "({ w, g, t }, { lambda }) => ({ w: w.map((x, i) => x - lambda / (1 + 0.1 * t) * g[i]) })", "λ changes with the steps, as λ / (1 + 0.1·t), and should stay as it is"],
    ["learning-rate-decay/inverse", "({ t, lambda, k }) => { let sum = 0; for (let i = 1; i <= t; i++) sum += lambda / (1 + k * (i - 1)); return sum; }", "the values of all steps so far are added up"],
    ["learning-rate-decay/tired", "({ w, g, t }, { lambda, k }) => { let rate = lambda; for (let s = 1; s <= t; s++) rate /= 1 + k * (s - 1); return { w: w.map((x, i) => x - rate * g[i]) }; }", "what has decayed already decays again"],
    ["start-here/twice", "({ x }) => { x += x; return x + x; }", "x is doubled once more"],
    ["learning-rate-decay/tired", "({ w, g, t }, { lambda, k }) => { const rate = lambda / (1 + k) ** (t - 1); return { w: w.map((x, i) => x - rate * g[i]) }; }", "the whole 1 + k is raised to the power of t − 1, where k alone should be multiplied by it"],
    ["learning-rate-decay/inverse", "({ t, lambda, k }) => lambda / (1 + k) ** (t - 1)", "each step divides by 1 + k, which makes an exponential decay"],
  ],
  "phases": [
    ["used-today/wsd", phases("eta * t / warm", "eta * (steps + 1 - t) / decay").replace("t > steps", "t >= steps"), "in the text, >= stands where > should, in t >= steps - decay"],
    ["used-today/wsd", phases("eta * t / warm", "eta * Math.exp((steps - decay - t) / decay)"), "it falls exponentially, and should fall in equal parts"],
    ["used-today/wsd", "({ t, eta, warm, steps }) => t <= warm ? eta * t / warm : eta * 0.5 * (1 + Math.cos(Math.PI * (t - warm) / (steps - warm)))", "it falls along a cosine from the warm-up to the end"],
    ["used-today/wsd", "({ t, eta, warm, decay, steps }) => eta * Math.min(1, t / warm, (steps + 1 - t) / (steps - decay))", "steps − decay stands where decay should"],
  ],
  "a program that does a thing twice, or not in all coordinates": [
    ["gradient-descent/rule", "({ w, g }, { lambda }) => { const old = w; for (let i = 0; i < w.length; i++) w[i] -= lambda * g[i]; return { w: old.map((x, i) => x - lambda * g[i]) }; }", "the step is made twice: w is changed in place, and the step is taken once more from there"],
    ["momentum/rule", "({ w, m, g }, { lambda, alpha }) => { for (let i = 0; i < w.length - 1; i++) { m[i] = alpha * m[i] - lambda * g[i]; w[i] += m[i]; } return { w, m }; }", "in all lines, the last coordinate is left as it was"],
    ["start-here/step", "({ w }, { lambda }) => ({ w: w.map((x, i) => x * lambda ** i) })", "in the text, lambda is raised to the power of i, and should not be"],
  ],
  "what a factor takes in, and a length": [
    ["used-today/rule", "({ w, g }, { lambda, bound }) => { const share = Math.min(1, bound / Math.hypot(...g)); return { w: w.map((x, i) => share * (x - lambda * g[i])) }; }", "the whole difference is multiplied by min(1, bound / ‖g‖), and only the step should be"],
    ["used-today/rule", "({ w, g }, { lambda, bound }) => { const share = Math.min(1, bound / Math.hypot(...w)); return { w: w.map((x, i) => x - lambda * share * g[i]) }; }", "the length of w is taken, and not that of g"],
    ["momentum/late", "({ w, m, g }, { lambda, alpha }) => { const b = m.map((old, i) => alpha * old + g[i]); return { w: w.map((x, i) => x - lambda * (b[i] - m[i])), m: b }; }", "in the line of w, the change of m, m − (old m), stands where m should"],
    ["adam/pulled", ADAMW, "in the line of w, e^(−η·decay) stands where 1 − η·decay should"],
  ],
}; // prettier-ignore

test.each(Object.values(FAMILIES).flatMap((family) => firstUnlessLong(family)))("%s %s", (id, code, said) => {
  expect(told(id, code).join(" / ")).toContain(said);
});

const anew = (name: string): string =>
  `Each round of the loop sets ${name} to the same again, and does not go on from ${name}.`;
const cancels = (term: string): string =>
  `${term} is added and subtracted again, so it cancels: what belongs together needs parentheses.`;
const spans = (h: string): string =>
  `The two points are 2·${h} apart, and their difference is divided by ${h}.`;

test.each([
  ["for (let t = 0; t < 5; t++) { y = half(x); }", anew("y")],
  ["while (t < n) { sum = 2 * x; t += 1; }", anew("sum")],
  ["for (const one of list) at = x * x;", anew("at")],
  ["for (let t = 0; t < 5; t++) { y = half(y); }", undefined],
  ["for (let t = 0; t < 5; t++) { y = t * x; }", undefined],
  ["while (t < n) { y = x; x = x / 2; t++; }", undefined],
  ["return m.map((old, i) => old + (1 - beta) * g[i] - old)", cancels("old")],
  ["const next = v[i] - share * (a - b) - c - v[i];", cancels("v[i]")],
  ["return p - q * r + s - p", cancels("p")],
  ["return m.map((old, i) => old + (1 - beta) * (g[i] - old))", undefined],
  ["const d = x > 0 ? x - 1 : y - x;", undefined],
  ["const d = x - (y - x);", undefined],
  ["const slope = (f(x + h) - f(x - h)) / h;", spans("h")],
  ["const slope = (f(x, y + eps) - f(x, y - eps)) / eps;", spans("eps")],
  ["return [(f(a + d, b) - f(a - d, b)) / d, 0];", spans("d")],
  ["const slope = (f(x + h) - f(x - h)) / (2 * h);", undefined],
  ["const slope = (f(x + h) - f(x - h)) / 2 / h;", undefined],
  ["const slope = (f(x + h) - f(x)) / h;", undefined],
])("%s", (source, cure) => {
  expect(cureInText(source)).toBe(cure);
});

test.each([
  ["const slope = (f(x + h) - f(x)) / h;", "0.5 is added to x", "The difference from a point to the one h ahead is the slope about half way between them."],
  ["const slope = (f(x) - f(x - h)) / h;", "0.5 is subtracted from x", "The difference from a point to the one h before is the slope about half way between them."],
  ["const slope = (f(x + h) - f(x)) / h;", "x is doubled", undefined],
  ["const a = x / (1 + k * t); return a * (1 + k*t);", "nothing is divided by 1 + k·t", undefined],
  ["const a = x / (1 + k * t); return a * (1 + k * t);", "nothing is divided by 1 + k·t", "Your text divides by 1 + k * t and multiplies by it again, so that it cancels."],
  ["const a = x / (1 + k * t); return a * (1 - k * t);", "nothing is divided by 1 + k·t", undefined],
])("%s, of which is told that %s", (source, what, cure) => {
  expect(cureInText(source, what)).toBe(cure);
}); // prettier-ignore
