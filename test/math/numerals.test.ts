import { expect, test } from "vitest";
import { minus, numberText, numeral, pointNumeral, power } from "../../src/math/numerals.ts";

test.each([
  [1.8193, "1.82"],
  [-0.4561, "−0.456"],
  [0, "0"],
  [-0, "0"],
  [14523, "14500"],
  [0.0000512, "5.12·10⁻⁵"],
  [1e-12, "10⁻¹²"],
  [-2.5e9, "−2.5·10⁹"],
  [0.001, "0.001"],
  [0.000999, "9.99·10⁻⁴"],
  [998000, "998000"],
  [999499, "999000"],
  [999500, "10⁶"],
  [0.00099996, "0.001"],
  [Number.MAX_VALUE, "1.8·10³⁰⁸"],
  [-Number.MIN_VALUE, "−4.94·10⁻³²⁴"],
  [1e6, "10⁶"],
  [-Infinity, "−∞"],
  [NaN, "NaN"],
])("numeral(%d) is %s", (value, text) => {
  expect(numeral(value)).toBe(text);
});

test("pointNumeral([-8, 1.5]) has real minus signs", () => {
  expect(pointNumeral([-8, 1.5])).toBe("(−8, 1.5)");
});

test("numberText has six digits, and powers of ten as everywhere", () => {
  expect([-0.9004984, 3.095238e55, 1 / 3].map(numberText)).toEqual(["−0.900498", "3.09524·10⁵⁵", "0.333333"]);
});

test("signs and exponents are those of print", () => {
  expect([minus("-3"), minus("3")]).toEqual(["−3", "3"]);
  expect([1e-12, 1e34, 6e78, 9e50].map(numberText)).toEqual(["10⁻¹²", "10³⁴", "6·10⁷⁸", "9·10⁵⁰"]);
});

test("powers of ten near 1 are written out, others are not", () => {
  expect([-5, -2, 0, 3, 4].map(power)).toEqual(["10⁻⁵", "0.01", "1", "1000", "10⁴"]);
});
