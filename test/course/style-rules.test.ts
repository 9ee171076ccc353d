import { describe, expect, test } from "vitest";
import type { About } from "../../src/about.ts";
import { STYLE_RULES } from "../../src/course/style-rules.ts";
import { FIRST, toldOf } from "./lesson-faults.ts";

/** What the rule that says this has to say of some cells. */
const told = (says: RegExp, cells: string, about: Partial<About> = {}): string[] => {
  const rules = STYLE_RULES.filter((rule) => says.test(rule.says));
  expect(rules).toHaveLength(1);
  return toldOf(rules, cells, { about });
};
const at = (line: number): string => `lesson.ts:${FIRST + line}`;
const prose = (text: string, mark = ""): string => `// %% [markdown] ${mark}\n// ${text}\n`;
const code = (text: string, mark = ""): string => `// %% ${mark}\n${text}\n`;

describe("the style of a lesson", () => {
  test("a figure at its beginning", () => {
    const opening = code("landscape(path, { plays: true });", 'tags=["opening"]');
    expect(told(/begins with a figure/, opening + code("2;"))).toEqual([]);
    expect(told(/begins with a figure/, prose("a"))).toEqual([]);
    expect(told(/begins with a figure/, prose("a") + code("2;") + opening)).toEqual([
      `${at(2)} the first code is not tagged "opening"`,
    ]);
    expect(told(/begins with a figure/, code("1;", 'tags=["opening"]'))).toEqual([
      `${at(0)} the opening does not play`,
    ]);
  });

  test("a question at its head", () => {
    expect(told(/the question that/, "", { question: "Why?" })).toEqual([]);
    for (const about of [{}, { question: "A wave" }])
      expect(told(/the question that/, "", about)).toEqual(["about.ts it asks no question"]);
  });

  test("what one needs to know", () => {
    expect(told(/needs to know/, code("1;"), { need: "nothing." })).toEqual([]);
    expect(told(/needs to know/, code("1;"))).toEqual(["about.ts it does not say what one needs"]);
  });

  test("two places to stop", () => {
    const stop = (count: number): string[] =>
      told(/two places to stop/, prose("a", 'tags=["stop"]').repeat(count).replaceAll("// a", "// # a"));
    expect([stop(2), stop(3)]).toEqual([[], []]);
    expect(stop(0)).toEqual(['lesson.ts no cell is tagged "stop"']);
    expect(stop(1)).toEqual(['lesson.ts only 1 of at least 2 cells are tagged "stop"']);
  });

  const card = (k: number): string => code(`display(ask("waves/e${k}"));`, `exercise="waves/e${k}"`);
  const written = (k: number): string =>
    code("// BEGIN SOLUTION\n1;\n// END SOLUTION", `exercise="waves/e${k}"`);

  test("five exercises, each with something to answer", () => {
    const five = card(1) + card(2) + written(3) + written(4);
    expect(told(/at least 5 exercises/, five + card(5))).toEqual([]);
    expect(told(/at least 5 exercises/, five + card(4))).toEqual([
      "lesson.ts only 4 of at least 5 exercises",
    ]);
    // Each counts once, and one of its cells is enough.
    expect(told(/at least 5 exercises/, five + code("1;", 'exercise="waves/e5"') + card(5))).toEqual([]);
    expect(
      told(
        /at least 5 exercises/,
        five + prose("Why?", 'exercise="waves/e5"') + code("1;", 'exercise="waves/e5"'),
      ),
    ).toEqual([`${at(14)} nothing is to be answered in this exercise`]);
  });

  test("folded code that begins with a comment", () => {
    const folded = (text: string): string[] => told(/Folded code/, code(text, 'tags=["folded"]'));
    expect(folded("// A table\n0.5 ** 10;")).toEqual([]);
    expect(folded("0.5 ** 10;\n1;")).toEqual([`${at(0)} of this folded code "0.5 ** 10;" stays in sight`]);
    expect(told(/Folded code/, code("0.5 ** 10;"))).toEqual([]);
  });

  test("a guess that is a card, or is followed by what shows", () => {
    const guess = (text: string): string => code(text, 'tags=["guess"]');
    expect(told(/asks before it shows/, guess('ask("waves/e1");') + code("1;"))).toEqual([]);
    expect(told(/asks before it shows/, guess("1;") + code("display(2);"))).toEqual([]);
    expect(told(/asks before it shows/, guess("1;") + code("2;") + code("display(2);"))).toEqual([
      `${at(0)} nothing shows what comes of this guess`,
    ]);
    expect(told(/asks before it shows/, guess("1;"))).toHaveLength(1);
    expect(told(/asks before it shows/, code("1;"))).toEqual([]);
  });

  test("a page to keep, where it is about slides", () => {
    expect(told(/one page to keep/, code("1;"))).toEqual([]);
    expect(told(/one page to keep/, code("1;"), { slides: "6" })).toEqual([
      'lesson.ts no cell is tagged "summary"',
    ]);
    expect(told(/one page to keep/, prose("a", 'tags=["summary"]'), { slides: "6" })).toEqual([]);
  });

  test("its sources, and what comes next", () => {
    const both = prose("# a", 'tags=["sources"]') + prose("# b", 'tags=["next"]');
    expect(told(/names its sources/, both)).toEqual([]);
    expect(told(/names its sources/, code("1;"))).toEqual([
      'lesson.ts no cell is tagged "sources"',
      'lesson.ts no cell is tagged "next"',
    ]);
  });

  test("at most 120 words in a cell, tables aside", () => {
    const words = (count: number): string => Array.from({ length: count }, () => "wave").join(" ");
    expect(told(/120 words/, prose(words(120)))).toEqual([]);
    expect(told(/120 words/, prose(words(121)))).toEqual([`${at(0)} 121 words in a cell`]);
    expect(told(/120 words/, prose(`a   wave\n// ${words(119)}`))).toEqual([`${at(0)} 121 words in a cell`]);
    expect(told(/120 words/, prose(`|---|\n// ${words(121)}`))).toEqual([]);
    expect(told(/120 words/, code(`const a = "${words(121)}";`))).toEqual([]);
  });

  test("at most 15 lines of code in a cell: imports, blank lines and the marks of answers aside", () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, k) => `f(${k});`).join("\n");
    const aside = 'import {\n  a,\n} from "fall-line";\n\n  \n  // BEGIN SOLUTION 1;\n// END SOLUTION\n';
    expect(told(/15 lines/, code(aside + lines(15)))).toEqual([]);
    expect(told(/15 lines/, code(aside + lines(16)))).toEqual([`${at(0)} 16 lines of code in a cell`]);
    expect(told(/15 lines/, prose(lines(16).replaceAll("\n", "\n// ")))).toEqual([]);
  });

  test("no word that makes a reader feel slow", () => {
    for (const word of ["simply", "Obviously", "trivially", "clearly", "Of course,"])
      expect(told(/feel slow/, prose(`It falls, ${word} it does.`))).toEqual([
        `${at(0)} "${word}" makes a reader feel slow`,
      ]);
    expect(told(/feel slow/, prose("The course of a wave is unclearly seen, of course."))).toEqual([]);
    expect(told(/feel slow/, code("// simply"))).toEqual([]);
  });

  const slide = (title: string): string => prose(`# ${title}`, 'slideshow={"slide_type": "slide"}');
  const notes = (minutes = " minutes=3", more = ""): string =>
    prose("Say.", `slideshow={"slide_type": "notes"}${minutes}${more}`);
  const NOTES = /notes for the speaker/;

  test("notes for each slide, with their time", () => {
    expect(
      told(NOTES, notes() + slide("a") + code("1;") + notes() + slide("b") + notes(" minutes=0")),
    ).toEqual([]);
    expect(told(NOTES, slide("a") + notes() + slide("b") + slide("c") + notes(""))).toEqual([
      "about.ts the slide of the title has no notes",
      `${at(4)} this slide has no notes`,
      `${at(8)} these notes have no time`,
    ]);
    expect(told(NOTES, notes() + slide("a"))).toEqual([`${at(2)} this slide has no notes`]);
  });

  test("a short path of ten minutes", () => {
    const short = (minutes: number): string => notes(` minutes=${minutes}`, ' tags=["short-path"]');
    const long = notes(" minutes=30") + prose("# a", 'tags=["short-path"] minutes=30');
    expect(told(/short path/, long + short(4) + short(6) + short(0))).toEqual([]);
    expect(told(/short path/, long + short(4) + short(7))).toEqual([
      "lesson.ts the short path takes 11 minutes, at most 10 are allowed",
    ]);
  });
});
