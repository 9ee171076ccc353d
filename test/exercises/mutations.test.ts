import { describe, expect, test } from "vitest";
import { adagrad, adam, defineRule, hyper, momentum, nesterov, state } from "fall-line";
import { formulaText, nameText } from "../../src/math/text.ts";
import { distinctSingles } from "../../src/exercises/mutations/mutants.ts";
import { changesOf } from "../../src/exercises/mutations/line.ts";
import type { Names } from "../../src/exercises/mutations/slips.ts";
import { slipsOf } from "../../src/exercises/mutations/rule.ts";
import { checkRule } from "../../src/rules/check.ts";
import { probesFor } from "../../src/exercises/run/probe.ts";

const clauses = (rule: Parameters<typeof slipsOf>[0]): string[] => slipsOf(rule).map(({ what }) => what);

describe("slipsOf(rule)", () => {
  test("finds what students get wrong about momentum", () => {
    expect(clauses(momentum)).toEqual(
      expect.arrayContaining([
        "in the line of m, the sign of λ·g is flipped",
        "in the line of m, α·m is left out",
        "in the line of m, the factor α is left out",
        "in the line of m, 1 − α stands where α should",
        "in the line of m, λ·g is multiplied by 1 − α",
        "in the line of m, g is divided by its length",
        "in the line of m, the rate λ is applied twice",
        "the line of w uses the old m",
        "the gradient is taken ahead, at w + α·m",
      ]),
    );
  });

  test("of two numbers the other one is taken, and said to be so", () => {
    const names: Names = { shares: [], vectors: [], epsilon: undefined, rate: undefined };
    const said = (text: string): string[] =>
      changesOf(text, names).map(({ text: wrong, what }) => `${wrong}: ${what}`);
    expect(said("max(a, b)")).toContain("min(a, b): the smaller one is taken");
    expect(said("min(a, b)")).toContain("max(a, b): the larger one is taken");
  });

  test("makes an average of a sum, and not of what is an average already", () => {
    const wrongs = (text: string): string[] =>
      changesOf(text, { shares: ["alpha"], vectors: [], epsilon: undefined, rate: undefined }).map(
        ({ what }) => what,
      );
    expect(wrongs("alpha*m + g")).toContain("g is multiplied by 1 − α");
    expect(
      wrongs("alpha*m + (1 - alpha)*g").filter((what) => what.includes("is multiplied by 1 − α")),
    ).toEqual([]);
  });

  test("finds what students get wrong about Nesterov's place", () => {
    expect(clauses(nesterov)).toEqual(
      expect.arrayContaining([
        "the gradient is taken at w and not at the look-ahead point",
        "in the look-ahead point, the factor α is left out",
        "the gradient is taken ahead by λ and not by α",
        "the step λ·g is added once more",
      ]),
    );
  });

  test("finds what students get wrong about κ and ε", () => {
    expect(clauses(adagrad)).toEqual(
      expect.arrayContaining([
        "in the line of κ, κ is left out",
        "in the line of κ, g is not squared",
        "in the line of κ, the squares of all coordinates are added up into one number",
        "in the line of w, the root of κ + ε is left out",
        "in the line of w, ε stands outside the root",
        "in the line of w, ε is added to the result and not to the divisor",
        "the line of w uses the old κ",
      ]),
    );
  });

  test("finds what students get wrong about the corrections", () => {
    expect(clauses(adam)).toEqual(
      expect.arrayContaining([
        "in the line of m, β₁ and 1 − β₁ have changed places",
        "in the m̂ that w is computed with, m is not divided by 1 − β₁ᵗ",
        "in the m̂ that w is computed with, m is multiplied by 1 − β₁ᵗ and not divided",
        "in the m̂ that w is computed with, the power t of β₁ is left out",
        "t is one too small everywhere",
        "t is one too large everywhere",
        "m̂ is stored back into m",
        "β₁ is used for β₂ everywhere",
        "in the line of w, m stands where m̂ should",
      ]),
    );
  });
});

describe("distinctSingles(rule)", () => {
  const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" });

  test("discards a slip that computes the same: a sign flipped inside a square", () => {
    const squared = defineRule({
      id: "squared",
      title: "Squared",
      hyperparameters: { lambda },
      rate: "lambda",
      equations: { w: "w - lambda*g*(-g)^2" },
    });
    expect(clauses(squared)).toContain("the minus before g is missing");
    const kept = distinctSingles(squared, probesFor(squared)).flat();
    expect(kept.map(({ what }) => what)).not.toContain("the minus before g is missing");
  });

  test("names those together that can't be told apart, and keeps only rules that stay finite", () => {
    const groups = distinctSingles(adam, probesFor(adam));
    const names = groups.map((group) => group.map(({ what }) => what));
    expect(names).toContainEqual([
      "in the line of m, the sign of (1 − β₁)·g is flipped",
      "in the line of w, the sign of the step is flipped",
    ]);
    expect(names.flat()).not.toContain("t is one too small everywhere");
    groups.flat().forEach(({ rule }) => expect(() => checkRule(rule)).not.toThrow());
  });

  test("leaves out slips that make no rule", () => {
    const two = defineRule({
      id: "two",
      title: "Two",
      hyperparameters: { alpha: hyper.fraction({ tex: "\\alpha", default: 0.9, meaning: "share" }) },
      state: { m: state.vector({ meaning: "average" }) },
      equations: { m: "alpha*m + (1 - alpha)*g", w: "w - 0.1*m" },
    });
    expect(distinctSingles(two, probesFor(two)).length).toBeGreaterThan(8);
  });
});

test("changesOf(formula) gives each wrong text once, with what is wrong in it", () => {
  const names: Names = { shares: [], epsilon: undefined, rate: undefined, vectors: ["t", "k"] };
  const changes = changesOf("exp(-k*(t - 1))", names);
  expect(new Set(changes.map(({ text }) => text)).size).toBe(changes.length);
  expect(changes.map(({ what }) => what)).toContain("t is one too large");
});

test.each([
  ["w - lambda*g/(sqrt(kappa) + epsilon)", "w − λ·g / (√κ + ε)"],
  ["a - (b - c)", "a − (b − c)"],
  ["(a + b)*c^2", "(a + b)·c²"],
  ["mHat/(1 - beta1^t)", "m̂ / (1 − β₁ᵗ)"],
  ["a/b*c", "(a / b)·c"],
  ["2^(-k)", "2^(−k)"],
  ["exp(-k*(t - 1))", "e^(−k·(t − 1))"],
  ["solve(H, g)", "H⁻¹g"],
  ["mul(H, g)", "Hg"],
])("formulaText(%j) reads %s", (formula, text) => {
  expect(formulaText(formula)).toBe(text);
});

test("nameText(name) writes Greek letters, indices, hats and what is old", () => {
  expect(["alpha1", "vHat", "mOld", "lambda", "w"].map(nameText)).toEqual([
    "α₁",
    "v\u0302",
    "(old m)",
    "λ",
    "w",
  ]);
});
