/** What a wrong step is found to compute. */
import { describe, expect, test } from "vitest";
import { adagrad, adam, gradientDescent, momentum, nesterov, type Rule } from "fall-line";
import { conventionsOf } from "../../src/exercises/conventions.ts";
import { diagnoseStep, isRightStepOn, type StepDiagnosis } from "../../src/exercises/diagnose-step.ts";
import type { Mistake } from "../../src/exercises/mistake.ts";
import type { Misconception } from "../../src/exercises/step-target.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

/** A function as a student writes it. */
const written = (source: string): unknown => Object.assign((0, eval)(`(${source})`) as object, { source });
const diagnose = (rule: Rule, source: string, misconceptions: readonly Misconception[] = []): StepDiagnosis =>
  diagnoseStep({ rule, conventions: conventionsOf(rule), misconceptions }, written(source));

type Wrong = Extract<StepDiagnosis, { kind: "wrong" }>;
function wrong(rule: Rule, source: string, misconceptions: readonly Misconception[] = []): Wrong {
  const diagnosis = diagnose(rule, source, misconceptions);
  if (diagnosis.kind !== "wrong") throw new Error(`${diagnosis.kind}: ${source}`);
  return diagnosis;
}
const says = ({ mistakes }: { readonly mistakes: readonly Mistake[] }): unknown[] =>
  mistakes.map(({ what, sentence }) => what ?? sentence);

/** A momentum step of these two lines. */
const step = (m: string, w: string): string =>
  `({ w, m, g, t }, { lambda, alpha }) => { const v = m.map((old, i) => ${m}); return { w: w.map((x, i) => ${w}), m: v }; }`;
const RIGHT = ["alpha * old - lambda * g[i]", "x + v[i]"] as const;
const [M, W] = RIGHT;

