import { expect, test } from "vitest";
import { mistyped } from "../../../src/kernel/core/errors/mistyped.ts";

test.each([
  ["math", ["Math", "Map", "Set"], "Math"],
  ["Lambda", ["lambda", "alpha"], "lambda"],
  ["lamda", ["lambda", "alpha"], "lambda"],
  ["step", ["Set", "Map"], undefined],
  ["lambda", ["lambda"], undefined],
] as const)("%s is a slip for one of %j: %s", (name, candidates, meant) => {
  expect(mistyped(name, candidates)).toBe(meant);
});
