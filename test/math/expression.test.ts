import { describe, expect, test } from "vitest";
import { EquationError, objective } from "fall-line";
import { locate, parse, symbolsOf } from "../../src/math/expression.ts";
import { parseLine, symbolsIn } from "../../src/math/line.ts";

function mistake(read: () => unknown): EquationError {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(EquationError);
    return error as EquationError;
  }
  throw new Error("nothing was thrown");
}

const many = Array.from({ length: 31 }, (_, i) => `x${i}`);

describe("parse(text) says where a mistake is, what it is and what to do:", () => {
  test.each<[string, string[] | undefined, number, string, string]>([
    ["x + * 2", undefined, 4, "this can't be read as an expression (Value expected)\n", ""],
    ["(x + 2", undefined, 6, "this can't be read as an expression (Parenthesis ) expected)\n", ""],
    ["2 + x**2", undefined, 6, "a power is written with ^, as in x^2, and not with **", ""],
    ["x²", undefined, 1, "a power is written with ^, as in x^2", ""],
    ["x³ + 1", undefined, 1, "a power is written with ^, as in x^2", ""],
    ["|x| + 1", undefined, 0, "an absolute value is written abs(x), and not with |", ""],
    ["  ", undefined, 0, "an expression is missing here", ""],
    ["2*x + y", ["x"], 6, "y is not defined here", "allowed: x"],
    ["xx + xy", ["x", "y", "xx"], 5, "xy is not defined here", "a product is written x*y"],
    [
      "lamda*2",
      ["lambda", "mu"],
      0,
      "lamda is not defined here",
      "allowed: lambda, mu; did you mean lambda?",
    ],
    ["x31", many, 0, "x31 is not defined here", `allowed: ${many.slice(0, 30).join(", ")}, ...; did you`],
    ["x31", many.slice(1), 0, "x31 is not defined here", `allowed: ${many.slice(1).join(", ")}; did you`],
    ["x + sinus(x)", ["x"], 4, "there is no function sinus", "did you mean sin?"],
    ["2 + x(3)", ["x"], 4, "x is not a function", "a product is written x*(...)"],
    ["sqrt(x, 2)", ["x"], 0, "sqrt takes 1 argument, got 2", ""],
    ["1 + max(x)", ["x"], 4, "max takes 2 or more arguments, got 1", ""],
    ["sqrt()", ["x"], 0, "sqrt takes 1 argument, got 0", ""],
    ["2 + dot(x, x)", ["x"], 4, "there is no function dot", "allowed: sqrt, abs, exp"],
    ['x + "a"', ["x"], 4, '"a" is not allowed in an expression', "numbers, names, + - * / ^, comparisons"],
    ["x + 5 % 2", ["x"], 4, "5 % 2 is not allowed in an expression", ""],
    ["[x, 2]", ["x"], 0, "[x, 2] is not allowed in an expression", ""],
    ["x!", ["x"], 0, "x! is not allowed in an expression", ""],
    ["x; 2", ["x"], 0, "is not allowed in an expression", ""],
    ["i = 3", ["i"], 0, "i = 3 is not allowed in an expression", ""],
    ["true", ["x"], 0, "true is not allowed in an expression", ""],
  ])("%s", (text, symbols, position, what, help) => {
    const error = mistake(() => parse(text, { symbols }));
    expect(error.message).toContain(what);
    expect(error.message).toContain(help);
    expect(error.message).not.toContain("(char");
    expect(error.position).toBe(position);
  });

  test("the place of a mistake in a name is the name, and of one in the syntax a character", () => {
    expect(mistake(() => parse("2*x + yy", { symbols: ["x"] })).length).toBe(2);
    expect(mistake(() => parse("x + * 2")).length).toBe(1);
    expect(mistake(() => parse("x + sinus(x)")).length).toBe(5);
    for (const read of [() => parse(" "), () => parseLine("x+".repeat(1001) + "x")])
      expect(mistake(read)).toMatchObject({ position: 0, length: 1 });
  });
});

test("parse(text) lets numbers, names, arithmetic, comparisons, cases, pi, e and the functions through", () => {
  const text =
    "+x - -2.5e-3*y/pi^e + (x > y and x <= 1 or not == 3 ? max(x, y, 1, 2, 3, 4, 5, 6, 7, 8) : sech(x))";
  expect(() => parse(text.replace("not", "y"), { symbols: ["x", "y"] })).not.toThrow();
  expect(() => parse("anything*goes")).not.toThrow();
});

describe("how long an expression may be", () => {
  const sum = (terms: number): string => Array.from({ length: terms }, () => "x").join("+");

  test("15,000 operations, and 1,000 in a line of a rule", () => {
    expect(() => parse(sum(15_001))).not.toThrow();
    expect(() => parse(sum(15_002))).toThrow("it has more than 15,000 operations");
    expect(() => parseLine(sum(1001))).not.toThrow();
    expect(() => parseLine(sum(1002))).toThrow("it has more than 1,000 operations");
    // 500 functions and 499 sums, and one of each more.
    expect(() => parseLine(sum(500).replaceAll("x", "abs(x)"))).not.toThrow();
    expect(() => parseLine(sum(501).replaceAll("x", "abs(x)"))).toThrow("it has more than 1,000 operations");
  });

  test("500,000 characters", () => {
    expect(() => parse("x".padEnd(500_000))).not.toThrow();
    expect(() => parse("x".padEnd(500_001))).toThrow("it has more than 500,000 characters");
  });
});

test("symbolsOf(expression) has each name once, in the order of the text; no function, pi or e", () => {
  expect(symbolsOf(parse("b*sin(a) + pi*b - e^c + max(a, d)"))).toEqual(["b", "a", "c", "d"]);
  expect([...symbolsIn("w - lambda*norm(g) + pi")]).toEqual(["w", "lambda", "g"]);
  expect(objective("pi*b + e^a").variables).toEqual(["a", "b"]);
});

test.each([
  ["mHat + m", "m", 7, 1],
  ["m2 + m", "m", 5, 1],
  ["m_ + m", "m", 5, 1],
  ["2m + m", "m", 5, 1],
  ["a + max(b, c)", "max", 4, 3],
  ["x^2 + (y)", "(y)", 6, 3],
  ["a+b", "a + b", 0, 3],
  ["mHat", "m", 0, 4],
])("in %s the place of %s is at %i, %i long", (text, part, position, length) => {
  expect(locate(text, part)).toEqual({ position, length });
});

test.each([
  ["x + max(y, 1)*z", "y", "max", 4, 3],
  ["sign(z) + x", "z", "sign", 0, 4],
  ["x + floor(y*x)", "x", "floor", 4, 5],
  ["y*(x > 1 ? 2 : 3)", "x", "conditional", 0, 17],
])("%s can't be differentiated with respect to %s", (text, variable, name, position, length) => {
  const error = mistake(() => objective(text));
  expect(error).toMatchObject({ position, length });
  expect(error.message).toContain(
    `this can't be differentiated with respect to ${variable} (${name} has no derivative everywhere)`,
  );
  expect(error.message).toContain("allowed: sums, products, powers and smooth functions such as sqrt");
});

test("what has no derivative is allowed where it does not depend on the variables", () => {
  expect(objective("x^2*max(2, 3) + floor(pi)").derivatives).toBeDefined();
  const out = new Float64Array(1);
  objective("x^2*max(2, 3) + floor(pi)").gradient(Float64Array.of(1), out, 1);
  expect(out[0]).toBe(6);
});
