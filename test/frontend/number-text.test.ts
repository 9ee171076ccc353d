import { expect, test } from "vitest";
import { short } from "../../src/frontend/explorer/number-text.ts";

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
