/** Sentences that would be false of an answer are not said of it. */
import { describe, expect, test } from "vitest";
import { falseClaims } from "./claims/claims.ts";
import { told } from "./told.ts";
import { someUnlessLong } from "../long.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const adam = (
  m: string,
  v: string,
  shareM: string,
  next = "x",
): string => `({ w, m, v, g, t }, { eta, beta1, beta2, epsilon${next.includes("decay") ? ", decay" : ""} }) => {
  const first = m.map((old, i) => ${m});
  const second = v.map((old, i) => ${v});
  const step = w.map((_, i) => (eta * first[i]) / (${shareM}) / (Math.sqrt(second[i] / (1 - beta2 ** t)) + epsilon));
  return { w: w.map((x, i) => ${next} - step[i]), m: first, v: second };
}`;
const [averageM, averageV] = ["beta1 * old + (1 - beta1) * g[i]", "beta2 * old + (1 - beta2) * g[i] ** 2"];
const momentum = (line: string): string => `({ w, m, g }, { lambda, alpha }) => {
  const v = m.map((old, i) => ${line});
  return { w: w.map((x, i) => x + v[i]), m: v };
}`;
const adagrad = (next: string): string => `({ w, kappa, g }, { lambda, epsilon }) => {
  const k = kappa.map((old, i) => old + g[i] ** 2);
  return { w: w.map((x, i) => ${next}), kappa: k };
}`;

test("what is written for two coordinates, and right there, is told that alone; and its slip, where it has one", () => {
  const answer = (sign: string): string =>
    `({ w, g }, { lambda }) => ({ w: [w[0] ${sign} lambda * g[0], w[1] ${sign} lambda * g[1]] })`;
  const coordinates = "w always has 2 numbers, however many coordinates there are";
  expect(told("gradient-descent/rule", answer("-")).names).toEqual([coordinates]);
  expect(told("gradient-descent/rule", answer("-")).text).not.toContain("does not explain");
  expect(told("gradient-descent/rule", answer("+")).names).toEqual([
    coordinates,
    "the sign of λ·g is flipped",
  ]);
});

test("a list that is right but for one coordinate has no other mistake; one too long is told of a loop only where it goes too far", () => {
  const answer = (before: string, head: string, entry = "w[i] - lambda * g[i]"): string =>
    `({ w, g }, { lambda }) => { const next = [${before}]; for (${head}) next.push(${entry}); return { w: next }; }`;
  expect(told("gradient-descent/rule", answer("", "let i = 1; i < w.length; i++")).names).toEqual([
    "the first coordinate of w is missing: its index is 0, and not 1",
  ]);
  const tooLong = told("gradient-descent/rule", answer("0", "let i = 0; i < w.length; i++"));
  expect(tooLong.names[0]).toBe("w has one number too many");
  expect(tooLong.text).not.toContain("loop");
  expect(told("gradient-descent/rule", answer("", "let i = 0; i <= w.length; i++")).names[0]).toBe(
    "w has one number too many: the loop goes one too far",
  );
});

test("what comes of a mistake is not said beside another one, which may undo it", () => {
  const overwritten = (rate: string): string => `({ w, kappa, g }, { lambda, epsilon }) => {
    const k = g.map((x) => x * x);
    return { w: w.map((x, i) => x - ${rate}g[i] / Math.sqrt(k[i] + epsilon)), kappa: k };
  }`;
  const what = "κ is overwritten by the last squared gradient";
  expect(told("adagrad/rule", overwritten("lambda * ")).names).toEqual([
    `${what}, so that each step has nearly the length λ`,
  ]);
  expect(told("adagrad/rule", overwritten("")).names).toEqual([
    what,
    "in the line of w, the factor λ is left out",
  ]);
});

