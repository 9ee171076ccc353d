import { expect, test } from "vitest";
import { readNumber } from "../../src/frontend/cards/number.ts";

test.each([
  ["0.25", 0, 0.25],
  [" 0,062 ", 0.062, 0.062],
  ["−1.5", 0, -1.5],
  ["1e-3", 0, 0.001],
  ["90,000", 90_000, 90_000],
  ["30,000", 90_000, 30_000],
  ["1,225", 1.2, 1.225],
  ["1,225", 1200, 1225],
  ["1,234,567.5", 0, 1_234_567.5],
  ["90 000", 0, 90_000],
  ["", 0, NaN],
  ["far", 0, NaN],
  ["1/4", 0.25, NaN],
])("readNumber(%j, %d) is %d", (typed, answer, value) => {
  expect(readNumber(typed, answer)).toBe(value);
});
