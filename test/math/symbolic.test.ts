import { describe, expect, test } from "vitest";
import { derivativeText } from "../../src/math/symbolic.ts";

/** sin(sin(...x)), so many times. */
const nested = (times: number): string =>
  Array.from({ length: times }).reduce<string>((inner) => `sin(${inner})`, "x");

describe("derivativeText(formula, variable)", () => {
  test.each([
    ["x^2*y", "y", "x ^ 2"],
    ["sin(x)", "x", "cos(x)"],
    ["7", "x", "0"],
    ["0.05*x^2 + y^2", "x", "0.1 * x"],
    ["2*3*x", "x", "6"],
    ["0.1*(0.5*x)", "x", "0.05"],
    ["0.5*(0.246912*x)", "x", "0.123456"],
    ["0.5*(246913578*x)", "x", "1.23456789e+8"],
    ["0.5*(0.2469134*x)", "x", "0.2469134 * 0.5"],
  ])("of %s by %s is %s, its constants worked out", (formula, variable, derivative) => {
    expect(derivativeText(formula, variable)).toBe(derivative);
  });

  test("leaves constants as they are where their product is longer than one would write it", () => {
    // 0.1 · 0.2 is 0.020000000000000004 to a computer.
    expect(derivativeText("0.1*(0.2*x)", "x")).toBe("0.2 * 0.1");
  });

  test("writes out what a chain of eleven is, by the chain rule", () => {
    const factors = Array.from({ length: 11 }, (_, k) => `cos(${nested(k)})`);
    expect(derivativeText(nested(11), "x")).toBe(factors.join(" * "));
  });

  test("says so where it is too long to be read", () => {
    const sentence = "The derivative with respect to x is too long to be written out.";
    expect(derivativeText(nested(12), "x")).toBe(sentence);
    expect([300, 301].map((letters) => derivativeText("x + 1".padEnd(letters), "x"))).toEqual([
      "1",
      sentence,
    ]);
  });
});