test("a sum that is squared is one thing, and not two squares", () => {
  const { names, text } = told("adagrad/rule", adagrad("x - lambda * g[i] / Math.sqrt(k[i] + epsilon)").replace("old + g[i] ** 2", "(old + g[i]) ** 2")); // prettier-ignore
  expect(names).toEqual(["in the line of κ, the whole sum is squared, and only g should be"]);
  expect(text).not.toContain("The same would come");
});

test("numbers in the place of hyperparameters are told in every line, and explain all of it", () => {
  const [m, v] = ["0.9 * old + 0.1 * g[i]", "0.999 * old + 0.001 * g[i] ** 2"];
  const answer = adam(m, v, "1 - 0.9 ** t").replace("beta2 ** t", "0.999 ** t");
  const { names, text } = told("adam/rule", answer);
  expect(names).toEqual([
    "in the line of m, β₁ is always 0.9, whatever is given",
    "in the line of v, β₂ is always 0.999, whatever is given",
    "in the line of w too, 0.9 stands for β₁, and 0.999 stands for β₂",
  ]);
  expect(text).not.toContain("does not explain");
});

test("a form of a rule that nothing in an answer speaks of is not compared with", () => {
  expect(told("adagrad/rule", adagrad("x + lambda * g[i] / (k[i] + epsilon)")).names).toEqual([
    "in the line of w, the root of κ + ε is left out; besides, the sign of the step is flipped",
  ]);
  expect(told("adagrad/rule", adagrad("x - lambda * g[i] / (k[i] + epsilon) ** 1 / 2")).names).toEqual([
    "in the line of w, ** 1 / 2 takes no root: the power comes before the division, so it only halves; a root is ** 0.5",
  ]);
});

test("what is one slip in the slide's form and in another is told in both, and compared with the slide's", () => {
  const { text, mistakes } = told("momentum/rule", momentum("alpha * old + lambda * g[i]"));
  expect(mistakes.map(({ what, or }) => [what, or])).toEqual([
    [
      "in the line of m, the sign of λ·g is flipped",
      "in the form with the velocity turned round, in the line of w, the sign of m is flipped",
    ],
  ]);
  expect(text).not.toContain("compared with");
});

test("a bug is not said to be still in an answer that has mended its line", () => {
  const said = (next: string): string[] =>
    told("adam/pulled", adam(averageM, averageV, "1 - beta1 ** t", next)).names;
  expect(said("x")).toEqual(["in the line of w, the factor 1 − η·decay is left out"]);
  expect(said("(1 + decay) * x")).toEqual([
    "in the line of w, the factor η beside decay is left out, and the sign of decay is flipped",
  ]);
});

test("what is done in some cases alone is told by its statement", () => {
  const answer = `({ g1, g2, a, b, c }) => {
    if (a === 0) return [0, 0];
    const d = a * c - b * b;
    return [(c * g1 - b * g2) / d, (a * g2 - b * g1) / d];
  }`;
  expect(told("second-order/pair", answer).names).toEqual([
    "in the text, if (a === 0) return [0, 0] is done, and should not be",
  ]);
});

test("where a gradient is taken is not said to be in the line that uses it", () => {
  const [mistake] = told("nesterov/rule", momentum("alpha * old - lambda * g[i]")).mistakes;
  expect(mistake!.what).toContain("the gradient is taken at w and not");
  expect(mistake).not.toHaveProperty("line");
});

test("an empty list that is filled later is not the line of a mistake", () => {
  const answer = `({ w, m, g }, { lambda, alpha }) => {
    const out = { w: [], m: [] };
    w.forEach((x, i) => {
      const v = alpha * m[i] * -lambda * g[i];
      out.m.push(v);
      out.w.push(x + v);
    });
    return out;
  }`;
  const { mistakes } = told("momentum/rule", answer);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).not.toHaveProperty("line");
});

test("a root of a number below 0 is told where it was seen, and xor before it", () => {
  expect(
    told("adam/rule", adam(averageM, averageV, "1 - t ** beta1").replace("beta2 ** t", "t ** beta2")).names,
  ).toEqual(["the root of a number below 0 is taken, which gives NaN"]);
  const xor = adam(averageM, averageV, "1 - (beta1 ^ t)").replace("beta2 ** t", "(beta2 ^ t)");
  expect(told("adam/rule", xor).names[0]).toMatch(/xor/);
});

