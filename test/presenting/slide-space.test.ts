import { describe, expect, test } from "vitest";
import { type Exhibit, exhibitOf } from "../../src/presenting/exhibit.ts";
import type { Question } from "../../src/presenting/question.ts";
import {
  areBare,
  fitsAbove,
  fitsBeside,
  fitsTogether,
  isPair,
  isRemark,
  isSmall,
  isWide,
  lettersOf,
  mayLead,
  mayStandIn,
  splitMarkdown,
  togetherOf,
} from "../../src/presenting/slide-space.ts";
import { drawn, explorer, figure, line, shown, sign, table, tableOf, worked } from "./cells.ts";

const words = (source: string) => [{ source, fragment: false }];

/** One paragraph that counts as so many letters: each paragraph counts 26 besides its own. */
const counting = (letters: number) => "x".repeat(letters - 26);
const paragraph = (letters: number) => "x".repeat(letters);

const printed: Exhibit = { kind: "text", output: { output_type: "stream", name: "stdout", text: "1" } };
const code = (lines: number, letters = 10): Exhibit => ({
  kind: "code",
  id: "c",
  source: Array(lines).fill("x".repeat(letters)).join("\n"),
});
const step = exhibitOf(worked([line(), line()]));
const wideStep = exhibitOf(worked([line(), line({ parts: [sign(34)] })]));

describe("lettersOf(words)", () => {
  test.each([
    ["a paragraph", "abc", 26 + 3],
    ["two paragraphs", "a\n\nb", 2 * 26 + 4],
    ["items of a list", "- a\n- b", 26 + 2 * 24 + 7],
    ["numbered items", "1. a\n2. b", 26 + 2 * 24 + 9],
    ["rows of a table", "| a |\n| b |", 26 + 2 * 50 + 11],
    ["a link, which is its words", "[ab](https://example.org/)", 26 + 3],
    ["marks, which are not seen", "**bold** `x`", 26 + 6],
    ["a formula in a line, as it is set", "$\\lambda + 12345$", 26 + 8],
    ["a formula on a line of its own", "$$a = b$$", 26 + 78],
    ["a formula with a fraction", "$$\\frac{a}{b}$$", 26 + 120],
    ["a formula with a sum", "$$\\sum a$$", 26 + 120],
    ["a formula of two rows", "$$a \\\\ b$$", 26 + 156],
    ["nothing", "", 26],
  ])("counts %s", (_, source, letters) => {
    expect(lettersOf(words(source))).toBe(letters);
  });

  test("adds up all words", () => {
    expect(lettersOf([])).toBe(0);
    expect(lettersOf([...words("abc"), ...words("d")])).toBe(29 + 27);
  });
});

describe("mayStandIn(words, column)", () => {
  test.each([
    ["a formula of five letters", "$$abcde$$", 5 * 18],
    ["a command as one letter", "$$a + \\lambda b$$", 5 * 18],
    ["a fraction, which is set smaller", "$$\\frac{a}{b}$$", 5 * 18 * 0.7],
    ["the longest of several rows", "$$aa \\\\ bbbb$$", 5 * 18],
    ["the widest of several formulas", "$$a$$\n\nand\n\n$$abc$$", 3 * 18],
  ])("measures %s", (_, source, width) => {
    expect(mayStandIn(words(source), Math.ceil(width))).toBe(true);
    expect(mayStandIn(words(source), Math.floor(width - 0.5))).toBe(false);
  });

  test("lets no table stand there, and all other words", () => {
    expect(mayStandIn(words("a\n\n| a |\n|---|"), 5000)).toBe(false);
    expect(mayStandIn(words("a | b, and $abcdefghijklmnop$"), 0)).toBe(true);
    expect(mayStandIn([...words("a"), ...words("$$abcde$$")], 89)).toBe(false);
  });
});

