import { expect, test } from "vitest";
import { numeral, pointNumeral } from "../../src/figures/numerals.ts";

test.each([
  [1.8193, "1.82"],
  [-0.4561, "−0.456"],
  [0, "0"],
  [14523, "14500"],
  [0.0000512, "5.12·10⁻⁵"],
  [1e-12, "10⁻¹²"],
  [-2.5e9, "−2.5·10⁹"],
  [0.001, "0.001"],
])("numeral(%d) is %s", (value, text) => {
  expect(numeral(value)).toBe(text);
});

test("pointNumeral([-8, 1.5]) has real minus signs", () => {
  expect(pointNumeral([-8, 1.5])).toBe("(−8, 1.5)");
});
