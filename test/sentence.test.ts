import { expect, test } from "vitest";
import { sentence } from "../src/sentence.ts";

test.each([
  ["the sign is flipped", "The sign is flipped."],
  ["a list is asked for", "A list is asked for."],
  ["is there such an entry?", "Is there such an entry?"],
  ["w is a list", "w is a list."],
  ["κ is a list", "κ is a list."],
  ["m = 2 in step 3", "m = 2 in step 3."],
  ["rate = 2 in step 3", "rate = 2 in step 3."],
  ["gradient(...) takes a place", "gradient(...) takes a place."],
  ["h₁ stands where h₂ should", "h₁ stands where h₂ should."],
])("%s is said as %s", (clause, said) => {
  expect(sentence(clause)).toBe(said);
});
