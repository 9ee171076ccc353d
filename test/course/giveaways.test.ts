import { describe, expect, test } from "vitest";
import {
  hasWord,
  numbersIn,
  sentencesOf,
  isGiveaway,
  wordsIn,
  wordsOfNames,
} from "../../src/course/giveaways.ts";

describe("the numbers of a text", () => {
  test.each<[string, [number, number][]]>([
    ["0.36 of 12", [[0.36, 2], [12, 0]]], // prettier-ignore
    ["1,000,000 and 1{,}234.5 and 1,23", [[1e6, 0], [1234.5, 1], [1, 0], [23, 0]]], // prettier-ignore
    ["−3, 5.", [[3, 0], [5, 0]]], // prettier-ignore
    ["50% of x2, v1.5, 3rd, 2x", []],
    ["a1 .5", []],
  ])("%j", (text, numbers) => {
    expect(numbersIn(text).map(({ value, digits }) => [value, digits])).toEqual(numbers);
  });

  test("tell something by chance where they have one digit that counts", () => {
    expect([0.36, 1.4, 190, -12, 1.05].map(isGiveaway)).toEqual([true, true, true, true, true]);
    expect([0, 3, 0.9, 100, -5e-7].map(isGiveaway)).toEqual([false, false, false, false, false]);
  });
});

describe("the words of a text", () => {
  test("are those that are not everywhere, each once, formulas, code and addresses aside", () => {
    expect(
      wordsIn("The wave's crest is $\\alpha$ high, `velocity` [higher](storm.ipynb): a wave, über it."),
    ).toEqual(["wave", "crest", "high", "higher", "über"]);
    expect(wordsIn("A dip's own dip, at an ox.")).toEqual(["dip"]);
  });

  test("of code are those of the names that it declares, and not those of rules", () => {
    expect(
      wordsOfNames("const quarterRate = lossAfter(x); let momentumCrest = 1; f({ deepTrough: 2 });"),
    ).toEqual(["quarter", "rate", "crest", "deep", "trough"]);
    expect(wordsOfNames("function stormEye() {}")).toEqual(["storm", "eye"]);
    expect(wordsOfNames("const newDescent = 1, gradientPath = 2, nesterovAcceleratedEbb = 3;")).toEqual([
      "new",
    ]);
  });

  test.each([
    ["waves", "wave", true],
    ["falling", "falls", true],
    ["studies", "studied", false],
    ["slowly", "slow", true],
    ["crossed", "crosses", true],
    ["loss", "los", false],
    ["bigger", "higher", true],
    ["fewer", "less", true],
    ["quicker", "faster", true],
    ["more", "less", false],
    ["red", "r", false],
    ["used", "use", false],
  ])("%s says the same as %s: %s", (one, other, same) => {
    expect(hasWord(["nothing", one], other)).toBe(same);
  });
});

test("sentences are told apart by their ends; headings, items and rows are one each", () => {
  const text = `# A heading. Of two
Text goes
on here. It ends! **Does it?** (no) e.g. this: That.
**It does.** So it is.

- an item
1. a first
| a | row |
`;
  expect(sentencesOf(text)).toEqual([
    "# A heading.",
    "Of two",
    "Text goes on here.",
    "It ends!",
    "**Does it?** (no) e.g. this:",
    "That.",
    "**It does.**",
    "So it is.",
    "- an item",
    "1. a first",
    "| a | row |",
  ]);
});
