import { expect, test } from "vitest";
import { enumerated } from "../src/enumerated.ts";

test("enumerated(names) stands in a sentence, whatever their number", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((names) => enumerated(names))).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(enumerated(["a", "b", "c"], "or")).toBe("a, b or c");
});
