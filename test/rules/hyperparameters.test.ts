import { describe, expect, test } from "vitest";
import { defineRule, descend, hyper, momentum, newton } from "fall-line";
import { hyperparametersOf, rangeInWords } from "../../src/rules/hyperparameters.ts";

const KINDS = [
  ["positive", "above 0", 0.1, [5e-324, 1, 1e300], [0, -0.1]],
  ["nonNegative", "0 or more", 0.1, [0, 1e-9, 1e300], [-1e-9]],
  ["fraction", "in [0, 1)", 0.9, [0, 0.5, 0.9999], [1, -0.0001, 2]],
  ["share", "in [0, 1]", 0.5, [0, 0.5, 1], [1.0001, -0.0001]],
  ["real", "finite", 1, [-1e300, -1, 0, 7], []],
] as const;

describe.each(KINDS)("a hyperparameter that is %s", (kind, words, example, allowed, refused) => {
  const ruleOf = (usual: number) =>
    defineRule({
      id: "mine",
      title: "Mine",
      hyperparameters: { a: hyper[kind]({ tex: "a", default: usual, meaning: "a number" }) },
      equations: { w: "w - a*g" },
    });
  const rule = ruleOf(example);

  test(`is ${words}, in words too`, () => {
    expect(rangeInWords(rule.hyperparameters["a"])).toBe(words);
  });

  test.each(allowed)("may be %d, set or by default", (value) => {
    expect(hyperparametersOf(rule, { a: value })).toEqual({ a: value });
    expect(ruleOf(value).hyperparameters["a"].default).toBe(value);
  });

  test.each([...refused, NaN, Infinity, -Infinity])("can't be %d, set or by default", (value) => {
    expect(() => hyperparametersOf(rule, { a: value })).toThrow(
      `a must be ${words}, got ${value}; for example: hyper: { a: ${example} }`,
    );
    expect(() => ruleOf(value)).toThrow(
      `the default of a must be ${words}, got ${value}; for example: default: ${example}`,
    );
  });

  test("can't be text that reads as a number", () => {
    expect(() => hyperparametersOf(rule, { a: String(example) } as never)).toThrow(
      `a must be ${words}, got "`,
    );
  });
});

describe("hyperparametersOf(rule, set)", () => {
  test("keeps the rule's order, and the defaults of those that are not set", () => {
    expect(Object.entries(hyperparametersOf(momentum, { alpha: 0.5 }))).toEqual([
      ["lambda", 0.01],
      ["alpha", 0.5],
    ]);
    expect(hyperparametersOf(momentum, { alpha: undefined, lambda: 2 })).toEqual({ lambda: 2, alpha: 0.9 });
  });

  test("names those that there are, where one is asked for that there is not", () => {
    expect(() => hyperparametersOf(newton, { lambda: 1 })).toThrow(
      "Newton's method has no hyperparameter lambda; allowed: none",
    );
    expect(() => hyperparametersOf(momentum, { alfa: 1, beta: 1 })).toThrow(
      "Momentum has no hyperparameter alfa; allowed: lambda, alpha; did you mean alpha?",
    );
  });

  test("takes them by name", () => {
    expect(() => descend("x^2", momentum, { start: [1], steps: 1, hyper: 0.1 as never })).toThrow(
      "hyper takes hyperparameters by name, got 0.1; allowed: lambda, alpha; for example: hyper: { lambda: 0.01 }",
    );
    expect(() => hyperparametersOf(newton, [1] as never)).toThrow(/for example: hyper: \{ +\}/);
  });
});
