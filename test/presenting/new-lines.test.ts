import { expect, test } from "vitest";
import { newLines } from "../../src/presenting/new-lines.ts";

const lit = (before: string, after: string): string[] => {
  const lines = after.split("\n");
  return lines.filter((_, k) => newLines(before.split("\n"), lines)[k]);
};

test.each([
  ["the same code has nothing new", "f(a);\nb;", "f(a);\nb;", []],
  ["other lines, last commas and the name of a function are none", "const f = (\n  { a },\n) => {\n  a;\n};", "const mine = ({ a }) => {\n  a\n}", []], // prettier-ignore
  ["a word, a number or a sign is", "a = 1;\nb = 2;\nc + d;", "a = 1;\nb = 3;\nc - d;", ["b = 3;", "c - d;"]],
  ["so are other brackets", "sqrt(a) + b;\nc;", "sqrt(a + b);\nc;", ["sqrt(a + b);"]],
  ["and what is joined where something is gone", "a - (1 - b) * c;\nd;", "a - b * c;\nd;", ["a - b * c;"]],
  ["what is gone with its line leaves none", "a;\nb;\nc;", "a;\nc;", []],
  [
    "one of two lines that have changed places is",
    "a = b;\nc = d;\ne = f;",
    "c = d;\na = b;\ne = f;",
    ["c = d;"],
  ],
])("%s", (_, before, after, expected) => {
  expect(lit(before, after)).toEqual(expected);
});