describe("a momentum step is found to be", () => {
  test("right, in the rule's own form or another, with its notes", () => {
    expect(diagnose(momentum, step(M, W))).toEqual({ kind: "right", notes: [], foundPatched: [] });
    const [pytorch] = conventionsOf(momentum);
    const other = diagnose(momentum, step("alpha * old + g[i]", "x - lambda * v[i]"));
    expect(other).toMatchObject({ kind: "right", convention: pytorch });
  });

  test.each<[string, string, string[]]>([
    ["alpha * old + lambda * g[i]", W, ["in the line of m, the sign of λ·g is flipped"]],
    ["alpha * old - 3 * lambda * g[i]", W, ["in the line of m, λ is multiplied by 3"]],
    [M, "x + 3 * v[i]", ["in the line of w, m is multiplied by 3"]],
    [M, "x + m[i]", ["the line of w uses the old m"]],
    [
      "alpha * old - 3 * lambda * g[i]",
      "x + 3 * v[i]",
      ["in the line of m, λ is multiplied by 3", "in the line of w, m is multiplied by 3"],
    ],
    [M, "x", ["in the line of w, m is left out"]],
    [
      "alpha * old - 3 * lambda * g[i]",
      "x",
      ["in the line of m, λ is multiplied by 3", "w comes back as it was: the old place is returned"],
    ],
    [
      "old",
      W,
      [
        "m comes back as it was: the old m is returned, so nothing is remembered from step to step",
        "the line of w uses the old m",
      ],
    ],
    ["0.9 * old - lambda * g[i]", W, ["in the line of m, α is always 0.9, whatever is given"]],
    [
      "t > 5 ? old : alpha * old - lambda * g[i]",
      W,
      ["after step 5, in the line of m, m stays as it was, and elsewhere this line is right"],
    ],
    [
      "alpha * old - lambda * g[i]",
      "t > 5 ? Math.sin(x) : x + v[i]",
      ["in the text, t > 5 ? Math.sin(x) : x + v[i] stands where x + v[i] should"],
    ],
    [
      "alpha * old - lambda * g[i]",
      "t > 5 ? NaN : x + v[i]",
      ["in the text, t > 5 ? NaN : x + v[i] stands where x + v[i] should"],
    ],
  ])("%s and %s: %j", (m, w, due) => {
    // prettier-ignore
    expect(says(wrong(momentum, step(m, w)))).toEqual(due);
  });

  test("explained in what can be, and what can not is named", () => {
    const strange = "Math.tan(x) * Math.cos(g[i] + 1)";
    const odd = {
      what: "it is odd",
      step: written(step(strange.replace("x", "old"), "Math.sin(x * x + 1)")) as never,
    };
    const half = wrong(momentum, step("alpha * old - 3 * lambda * g[i]", strange), [odd]);
    expect([says(half), half.unexplained]).toEqual([["in the line of m, λ is multiplied by 3"], ["w"]]);
    expect(half).not.toHaveProperty("lines");
    const none = wrong(momentum, step(strange.replace("x", "old"), strange));
    expect([none.mistakes, none.unexplained.toSorted()]).toEqual([[], ["m", "w"]]);
  });

  test("said to compute lines, and in one line of its text where that is certain", () => {
    const one = wrong(momentum, step("alpha * old - 3 * lambda * g[i]", W));
    expect(one.lines).toEqual(["m = α·m − λ·3·g", "w = w + m"]);
    expect(one.mistakes[0]!.line).toEqual({
      text: "const v = m.map((old, i) => alpha * old - 3 * lambda * g[i])",
    });
    const both = wrong(momentum, step("alpha * old - 3 * lambda * g[i]", "x + 3 * v[i]"));
    expect(both.mistakes.map(({ line }) => line)).toEqual([undefined, undefined]);
    expect(both.lines).toEqual(["m = α·m − λ·3·g", "w = w + m·3"]);
    const loop =
      "({ w, m, g }, { lambda, alpha }) => { for (let i = 0; i < w.length - 1; i++) { m[i] = alpha * m[i] - lambda * g[i]; w[i] += m[i]; } return { w, m }; }";
    expect(wrong(momentum, loop).mistakes[0]!.line).toBeUndefined();
  });

  test("in a form of the rule, with a slip", () => {
    const pytorch = wrong(momentum, step("alpha * old + g[i]", "x - 3 * lambda * v[i]"));
    expect(says(pytorch)).toEqual(["in the line of w, λ is multiplied by 3"]);
  });

  test("declared, by its equations, its place of the gradient or a function, with its words, id, credit and lines", () => {
    const known: readonly Misconception[] = [
      { what: "nothing is remembered", equations: { m: "-lambda*g" }, credit: 0.25 },
      { id: "third", what: "a third of it is taken", equations: { w: "w + m/3" } },
      {
        id: "first",
        what: "one slope is for all",
        step: written(step("alpha * old - lambda * g[0]", W)) as never,
        lines: ["m = g[0]"],
      },
      { what: "the gradient is taken ahead", gradientAt: "w + alpha*m" },
    ];
    const none = wrong(momentum, step("-lambda * g[i]", W), known);
    expect(none.mistakes).toMatchObject([
      { id: "known: m = -lambda*g", what: "nothing is remembered", credit: 0.25 },
    ]);
    expect(none.lines).toEqual(["m = −λ·g", "w = w + m"]);
    const third = wrong(momentum, step(M, "x + v[i] / 3"), known);
    expect(third.mistakes).toMatchObject([{ id: "known: third", what: "a third of it is taken" }]);
    expect(third.mistakes[0]).not.toHaveProperty("credit");
    const first = wrong(momentum, step("alpha * old - lambda * g[0]", W), known);
    expect(first).toMatchObject({ mistakes: [{ id: "known: first" }], lines: ["m = g[0]"] });
    const ahead = `({ w, m, gradient }, { lambda, alpha }) => { const g = gradient(w.map((x, i) => x + alpha * m[i])); const v = m.map((old, i) => ${M}); return { w: w.map((x, i) => ${W}), m: v }; }`;
    expect(wrong(momentum, ahead, known).mistakes).toMatchObject([{ id: "known: g at w + alpha*m" }]);
    const odd = { what: "m goes through tanh", equations: { m: "tanh(m) - lambda*g^3/7" } };
    const besides = wrong(momentum, step("Math.tanh(old) - (lambda * g[i] ** 3) / 7", "x + 3 * v[i]"), [odd]);
    expect(says(besides)).toEqual(["m goes through tanh", "in the line of w, m is multiplied by 3"]);
  });

  test("two that are declared and compute the same, told as one with the other's words", () => {
    const same: readonly Misconception[] = [
      { what: "it is halved", equations: { w: "w + m/2" } },
      { what: "half is left out", equations: { w: "w + 0.5*m" } },
    ];
    expect(wrong(momentum, step(M, "x + v[i] / 2"), same).mistakes).toMatchObject([
      { what: "it is halved", or: "half is left out" },
    ]);
  });

  test("a neighbour of it, with the number of its text", () => {
    expect(says(wrong(momentum, step(M, "x + alpha * v[i] - lambda * g[i]")))).toEqual([
      "w takes the step of Nesterov momentum as libraries write it, with the new velocity in it",
    ]);
    const clipped = `({ w, g }, { lambda }) => { const size = Math.hypot(...g); return { w: w.map((x, i) => x - lambda * g[i] * Math.min(1, 0.7 / size)) }; }`;
    expect(says(wrong(gradientDescent, clipped))).toEqual([
      "the gradient is divided by its length wherever that is above 0.7: clipping",
    ]);
    const leaky = `({ w, kappa, g }, { lambda, epsilon }) => { const k = kappa.map((old, i) => 0.8 * old + 0.2 * g[i] ** 2); return { w: w.map((x, i) => x - lambda * g[i] / Math.sqrt(k[i] + epsilon)), kappa: k }; }`;
    expect(says(wrong(adagrad, leaky))).toEqual(["κ is the leaky average of RMSProp with 0.8, and no sum"]);
  });
});

