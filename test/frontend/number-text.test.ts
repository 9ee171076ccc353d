import { expect, test } from "vitest";
import { readNumber } from "../../src/frontend/cards/number.ts";
import { short, typedNumber } from "../../src/frontend/explorer/number-text.ts";

test.each([
  ["0.25", 0.25],
  [" 0,25 ", 0.25],
  ["−3", -3],
  ["-3", -3],
  ["1e-3", 1e-3],
  ["1e−3", 1e-3],
  ["", NaN],
  ["  ", NaN],
  ["ten", NaN],
  ["1,000.5", NaN],
])("a field of the explorer takes %j for %d", (text, number) => {
  expect(typedNumber(text)).toBe(number);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.33333"],
  [-123456, "-123460"],
  [0, "0"],
  [1e-7, "1e-7"],
  [50, "50"],
])("%d is seen as %s", (value, text) => {
  expect(short(value)).toBe(text);
});

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
])("a card takes %j, with %d for the answer, for %d", (typed, answer, number) => {
  expect(readNumber(typed, answer)).toBe(number);
});