describe("words", () => {
  test("lead to a question up to 600 letters, with formulas up to 460 pixels and without a table", () => {
    expect([600, 601].map((letters) => mayLead(words(counting(letters))))).toEqual([true, false]);
    expect([25, 26].map((n) => mayLead(words(`$$${"a".repeat(n)}$$`)))).toEqual([true, false]);
    expect(mayLead(words("| a | b |\n|---|---|\n| 1 | 2 |"))).toBe(false);
    expect(mayLead([])).toBe(true);
  });

  test("leave a slide bare below 240 letters", () => {
    expect([239, 240].map((letters) => areBare(words(counting(letters))))).toEqual([true, false]);
  });

  test("explain on the question's slide: 300 letters beside choices, 500 with an answer", () => {
    const asked = (right: boolean) =>
      ({ choices: [{ right: false }, { right }, { right: false }] }) as unknown as Question;
    const remarks = (right: boolean, letters: number) => isRemark(counting(letters), asked(right));
    expect([300, 301].map((letters) => remarks(true, letters))).toEqual([true, false]);
    expect([500, 501].map((letters) => remarks(false, letters))).toEqual([true, false]);
  });
});

describe("isWide(exhibit)", () => {
  const headed = (head: string, cells: string) =>
    exhibitOf(shown({ "text/html": `<table><tr><th>${head}</th></tr><tr><td>${cells}</td></tr></table>` }));

  test.each<[string, Exhibit, Exhibit]>([
    ["a table of more than 690 pixels", exhibitOf(tableOf(2, 48)), exhibitOf(tableOf(2, 49))],
    ["a heading that does not break", headed("x".repeat(48), "1"), headed("x".repeat(49), "1")],
    ["code of more than 46 letters in a line", code(2, 46), code(2, 47)],
    ["a worked step with a row of 35 letters", step, wideStep],
    ["the Nesterov picture", exhibitOf(drawn("a")), exhibitOf(drawn("b", "nesterov-picture"))],
  ])("is %s", (_, narrow, wide) => {
    expect([isWide(narrow), isWide(wide)]).toEqual([false, true]);
  });

  test("lets a heading break between its words, and no cell", () => {
    const text = "a heading with quite a few words, more than have room";
    expect(isWide(headed(text, "1"))).toBe(false);
    expect(isWide(headed("n", text))).toBe(true);
  });

  test("counts all columns, with what lies between them", () => {
    const columns = (n: number) =>
      shown({ "text/html": `<table><tr>${"<th>abc</th>".repeat(n)}</tr></table>` });
    expect([9, 10].map((n) => isWide(exhibitOf(columns(n))))).toEqual([false, true]);
  });

  test("looks for the longest line of code, wherever it is", () => {
    const source = ["short", "x".repeat(47), "short"].join("\n");
    expect(isWide({ kind: "code", id: "c", source })).toBe(true);
  });
});

describe("what has room beside words", () => {
  test.each<[string, Exhibit, number]>([
    ["a figure", exhibitOf(figure), 641],
    ["a worked step", step, 612],
    ["a narrow table, which takes 300 pixels at least", exhibitOf(table(3)), 973],
    ["a wider table", exhibitOf(tableOf(3, 40)), 648],
    ["code", code(3), 641],
  ])("is %s", (_, exhibit, letters) => {
    expect(fitsBeside(words(counting(letters)), exhibit)).toBe(true);
    expect(fitsBeside(words(counting(letters + 1)), exhibit)).toBe(false);
  });

  test("is nothing beside a formula that is wider than what is left", () => {
    const formula = (n: number) => words(`$$${"a".repeat(n)}$$`);
    expect([29, 30].map((n) => fitsBeside(formula(n), exhibitOf(figure)))).toEqual([true, false]);
    expect(fitsBeside(words("| a |\n|---|"), exhibitOf(figure))).toBe(false);
  });
});