const descent = (body: string): string => `({ w, g }, { lambda }) => ${body}`;

test.each([
  [
    "Math.abs(g[0]) < 0.3",
    "where the size of g[0] is not above 0.3, w stays as it was, and elsewhere it is right",
  ],
  [
    "Math.abs(g[1]) < 0.3",
    "where the size of g[1] is not above 0.3, w stays as it was, and elsewhere it is right",
  ],
  [
    "Math.hypot(...g) < 0.3",
    "where the length of g is not above 0.3, w stays as it was, and elsewhere it is right",
  ],
  ["w[0] > 5", "where w[0] is above 5, w stays as it was, and elsewhere it is right"],
])("what is asked of one entry is not told of each: %s", (condition, said) => {
  const answer = descent(
    `{ if (${condition}) return { w }; return { w: w.map((x, i) => x - lambda * g[i]) }; }`,
  );
  expect(told("gradient-descent/rule", answer).names).toEqual([said]);
});

test("where no number comes of texts that are joined, nothing else is said to differ", () => {
  const answer = descent("({ w: w.map((x, i) => x.toFixed(2) + -lambda * g[i]) })");
  const { names, text, outcome } = told("gradient-descent/rule", answer);
  expect([names.length, names[0]]).toEqual([
    1,
    expect.stringMatching(/^an entry of w is the text ".*" and no number$/),
  ]);
  expect(text).toContain("toFixed makes a text, and + joins texts: leave it out.");
  expect(text).not.toContain("does not explain");
  expect(outcome).toBe("not yet");
});

describe("what is to be mended", () => {
  const divided = (by: string, sign = "-"): string =>
    `({ w, g, H }) => ({ w: w.map((x, i) => x ${sign} g[i] / ${by}) })`;

  test.each(["H[i].reduce((a, h) => a + h, 0)", "H[i][0]", "H[0][0]", "Math.max(...H.flat())"])(
    "is not what should stand in the place of %s",
    (by) => {
      const { text } = told("second-order/uphill", divided(by));
      expect(text).not.toMatch(/stands where H\[i\]\[i\] should|the bug is still in it/i);
    },
  );

  test("is still in an answer that has it with another slip besides", () => {
    const { text } = told("second-order/uphill", divided("H[i][i]", "+"));
    expect(text).toMatch(/the bug is still in it[^]*Besides, the sign of g \/ H\[i\]\[i\] is flipped/i);
  });
});

test("the bug in what mends it where nothing is remembered is told with where it is still there", () => {
  const late = `({ w, m, g }, { lambda, alpha }) => {
    const b = m.map((old, i) => alpha * old + g[i]);
    return { w: w.map((x, i) => x - lambda * (m[i] || g[i])), m: b };
  }`;
  const claims = falseClaims("momentum/late", (0, eval)(`(${late})`));
  const says =
    "where (old m) is not 0, in the line of w, it uses the old m and not the new one; elsewhere this line is right";
  expect([told("momentum/late", late).names, claims]).toEqual([[says], []]);
});

test("a step that comes out as 0 is not said to be computed for nothing", () => {
  const answer = adam(averageM, averageV, "1 - beta1 ** t").replace("1 - beta2 ** t", "1 - 1 ** t");
  const { names, text } = told("adam/rule", answer);
  expect(names).toEqual(["w comes back as it was: each number that map makes for it is the old one again"]);
  expect(text).not.toContain("It is in your line");
});

const averaged = (first: string, then: string): string => `({ w, a, g, t }, { lambda, beta }) => {
  const next = w.map((x, i) => x - lambda * g[i]);
  return { w: next, a: a.map((old, i) => (t > 1 ? ${then} : ${first})) };
}`;

