import { describe, expect, test } from "vitest";
import { changesOf } from "../../src/exercises/mutations/line.ts";
import type { Names } from "../../src/exercises/mutations/slips.ts";

const none: Names = { shares: [], vectors: [], epsilon: undefined, rate: undefined };

describe("every wrong version of an expression by one slip, with what is wrong in it", () => {
  test.each<[string, Partial<Names>, Record<string, string>]>([
    [
      "-a + b",
      {},
      {
        "-a - b": "the sign of b is flipped",
        "-a": "b is left out",
        b: "−a is left out",
        "a + b": "the minus before a is missing",
        "b - -a": "the sign of −a is flipped",
      },
    ],
    [
      "a - b",
      {},
      {
        "a + b": "the sign of b is flipped",
        "-a - b": "the sign of a is flipped",
        a: "b is left out",
        "-b": "a is left out",
      },
    ],
    [
      "w + a",
      {},
      {
        "w - a": "the sign of a is flipped",
        "a - w": "the sign of w is flipped",
        w: "a is left out",
        a: "w is left out",
      },
    ],
    ["1 - a", { shares: ["a"] }, { "1 + a": "the sign of a is flipped", a: "a stands where 1 − a should" }],
    ["2 + a", {}, { "2 - a": "the sign of a is flipped", "a - 2": "the sign of 2 is flipped" }],
    ["a*b", {}, { a: "the factor b is left out", b: "the factor a is left out" }],
    [
      "a/b",
      {},
      {
        a: "a is not divided by b",
        "a * b": "a is multiplied by b and not divided",
        "1 / b": "1 stands where a should",
      },
    ],
    [
      "g^2",
      {},
      {
        g: "g is not squared",
        "2 * g": "g is doubled and not squared",
        "abs(g)": "g is taken by its size and not squared",
        "norm(g) ^ 2": "the squares of all coordinates are added up into one number",
        "mean(g ^ 2)": "the squares of all coordinates are averaged into one number",
        "(g / norm(g)) ^ 2": "g is divided by its length",
      },
    ],
    [
      "a^2",
      {},
      {
        a: "a is not squared",
        "2 * a": "a is doubled and not squared",
        "abs(a)": "a is taken by its size and not squared",
      },
    ],
    [
      "a^t",
      {},
      {
        a: "the power t of a is left out",
        "a * t": "a is multiplied by t and not raised to it",
        "a ^ (t - 1)": "t is one too small",
        "a ^ (t + 1)": "t is one too large",
      },
    ],
    ["sqrt(a)", {}, { a: "the root of a is left out", "a ^ 2": "a is squared and not under a root" }],
    ["exp(a)", {}, { a: "e to the power a is left out" }],
    ["abs(a)", {}, { a: "the size of a is not taken" }],
    ["floor(a)", {}, { a: "a is not rounded down" }],
    [
      "max(a, b)",
      {},
      { "min(a, b)": "the smaller one is taken", a: "only a is taken", b: "only b is taken" },
    ],
    [
      "solve(H, g)",
      {},
      {
        "mul(H, g)": "g is multiplied by H and not by its inverse",
        g: "H is not used: g stands where H⁻¹g should",
        "solve(H, g / norm(g))": "g is divided by its length",
      },
    ],
    [
      "g/sqrt(v + epsilon)",
      { epsilon: "epsilon" },
      {
        g: "nothing is divided by √(v + ε)",
        "1 / sqrt(v + epsilon)": "1 stands where g should",
        "g * sqrt(v + epsilon)": "√(v + ε) is a factor, and should be a divisor",
        "g / sqrt(v) + epsilon": "ε is added to the result and not to the divisor",
        "g / sqrt(v) - epsilon": "ε is added to the quotient and not to the divisor",
        "g / norm(g) / sqrt(v + epsilon)": "g is divided by its length",
        "g / (v + epsilon)": "the root of v + ε is left out",
        "g / (v + epsilon) ^ 2": "v + ε is squared and not under a root",
        "g / (sqrt(v) + epsilon)": "ε stands outside the root",
        "g / sqrt(v - epsilon)": "the sign of ε is flipped",
        "g / sqrt(epsilon - v)": "the sign of v is flipped",
        "g / sqrt(v)": "ε is left out",
        "g / sqrt(epsilon)": "v is left out",
      },
    ],
    [
      "g/(sqrt(v) + epsilon)",
      { epsilon: "epsilon" },
      {
        g: "nothing is divided by √v + ε",
        "1 / (sqrt(v) + epsilon)": "1 stands where g should",
        "g * (sqrt(v) + epsilon)": "√v + ε is a factor, and should be a divisor",
        "g / sqrt(v) + epsilon": "ε is added to the result and not to the divisor",
        "g / sqrt(v) - epsilon": "ε is added to the quotient and not to the divisor",
        "g / norm(g) / (sqrt(v) + epsilon)": "g is divided by its length",
        "g / (sqrt(v) - epsilon)": "the sign of ε is flipped",
        "g / (epsilon - sqrt(v))": "the sign of √v is flipped",
        "g / sqrt(v)": "ε is left out",
        "g / epsilon": "√v is left out",
        "g / sqrt(v + epsilon)": "ε stands inside the root",
        "g / (v + epsilon)": "the root of v is left out",
        "g / (v ^ 2 + epsilon)": "v is squared and not under a root",
      },
    ],
    [
      "a*m - g",
      { shares: ["a"], vectors: ["g", "m"] },
      {
        "a * m + g": "the sign of g is flipped",
        "-(a * m) - g": "the sign of a·m is flipped",
        "a * m": "g is left out",
        "-g": "a·m is left out",
        "a * m - (1 - a) * g": "g is multiplied by 1 − a",
        "a - g": "the factor m is left out",
        "m - g": "the factor a is left out",
        "(1 - a) * m - g": "1 − a stands where a should",
        "a * g - g": "g stands where m should",
        "a * m - m": "m stands where g should",
        "a * m - g / norm(g)": "g is divided by its length",
      },
    ],
    [
      "b*m + (1 - b)*g",
      { shares: ["a", "b"] },
      {
        "b * m - (1 - b) * g": "the sign of (1 − b)·g is flipped",
        "(1 - b) * g - b * m": "the sign of b·m is flipped",
        "b * m": "(1 − b)·g is left out",
        "(1 - b) * g": "b·m is left out",
        "b + (1 - b) * g": "the factor m is left out",
        "m + (1 - b) * g": "the factor b beside m is left out",
        "(1 - b) * m + (1 - b) * g": "1 − b stands where b should",
        "b * m + 1 - b": "the factor g is left out",
        "b * m + g": "the factor 1 − b is left out",
        "b * m + (1 + b) * g": "the sign of b is flipped",
        "b * m + b * g": "b stands where 1 − b should",
        "b * m + (1 - b) * g / norm(g)": "g is divided by its length",
        "(1 - b) * m + b * g": "b and 1 − b have changed places",
        "a * m + (1 - a) * g": "a stands where b should",
      },
    ],
    [
      "w + r*m",
      { rate: "r" },
      {
        "w - r * m": "the sign of r·m is flipped",
        "r * m - w": "the sign of w is flipped",
        w: "r·m is left out",
        "r * m": "w is left out",
        "w + r": "the factor m is left out",
        "w + m": "the factor r is left out",
        "w + r ^ 2 * m": "the rate r is applied twice",
        "w + r * r * m": "the rate r is applied once more",
      },
    ],
    [
      "a + r*m",
      { rate: "r" },
      {
        "a - r * m": "the sign of r·m is flipped",
        "r * m - a": "the sign of a is flipped",
        a: "r·m is left out",
        "r * m": "a is left out",
        "a + r": "the factor m is left out",
        "a + m": "the factor r is left out",
        "a + r ^ 2 * m": "the rate r is applied twice",
      },
    ],
    [
      "w - r*m",
      { rate: "r" },
      {
        "w + r * m": "the sign of r·m is flipped",
        w: "r·m is left out",
        "-(r * m)": "w is left out",
        "w - r": "the factor m is left out",
        "w - m": "the factor r is left out",
        "w - r ^ 2 * m": "the rate r is applied twice",
      },
    ],
  ])("of %s", (text, names, due) => {
    const changes = changesOf(text, { ...none, ...names });
    expect(Object.fromEntries(changes.map(({ text: wrong, what }) => [wrong, what]))).toEqual(due);
    expect(changes).toHaveLength(Object.keys(due).length);
  });

  test.each<[string, Partial<Names>, string, string]>([
    ["solve(H, kappa)", {}, "mul(H, kappa)", "κ is multiplied by H and not by its inverse"],
    [
      "beta*m + (1 - beta)*g",
      { shares: ["beta"] },
      "(1 - beta) * m + beta * g",
      "β and 1 − β have changed places",
    ],
    ["beta*m + g", { shares: ["beta", "alpha"] }, "alpha * m + g", "α stands where β should"],
    ["kappa*m", { vectors: ["kappa", "m"] }, "m * m", "m is squared, and κ is left out"],
    ["w + lambda*m", { rate: "lambda" }, "w + m", "the factor λ is left out"],
    ["w + m", { rate: "lambda" }, "w + lambda * m", "the rate λ is applied once more"],
    ["1 - beta", { shares: ["beta"] }, "beta", "β stands where 1 − β should"],
    ["b + kappa^beta", {}, "b + kappa * beta", "κ is multiplied by β and not raised to it"],
    ["b + kappa^2", {}, "b + 2 * kappa", "κ is doubled and not squared"],
    ["b + solve(H, kappa)", {}, "b + mul(H, kappa)", "κ is multiplied by H and not by its inverse"],
    ["b + solve(H, kappa)", {}, "b + kappa", "H is not used: κ stands where H⁻¹κ should"],
    ["b + max(kappa, a)", {}, "b + kappa", "only κ is taken"],
    ["b + max(a, kappa)", {}, "b + kappa", "only κ is taken"],
  ])("of %s with %j has %s: %s", (text, names, wrong, what) => {
    expect(changesOf(text, { ...none, ...names })).toContainEqual({ text: wrong, what });
  });

  test("has what is left of 1 that is no share only for shares, and no two that change places where there is one", () => {
    const told = (text: string, names: Partial<Names>): string[] =>
      changesOf(text, { ...none, ...names }).map(({ what }) => what);
    expect(told("1 - a", {})).toEqual(["the sign of a is flipped"]);
    expect(told("1 - a*b", { shares: ["a"] }).filter((what) => what.includes("1 − a*b"))).toEqual([]);
    expect(told("2 - a", { shares: ["a"] })).toContain("1 − a stands where a should");
    expect(told("a*m + a*g", { shares: ["a"] }).filter((what) => what.includes("changed places"))).toEqual(
      [],
    );
  });

  test("depends on what its names are", () => {
    const wrongs = (names: Partial<Names>): string[] =>
      changesOf("a*m - g", { ...none, ...names }).map(({ text }) => text);
    expect(wrongs({})).not.toContain("(1 - a) * m - g");
    expect(wrongs({ shares: ["a"] })).toContain("(1 - a) * m - g");
    expect(wrongs({ vectors: ["m", "v"] })).toContain("a * v - g");
    expect(wrongs({ rate: "a" })).toContain("a ^ 2 * m - g");
  });
});