describe("what has room below words, a line of them for each 92 letters", () => {
  test.each<[string, Exhibit, number]>([
    ["something printed", printed, 14],
    ["an explorer, two thirds of the height", exhibitOf(explorer), 5],
    ["a figure, two thirds of the height", exhibitOf(figure), 5],
    ["a table of 11 rows", exhibitOf(table(11)), 1],
    ["a table of 3 rows", exhibitOf(table(3)), 11],
    ["a wide table of 9 rows, some of them broken", exhibitOf(tableOf(9, 90)), 1],
    ["code of 13 lines", code(13), 1],
    ["code of 3 lines", code(3), 11],
    ["a worked step", step, 8],
    ["a wide worked step, in two columns", wideStep, 11],
  ])("is %s", (_, exhibit, lines) => {
    expect(fitsAbove(words(counting(92 * lines)), exhibit)).toBe(true);
    expect(fitsAbove(words(counting(92 * lines + 1)), exhibit)).toBe(false);
  });
});

describe("exhibits stand one below another", () => {
  test("as long as their heights and the air between them have room", () => {
    expect([8, 9].map((n) => fitsTogether(Array(n).fill(printed), []))).toEqual([true, false]);
    expect(fitsTogether([exhibitOf(figure), exhibitOf(table(2))], [])).toBe(true);
    expect(fitsTogether([exhibitOf(figure), exhibitOf(figure)], [])).toBe(false);
  });

  test("beside words where all of them are narrow", () => {
    const both = [printed, step];
    expect(fitsTogether(both, words(counting(612)))).toBe(true);
    expect(fitsTogether(both, words(counting(613)))).toBe(false);
  });

  test("below words where one of them is wide", () => {
    const both = [code(1, 47), printed];
    expect(fitsTogether(both, words(counting(92 * 11)))).toBe(true);
    expect(fitsTogether(both, words(counting(92 * 11 + 1)))).toBe(false);
  });
});

test("two worked steps of short rows are a pair, under one line of words", () => {
  expect([92, 93].map((letters) => isPair([step, step], words(counting(letters))))).toEqual([true, false]);
  const none = [[step], [step, step, step], [step, wideStep], [step, exhibitOf(table(2))], []];
  expect(none.map((exhibits) => isPair(exhibits, []))).toEqual(none.map(() => false));
});

test("a narrow table of two rows at most is small, and nothing else", () => {
  const tables = [table(1), table(2), table(3), tableOf(2, 49)].map((output) => isSmall(exhibitOf(output)));
  expect(tables).toEqual([true, true, false, false]);
  expect([exhibitOf(figure), printed, code(1)].map(isSmall)).toEqual([false, false, false]);
});

describe("splitMarkdown(source)", () => {
  test("puts as many paragraphs on a slide as have room, and never splits one", () => {
    const [one, long] = [paragraph(500), paragraph(3000)];
    expect(splitMarkdown(`${one}\n\n${one}\n\n${one}`)).toEqual([`${one}\n\n${one}`, one]);
    expect(splitMarkdown(long)).toEqual([long]);
    expect(splitMarkdown("")).toEqual([]);
  });

  test("has room for 1300 letters", () => {
    // Two paragraphs count 52 letters, the empty line between them 2.
    const [half, more] = [paragraph(623), paragraph(624)];
    expect(splitMarkdown(`${half}\n\n${half}`)).toHaveLength(1);
    expect(splitMarkdown(`${half}\n\n${more}`)).toHaveLength(2);
  });

  test("keeps a formula with the words before it, and what a colon announces", () => {
    const led = `${paragraph(500)}\n\n$$\na = b\n$$`;
    expect(splitMarkdown(`${paragraph(900)}\n\n${led}`)).toEqual([paragraph(900), led]);
    const announced = `${paragraph(400)}:\n\n${paragraph(400)}`;
    expect(splitMarkdown(`${paragraph(900)}\n\n${announced}`)).toEqual([paragraph(900), announced]);
  });
});

test("togetherOf(source) gives the paragraphs, formulas and what is announced with what stands before them", () => {
  expect(togetherOf("a\n\n \n\nb\n\n$$x$$\n\nc:  \n\nd\n\ne $$y$$")).toEqual([
    "a",
    "b\n\n$$x$$",
    "c:  \n\nd",
    "e $$y$$",
  ]);
  expect(togetherOf("$$x$$\n\n$$y$$")).toEqual(["$$x$$\n\n$$y$$"]);
});