const OTHERWISE: readonly [id: string, answer: string, names: string[]][] = [
  // What matters only far out in the ranges of what is given is tried there.
  [
    "used-today/wsd",
    "({ t, eta, warm, decay, steps }) => eta * Math.min(t / warm, (steps + 1 - t) / decay)",
    ["1 is left out of those of which the smallest is taken"],
  ],
  [
    "used-today/wsd",
    "({ t, eta, warm, decay, steps }) => eta * Math.min(10, t / warm, (steps + 1 - t) / decay)",
    ["10 stands where 1 should"],
  ],
  // The old w is used in the line of a; that of w is right.
  [
    "used-today/fed",
    averaged("w[i]", "beta * old + (1 - beta) * w[i]"),
    ["in the line of a, it uses the old w and not the new one"],
  ],
  [
    "used-today/fed",
    averaged("w[i]", "(1 - beta) * old + beta * next[i]"),
    [
      "in the line of a, β and 1 − β have changed places; besides, in step 1, it uses the old w and not the new one",
    ],
  ],
  // An answer in which k stands once has no k in the place of another part.
  [
    "learning-rate-decay/inverse",
    "({ t, lambda, k }) => lambda / (k * t)",
    ["it counts t steps, where t − 1 have passed, and 1 is left out of 1 + k·t"],
  ],
  // What comes of a slip does not come of it with a second one.
  [
    "learning-rate-decay/exponential",
    "({ t, lambda, k }) => lambda * Math.exp(k * t)",
    ["the minus before k is missing, and it counts t steps, where t − 1 have passed"],
  ],
  [
    "used-today/rule",
    `({ w, g }, { lambda, bound }) => {
      const share = Math.max(1, bound / Math.hypot(...g));
      return { w: w.map((x, i) => x - share * g[i]) };
    }`,
    [
      "in the line of w, the factor λ is left out; besides, in the k that w is computed with, the larger one is taken",
    ],
  ],
  // No size stands in the text.
  [
    "used-today/rule",
    `({ w, g }, { lambda, bound }) => {
      const length = Math.hypot(...g);
      return { w: w.map((x, i) => x - lambda * (length > bound ? 0 : g[i])) };
    }`,
    ["where the length of g is above bound, w stays as it was, and elsewhere it is right"],
  ],
];

test.each(someUnlessLong(OTHERWISE, 3))("%s: %s", (id, answer, names) => {
  expect(told(id, answer).names).toEqual(names);
});

test("an answer is compared with the form that its exercise hands out, where another form would explain it too", () => {
  const { names, text } = told("nesterov/colleague", momentum("alpha * old - lambda * g[i]"));
  expect(names).toEqual(["the jump is made with the old m, which is the plain step of momentum"]);
  expect(text).not.toContain("look-ahead point");
});

test("what is said of the state that w is computed with is not said of all that w is computed with", () => {
  const answer = `({ w, kappa, g }, { lambda, zeta, epsilon }) => {
    const step = g.map((slope) => lambda * slope);
    const roots = kappa.map((old, i) => Math.sqrt(zeta * old + (1 - zeta) * step[i] ** 2 + epsilon));
    return { w: w.map((x, i) => x - step[i] / roots[i]), kappa: roots };
  }`;
  expect(told("rmsprop/rule", answer).names).toEqual([
    "in the line of κ, g is multiplied by λ",
    "what is returned as κ is its root, with ε inside",
  ]);
});

test("a list that is handed to Math as one number is told as that, and nothing of an index that the text has not", () => {
  const answer = `({ w, g }, { lambda, bound }) => {
    const norm = Math.hypot(g);
    return { w: w.map((x, i) => x - lambda * (norm > bound ? bound / norm : 1) * g[i]) };
  }`;
  const { names, text } = told("used-today/rule", answer);
  expect(names).toEqual(["Math.hypot takes numbers, and is handed the list g as one, which gives NaN"]);
  expect(text).toContain("Math.hypot(...g)");
});
