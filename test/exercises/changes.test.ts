import { describe, expect, test } from "vitest";
import { adam, momentum, nesterov, type Rule } from "fall-line";
import { changesOf, type Names } from "../../src/exercises/mutations/line.ts";
import { slipsOf } from "../../src/exercises/mutations/rule.ts";

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
    ["w + a", {}, { "w - a": "the sign of a is flipped", w: "a is left out", a: "w is left out" }],
    ["1 - a", { shares: ["a"] }, { "1 + a": "the sign of a is flipped", a: "a stands where 1 − a should" }],
    ["2 + a", {}, { "2 - a": "the sign of a is flipped" }],
    ["a*b", {}, { a: "the factor b is left out", b: "the factor a is left out" }],
    ["a/b", {}, { a: "a is not divided by b", "a * b": "a is multiplied by b and not divided" }],
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
        g: "H is not used",
        "solve(H, g / norm(g))": "g is divided by its length",
      },
    ],
    [
      "g/sqrt(v + epsilon)",
      { epsilon: "epsilon" },
      {
        g: "g is not divided by √(v + ε)",
        "g * sqrt(v + epsilon)": "g is multiplied by √(v + ε) and not divided",
        "g / sqrt(v) + epsilon": "ε is added to the result and not to the divisor",
        "g / sqrt(v) - epsilon": "ε is added to the quotient and not to the divisor",
        "g / norm(g) / sqrt(v + epsilon)": "g is divided by its length",
        "g / (v + epsilon)": "the root of v + ε is left out",
        "g / (v + epsilon) ^ 2": "v + ε is squared and not under a root",
        "g / (sqrt(v) + epsilon)": "ε stands outside the root",
        "g / sqrt(v - epsilon)": "the sign of ε is flipped",
        "g / sqrt(-v + epsilon)": "the sign of v is flipped",
        "g / sqrt(v)": "ε is left out",
        "g / sqrt(epsilon)": "v is left out",
      },
    ],
    [
      "g/(sqrt(v) + epsilon)",
      { epsilon: "epsilon" },
      {
        g: "g is not divided by √v + ε",
        "g * (sqrt(v) + epsilon)": "g is multiplied by √v + ε and not divided",
        "g / sqrt(v) + epsilon": "ε is added to the result and not to the divisor",
        "g / sqrt(v) - epsilon": "ε is added to the quotient and not to the divisor",
        "g / norm(g) / (sqrt(v) + epsilon)": "g is divided by its length",
        "g / (sqrt(v) - epsilon)": "the sign of ε is flipped",
        "g / (-sqrt(v) + epsilon)": "the sign of √v is flipped",
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
        "-(b * m) + (1 - b) * g": "the sign of b·m is flipped",
        "b * m": "(1 − b)·g is left out",
        "(1 - b) * g": "b·m is left out",
        "b + (1 - b) * g": "the factor m is left out",
        "m + (1 - b) * g": "the factor b is left out",
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
        "-a + r * m": "the sign of a is flipped",
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

  test("depends on what its names are", () => {
    const wrongs = (names: Partial<Names>): string[] =>
      changesOf("a*m - g", { ...none, ...names }).map(({ text }) => text);
    expect(wrongs({})).not.toContain("(1 - a) * m - g");
    expect(wrongs({ shares: ["a"] })).toContain("(1 - a) * m - g");
    expect(wrongs({ vectors: ["m", "v"] })).toContain("a * v - g");
    expect(wrongs({ rate: "a" })).toContain("a ^ 2 * m - g");
  });
});

describe("the wrong versions of a rule in more than one line", () => {
  const versions = (rule: Rule): Record<string, string> =>
    Object.fromEntries(
      slipsOf(rule)
        .filter(({ what }) => !/^in the (line|place) of/.test(what[0]!))
        .map(({ what, rule: { gradientAt, equations } }) => [
          what.join(),
          [`g at ${gradientAt}`, ...Object.entries(equations).map(([name, { text }]) => `${name} = ${text}`)]
            .join("; ")
            .replaceAll(" ", ""),
        ]),
    );

  test.each<[string, Rule, Record<string, string>]>([
    [
      "momentum",
      momentum,
      {
        "the line of w uses the old m": "gatw;mOld=m;m=alpha*m-lambda*g;w=w+mOld",
        "the gradient is taken ahead, at w + α·m": "gatw+alpha*m;m=alpha*m-lambda*g;w=w+m",
        "the step λ·g is added to w once more": "gatw;m=alpha*m-lambda*g;w=w+m-lambda*g",
      },
    ],
    [
      "nesterov",
      nesterov,
      {
        "the line of w uses the old m": "gatw+alpha*m;mOld=m;m=alpha*m-lambda*g;w=w+mOld",
        "the gradient is taken at w": "gatw;m=alpha*m-lambda*g;w=w+m",
        "the gradient is taken ahead by λ and not by α": "gatw+lambda*m;m=alpha*m-lambda*g;w=w+m",
        "the step λ·g is added to w once more": "gatw+alpha*m;m=alpha*m-lambda*g;w=w+m-lambda*g",
      },
    ],
    [
      "adam",
      adam,
      {
        "the line of m̂ uses the old m":
          "gatw;mOld=m;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=mOld/(1-beta1^t);vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "the line of v̂ uses the old v":
          "gatw;vOld=v;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^t);vHat=vOld/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "m̂ is stored back into m":
          "gatw;m=(beta1*m+(1-beta1)*g)/(1-beta1^t);v=beta2*v+(1-beta2)*g^2;mHat=m;vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "v̂ is stored back into v":
          "gatw;m=beta1*m+(1-beta1)*g;v=(beta2*v+(1-beta2)*g^2)/(1-beta2^t);mHat=m/(1-beta1^t);vHat=v;w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "β₂ is used for β₁ everywhere":
          "gatw;m=beta2*m+(1-beta2)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta2^t);vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "β₁ is used for β₂ everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta1*v+(1-beta1)*g^2;mHat=m/(1-beta1^t);vHat=v/(1-beta1^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "t is one too small everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^(t-1));vHat=v/(1-beta2^(t-1));w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "t is one too large everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^(t+1));vHat=v/(1-beta2^(t+1));w=w-eta*mHat/(sqrt(vHat)+epsilon)",
      },
    ],
  ])("of %s", (_, rule, due) => {
    expect(versions(rule)).toEqual(due);
  });
});