describe("what is returned as a state is said to be", () => {
  const stored = (m: string, w: string = W): string =>
    `({ w, m, g }, { lambda, alpha }) => { const v = m.map((old, i) => ${M}); const next = w.map((x, i) => ${w}); return { w: next, m: ${m} }; }`;

  test.each([
    ["next", "what is returned as m is the new place"],
    ["[...w]", "what is returned as m is the old place"],
    ["[...g]", "what is returned as m is the gradient"],
    ["g.map(() => 0)", "what is returned as m is 0, so that the memory is wiped at each step"],
    ["v.map((x, i) => x - m[i])", "what is returned as m is the change of m, new minus old"],
  ])("%s: %s", (m, sentence) => {
    const [mistake] = wrong(momentum, stored(m)).mistakes;
    expect([mistake!.sentence, mistake!.cure]).toEqual([sentence, "Return the new m."]);
    expect(wrong(momentum, stored(m)).mistakes).toHaveLength(1);
  });

  test.each([
    ["Math.sqrt(k[i])", "what is returned as κ is its root"],
    ["Math.sqrt(k[i] + epsilon)", "what is returned as κ is its root, with ε inside"],
    ["next[i] - x", "what is returned as κ is the step"],
  ])("%s: %s", (kappa, sentence) => {
    const source = `({ w, kappa, g }, { lambda, epsilon }) => { const k = kappa.map((old, i) => old + g[i] ** 2); const next = w.map((x, i) => x - lambda * g[i] / Math.sqrt(k[i] + epsilon)); return { w: next, kappa: w.map((x, i) => ${kappa}) }; }`;
    expect(says(wrong(adagrad, source))).toEqual([sentence]);
  });

  test("another state", () => {
    const source =
      "({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => { const a = m.map((x, i) => beta1 * x + (1 - beta1) * g[i]); const b = v.map((x, i) => beta2 * x + (1 - beta2) * g[i] ** 2); return { w: w.map((x, i) => x - eta * a[i] / (1 - beta1 ** t) / (Math.sqrt(b[i] / (1 - beta2 ** t)) + epsilon)), m: b, v: a }; }";
    expect(says(wrong(adam, source))).toEqual(["the new v is returned as m, and the new m as v"]);
  });
});

describe("coordinates that are changed one after the other", () => {
  const inTurn = (gradient: string, m = "m[i]"): string =>
    `({ w, m, g, gradient }, { lambda, alpha }) => { const v = [...m]; for (let i = 0; i < w.length; i++) { ${m} = alpha * m[i] - lambda * ${gradient}; w[i] += ${m}; } return { w, m: ${m === "m[i]" ? "m" : "v"} }; }`;

  test("are told so where the gradient is taken anew for each, with m changed too or kept", () => {
    for (const m of ["m[i]", "v[i]"]) {
      const found = wrong(nesterov, inTurn("gradient(w.map((x, j) => x + alpha * m[j]))[i]", m));
      expect(found.mistakes).toMatchObject([{ id: "in turn: gradient", cure: expect.any(String) as string }]);
    }
    expect(wrong(momentum, inTurn("gradient(w)[i]")).mistakes).toMatchObject([{ id: "in turn: gradient" }]);
  });

  test("and are right where it is not", () => {
    expect(diagnose(momentum, inTurn("g[i]")).kind).toBe("right");
  });
});

describe("an answer that is right at the points of a seed", () => {
  const target = { rule: momentum, conventions: conventionsOf(momentum), misconceptions: [] };
  const on = (source: string, seed: number): boolean => isRightStepOn(target, written(source), seed);

  test("is right, in any form that is known; one that is not is not", () => {
    for (const seed of [3, 4]) {
      expect(on(step(M, W), seed)).toBe(true);
      expect(on(step("alpha * old + g[i]", "x - lambda * v[i]"), seed)).toBe(true);
      expect(on(step(M, "x - v[i]"), seed)).toBe(false);
    }
    for (const bad of ["() => { throw new Error('no'); }", "() => 3", "({ w }) => ({ w: w.map(String) })"])
      expect(on(bad, 3)).toBe(false);
    expect(on(step(M, W).replace("=> {", "=> { Math.abs = () => 1;"), 3)).toBe(false);
    const list = step(M, W).replace(
      "{ w: w.map((x, i) => x + v[i]), m: v }",
      "[w.map((x, i) => x + v[i]), v]",
    );
    expect(on(list, 3)).toBe(false);
  });

  test("and knows those of another seed by heart is not right there", () => {
    const known = new Set<string>();
    type Now = Readonly<Record<"w" | "m" | "g", number[]>>;
    type Hyper = Readonly<Record<"lambda" | "alpha", number>>;
    const right = ({ w, m, g }: Now, { lambda, alpha }: Hyper) => {
      const v = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + v[i]!), m: v };
    };
    isRightStepOn(target, (now: Now, hyper: Hyper) => {
      known.add(String(now.w));
      return right(now, hyper);
    }, 3); // prettier-ignore
    const byHeart = (now: Now, hyper: Hyper) =>
      known.has(String(now.w)) ? right(now, hyper) : { w: now.w, m: now.m };
    expect([3, 4].map((seed) => isRightStepOn(target, byHeart, seed))).toEqual([true, false]);
  });
});
