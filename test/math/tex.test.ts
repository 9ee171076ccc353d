import { describe, expect, test } from "vitest";
import { formatNumber } from "fall-line/tools";
import { parse } from "../../src/math/expression.ts";
import { formatTex, texOfName, toTex } from "../../src/math/tex.ts";

const tex = (text: string): string => toTex(parse(text), { symbol: texOfName, times: "\\cdot" });

describe("toTex", () => {
  test.each([
    ["a*(b + c)", "a \\cdot \\left(b + c\\right)"],
    ["(a*b) + c", "a \\cdot b + c"],
    ["a - (b - c)", "a - \\left(b - c\\right)"],
    ["a/(b + c)", "\\frac{a}{b + c}"],
    ["(a/b)^2", "\\left(\\frac{a}{b}\\right)^{2}"],
    ["-a^2", "-a^{2}"],
    ["a + (-b)", "a + \\left(-b\\right)"],
    ["sqrt(v) + epsilon", "\\sqrt{v} + \\varepsilon"],
    ["mHat/beta1", "\\frac{\\hat{m}}{\\beta_{1}}"],
    ["a > 5 ? b : c", "\\begin{cases} b & \\text{if } a > 5 \\\\ c & \\text{otherwise} \\end{cases}"],
  ])("%s", (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test("a name or a number with an exponent of its own is raised in parentheses", () => {
    const squared = (value: number): string => toTex(parse("g^2"), { symbol: () => value, times: "\\cdot" });
    expect(squared(1e-7)).toBe("\\left(10^{-7}\\right)^{2}");
    expect(squared(2.5e-7)).toBe("\\left(2.5 \\cdot 10^{-7}\\right)^{2}");
    expect(tex("vMax^2 + 2*vMax")).toBe("\\left(v^{\\max}\\right)^{2} + 2 \\cdot v^{\\max}");
  });
});

describe("numbers", () => {
  test.each([
    [1 / 3, "0.333333"],
    [0.1 + 0.2, "0.3"],
    [1e-7, "1e-7"],
    [0.0001, "0.0001"],
    [0.00009, "9e-5"],
    [0.0000999999, "9.99999e-5"],
    [0.00009999999, "0.0001"],
    [9999994, "9999990"],
    [9999995, "1e7"],
    [1.5e-320, "1.5e-320"],
    [1234567, "1234570"],
    [1e7, "1e7"],
    [Infinity, "Infinity"],
    [123456789, "1.23457e8"],
    [-0.5, "-0.5"],
    [0, "0"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ])("%f is written %s", (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });

  test("powers of ten are TeX in TeX", () => {
    expect(formatTex(2.5e-7)).toBe("2.5 \\cdot 10^{-7}");
    expect(formatTex(1e-7)).toBe("10^{-7}");
    expect([Infinity, -Infinity, NaN].map(formatTex)).toEqual(["\\infty", "-\\infty", "\\text{NaN}"]);
  });
});
