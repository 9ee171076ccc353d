import { describe, expect, test } from "vitest";
import { twoWays, writtenNumber } from "../../src/math/written-number.ts";

test.each([
  ["-7,92", -7.92],
  ["−7.92", -7.92],
  ["+3", 3],
  ["1/4", 1 / 4],
  ["-1 / 3", -1 / 3],
  ["1:4", 0.25],
  ["½", 0.5],
  ["10^16", 1e16],
  ["10**16", 1e16],
  ["10¹⁶", 1e16],
  ["1e-3", 1e-3],
  ["1E−3", 1e-3],
  ["2·10^-3", 2e-3],
  ["2 × 10⁻³", 2e-3],
  ["2*10^(-3)", 2e-3],
  ["√0.9", Math.sqrt(0.9)],
  ["2·√(1/4)", 1],
  ["sqrt(0.9)", Math.sqrt(0.9)],
  ["1 - 0,99^20", 1 - 0.99 ** 20],
  ["-10^2", -100],
  ["1/e", 1 / Math.E],
  ["x = 0.5", 0.5],
  ["≈ 0.067", 0.067],
  [".5", 0.5],
  ["1,234,567", 1_234_567],
  ["1,234", 1.234],
  ["2x10^-3", 2e-3],
  ["2 x 10^-3", 2e-3],
  ["2⋅10⁻³", 2e-3],
  ["2√3", 2 * Math.sqrt(3)],
  ["-√2/2", -Math.SQRT1_2],
  ["2(1 + 3)", 8],
  ["(1/2)(1/2)", 0.25],
  ["2π", 2 * Math.PI],
  ["2½", 2.5],
  ["¾", 0.75],
  ["50%", 0.5],
  ["12,5 %", 0.125],
  ["⅔", 2 / 3],
  ["-2⅓", -7 / 3],
  ["0.8*exp(-1)", 0.8 / Math.E],
  ["0,8 · e^(−1,5)", 0.8 * Math.exp(-1.5)],
  ["3 ln 2/0.05", (3 * Math.LN2) / 0.05],
  ["ln(8)/0.05", Math.log(8) / 0.05],
  ["0,9 − 0,18/√7,24", 0.9 - 0.18 / Math.sqrt(7.24)],
  ["1.234.567", 1_234_567],
  ["about 1.5", 1.5],
  ["x ≈ 1,5", 1.5],
  ["x₁ = 1.5", 1.5],
  ["x: 1.5", 1.5],
  ["x is 1.5", 1.5],
  ["→ 1.5", 1.5],
  ["ca. 1,5", 1.5],
  ["roughly 1.5", 1.5],
  ["$1.5$", 1.5],
  ["1.5.", 1.5],
  ["minus 1.5", -1.5],
  ["1.5 ± 0.1", 1.5],
  ["1.5 (± 0.1)", 1.5],
  ["1 1/2", 1.5],
  ["−1 1/2", -1.5],
  ["3÷2", 1.5],
  ["5 steps", 5],
  ["90,000 steps", 90],
  ["10^16 numbers", 1e16],
  ["80 PB", 80],
  ["10.6 years", 10.6],
  ["50 percent", 0.5],
  ["90k", 9e4],
  ["5 million", 5e6],
  ["1,5 thousand", 1500],
])("%j is %d", (written, value) => {
  expect(writtenNumber(written)).toBeCloseTo(value, 12);
});

test.each([
  "",
  " ",
  "far",
  "?",
  "1/0",
  "0/0",
  "√-1",
  "1.2.3",
  "1 2",
  "90 00",
  "1,2,3",
  "Infinity",
  "2 +",
  "(1",
  "1)",
  "^2",
  "two",
  "5 apples",
  "4 or 5",
  "steps",
  "%",
  "x",
  "2x",
  "1.000,5",
])("%j is none", (written) => {
  expect(writtenNumber(written)).toBeNaN();
});

describe("a comma before three digits", () => {
  test.each([
    ["0.25", 0, 0.25],
    ["0,25", 0, 0.25],
    [" −0,25 ", 0, -0.25],
    ["1e-3", 0, 1e-3],
    ["+2", 0, 2],
    ["90 000", 9e4, 9e4],
    ["90'000", 9e4, 9e4],
    ["90_000", 9e4, 9e4],
    ["1 234 567", 0, 1234567],
    ["90 00", 9e3, NaN],
    ["90,000", 9e4, 9e4],
    ["90,000", 90, 90],
    ["90.000", 9e4, 9e4],
    ["30.000", 9e4, 3e4],
    ["90.000", 90, 90],
    ["1.125", 1.2, 1.125],
    ["0.833", 833, 0.833],
    ["1,234", 1.2, 1.234],
    ["1,234", 1000, 1234],
    // The middle between both readings is 617.617.
    ["1,234", 617.2, 1.234],
    ["1,234", 618, 1234],
    ["-1,234", -1000, -1234],
    ["-1,234", -1, -1.234],
    ["1,234,567", 1, 1234567],
    ["1,234.5", 1, 1234.5],
    ["0,123", 5000, 0.123],
    ["1234,567", 1234567, 1234.567],
    ["1,23", 123, 1.23],
    ["", 0, NaN],
    ["   ", 0, NaN],
    ["two", 2, NaN],
    ["50%", 0.3, 0.5],
    ["50%", 47, 50],
  ])("%j, where %d is near, is %d", (typed, answer, number) => {
    expect(writtenNumber(typed, answer)).toBe(number);
  });

  test("and after three digits behind a point can be read in two ways, whatever is near", () => {
    for (const near of [undefined, 1000])
      expect(twoWays("1.000,5", near)).toBe("can be read in two ways; write 1000.5 or 1.0005");
  });

  test("can be read in two ways where nothing is near", () => {
    expect(["1,300", "−12,300"].map((written) => twoWays(written))).toEqual([
      "can be read in two ways; write 1.300 or 1300",
      "can be read in two ways; write -12.300 or -12300",
    ]);
    for (const clear of ["1,30", "0,300", "1,234,567", "1.300", "50%"])
      expect(twoWays(clear)).toBeUndefined();
    expect(twoWays("1,300", 1)).toBeUndefined();
  });
});
