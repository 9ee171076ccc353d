import { expect, test } from "vitest";
import { nearest } from "../src/nearest.js";

test("nearest finds a name with a letter too few, too many or wrong, or two that are swapped", () => {
  expect(nearest("momentm", ["gradient", "momentum"])).toBe("momentum");
  expect(nearest("addam", ["adagrad", "adam"])).toBe("adam");
  expect(nearest("nesterof", ["newton", "nesterov"])).toBe("nesterov");
  expect(nearest("setp", ["step"], 1)).toBe("step");
});

test("nearest takes the name with the fewest slips, whatever its capitals", () => {
  expect(nearest("lamda", ["alpha", "lambda", "llama"])).toBe("lambda");
  expect(nearest("ADAM", ["adagrad", "adam"])).toBe("adam");
});

test("nearest finds nothing in another word, nor beyond as many slips as it is given", () => {
  expect(nearest("velocity", ["loss", "rate"])).toBeUndefined();
  expect(nearest("momentm", ["momentum"], 0)).toBeUndefined();
  expect(nearest("momtm", ["momentum"], 2)).toBeUndefined();
  expect(nearest("momtm", ["momentum"], 3)).toBe("momentum");
});

/** The distances of Damerau and Levenshtein, with neighbours swapped once: by hand. */
test.each([
  ["adam", "adam", 0],
  ["ADAM", "adam", 0],
  ["a", "b", 1],
  ["ab", "ba", 1],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "bc", 1],
  ["bc", "abc", 1],
  ["abc", "abxc", 1],
  ["abc", "axc", 1],
  ["abcd", "badc", 2],
  ["abcd", "cbad", 2],
  ["ca", "abc", 3],
  ["kitten", "sitting", 3],
  ["abc", "xyz", 3],
])("from %s to %s it is so many slips: %i", (word, candidate, slips) => {
  expect(nearest(word, [candidate], slips)).toBe(candidate);
  expect(nearest(word, [candidate], slips - 1)).toBeUndefined();
});

test("nearest allows a slip for every two letters, one at least, and takes the first of names equally near", () => {
  expect([nearest("x", ["y"]), nearest("xy", ["yz"]), nearest("xyz", ["xab"])]).toEqual([
    "y",
    undefined,
    undefined,
  ]);
  expect([nearest("abcd", ["abxy"]), nearest("abcd", ["axyz"])]).toEqual(["abxy", undefined]);
  expect(nearest("bat", ["cat", "rat"])).toBe("cat");
});
