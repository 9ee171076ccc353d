import { describe, expect, test } from "vitest";
import { layoutOf, partedFor, rightOf } from "../../src/presenting/evidence.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import type { Question } from "../../src/presenting/question.ts";
import { figure, line, shown, sign, tableOf, worked } from "./cells.ts";

/** A paragraph counts 26 letters besides its own. */
const paragraph = (letters: number, letter = "x"): string => letter.repeat(letters - 26);
const words = (letters: number) => [{ source: paragraph(letters), fragment: false }];
const high = exhibitOf(tableOf(12, 2));

test.each([
  // Beside a figure there is room for 641 letters, beside a narrow table for 973.
  ["a figure", figure, 641, "beside", undefined],
  ["a high table", tableOf(12, 2), 973, "beside", undefined],
  ["a low table", tableOf(2, 2), 973, "beside", "stacked"],
  ["something printed", shown({ "text/plain": "1" }), 641, "beside", "stacked"],
  ["a wide step", worked([line({ parts: [sign(35)] })]), 920, "stacked", "stacked"],
] as const)("words have room with %s", (_, output, letters, most, more) => {
  const exhibit = exhibitOf(output);
  expect([letters, letters + 1].map((count) => layoutOf(exhibit, words(count)))).toEqual([most, more]);
  expect(layoutOf(exhibit, words(2000))).toBeUndefined();
});

describe("an explanation in two, of which the first stands with a table", () => {
  /** Paragraphs of so many letters, as a letter each. */
  const parted = (...letters: number[]) => {
    const source = letters.map((count, k) => paragraph(count, "abcdef"[k])).join("\n\n");
    return partedFor(high, source).map((part) => part.replace(/(.)\1*\n*/g, "$1"));
  };
  test.each([
    ["has as much as has room", [500, 471, 300], ["ab", "c"]],
    ["has no more", [500, 472, 300], ["a", "bc"]],
    ["leaves the last", [100, 300], ["a", "b"]],
    ["leaves as much as is not bare", [300, 200, 200, 240], ["abc", "d"]],
    ["leaves one more where one would be bare", [300, 200, 200, 239], ["ab", "cd"]],
    ["leaves two more where two would be bare", [300, 200, 100, 100], ["a", "bcd"]],
    ["keeps the first, be the rest bare", [100, 50, 50], ["a", "bc"]],
    ["has nothing where the first has no room", [974, 300], ["", "ab"]],
    ["has nothing of a single one", [100], ["", "a"]],
  ])("%s: %j", (_, letters, expected) => {
    expect(parted(...letters)).toEqual(expected);
  });
});

test("the right choice is the finding, without its stop", () => {
  const choices = [
    { text: "Over there.", right: false },
    { text: "At 1.5.", right: true },
  ];
  const asked = (all: readonly object[]) => ({ choices: all }) as unknown as Question;
  expect(rightOf(asked(choices))).toBe("At 1.5");
  expect(rightOf(asked(choices.slice(0, 1)))).toBeUndefined();
});
