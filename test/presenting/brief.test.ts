import { describe, expect, test } from "vitest";
import { briefed, parted, wordsIn } from "../../src/presenting/brief.ts";
import { sentence } from "./cells.ts";

const words = (...sources: string[]) => sources.map((source) => ({ source, fragment: false }));

describe("parted(source, most)", () => {
  test.each([
    ["all of it", 2, "One two.", ["One two.", ""]],
    ["whole sentences", 4, "One two. Three four. Five.", ["One two. Three four.", "Five."]],
    ["nothing of a sentence that is too long", 1, "One two. Three.", ["", "One two. Three."]],
    ["whole paragraphs and some of the next", 3, "One two.\n\nThree. Four.", ["One two.\n\nThree.", "Four."]],
    [
      "nothing after what is left out",
      3,
      "One two.\n\nThree four.\n\nFive.",
      ["One two.", "Three four.\n\nFive."],
    ],
    ["items of a list", 4, "- one two\n- three\n  four\n- five", ["- one two\n- three\n  four", "- five"]],
    [
      "a formula with what announces it",
      10,
      "It is:\n\n$$a + b = c$$\n\nSo.",
      ["It is:\n\n$$a + b = c$$\n\nSo.", ""],
    ],
    [
      "no announcement without what it announces",
      4,
      "One. It is:\n\n- one two\n- three four",
      ["One.", "It is:\n\n- one two\n- three four"],
    ],
    [
      "rows of a table",
      10,
      "| a | b |\n|---|---|\n| c | d |\n| e | f |",
      ["| a | b |\n|---|---|\n| c | d |", "| e | f |"],
    ],
    ["no table without a row", 9, "| a | b |\n|---|---|\n| c | d |", ["", "| a | b |\n|---|---|\n| c | d |"]],
  ])("shows %s", (_, most, source, parts) => {
    expect(parted(source, most)).toEqual(parts);
  });
});

test("briefed(words, most) shows words until one is left out", () => {
  expect(briefed(words("One.", sentence(5), "Two."), 4)).toEqual({
    shown: words("One."),
    said: [sentence(5), "Two."],
  });
  expect(briefed(words("One."), 0)).toEqual({ shown: [], said: ["One."] });
});

test("wordsIn(markdown) counts a formula as one, a link by its words, and no marks", () => {
  expect(wordsIn("The **ball** [rolls on](a b c.md), $x + 1 = 2$ - so.")).toBe(6);
  expect(wordsIn("| a | b |\n|---|---|"), "a line of a table as five").toBe(5);
  expect(wordsIn(`| ${"a".repeat(64)} |\n| ${"a".repeat(65)} |`), "of more letters as two").toBe(5 + 10);
  expect(wordsIn("So:\n\n$$a = b \\\\ c = d$$"), "a row that stands by itself as seven").toBe(1 + 2 * 7);
});
