/** What lesson 01 says of a race in which every number of every rule is searched. */
import { expect, test } from "vitest";
import { choices, winsOf } from "./races.ts";

test("with all numbers searched and no lucky rate Adam is lowest from 15 of 18 starts after 60 steps", () => {
  const rates = Array.from({ length: 101 }, (_, k) => 10 ** ((4 * k) / 100 - 3));
  const [at60] = winsOf(choices, [60], rates);
  expect(at60!["adam"]).toBe(15);
});
