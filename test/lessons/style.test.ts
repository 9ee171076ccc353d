import { describe, expect, test } from "vitest";
import { hasSolution } from "../../src/notebook/solutions.ts";
import { lessons } from "./lessons.ts";

const MOST_WORDS = 120;
const MOST_LINES = 15;

/** Lines of code that a reader has to take in: imports, blank lines and the comments around answers do not count. */
function linesOf(source: string): number {
  const code = source.replace(/^import [^;]*;$/gm, "").replace(/^\s*\/\/ (BEGIN|END) SOLUTION.*$/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

describe.each(lessons)("lesson $name", ({ cells }) => {
  const prose = cells.filter(({ type }) => type === "markdown");
  const code = cells.filter(({ type }) => type === "code");
  const all = prose.map(({ source }) => source).join("\n\n");

  test(`has at most ${MOST_WORDS} words of prose in a cell`, () => {
    const wordy = prose.filter(
      ({ source }) => source.split(/\s+/).length > MOST_WORDS && !source.includes("|---"),
    );
    expect(wordy.map(({ key }) => key)).toEqual([]);
  });

  test(`has at most ${MOST_LINES} lines of code in a cell`, () => {
    const long = code.filter(({ source }) => linesOf(source) > MOST_LINES);
    expect(long.map(({ key, source }) => `${key}: ${linesOf(source)}`)).toEqual([]);
  });

  test("opens on a figure, in its first code cell", () => {
    expect(code[0]!.tags).toContain("opening");
  });

  test("says what one will learn and need, has two places to stop, and names its sources", () => {
    for (const part of ["**You will learn**", "**You need**", "**Sources.**", "**Next:**"])
      expect(all).toContain(part);
    expect(all.match(/^■ \*\*/gm)).toHaveLength(2);
  });

  test("has at least five exercises, each with a card or an answer to write", () => {
    const exercises = code.filter(({ title }) => /^Exercise \d: your answer$/.test(title));
    expect(exercises.length).toBeGreaterThanOrEqual(5);
    expect(exercises.every(({ source }) => hasSolution(source) || source.includes("card("))).toBe(true);
  });

  test("asks before it shows: every guess is a card, or followed by a cell that shows", () => {
    cells.forEach(({ title, source }, i) => {
      if (!title.startsWith("Your guess") || source.includes("card(")) return;
      expect(cells[i + 1]?.source, title).toContain("display(");
    });
  });

  test("can be presented: every slide has notes for the speaker, which begin with their time", () => {
    const silent: string[] = [];
    let slide: string | undefined;
    for (const cell of cells) {
      if (cell.slide === "notes") {
        expect(cell.source).toMatch(/^\d+ min\. /);
        slide = undefined;
      } else if (cell.slide === "slide") {
        if (slide !== undefined) silent.push(slide);
        slide = cell.key;
      }
    }
    expect([...silent, ...(slide === undefined ? [] : [slide])]).toEqual([]);
  });

  test("has a short path of at most ten minutes", () => {
    const notes = cells.filter(({ slide, tags }) => slide === "notes" && tags.includes("short-path"));
    const minutes = notes.map(({ source }) => Number(/^(\d+) min\. /.exec(source)?.[1]));
    expect(minutes).not.toContain(NaN);
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10);
  });

  test("links only to lessons that are there", () => {
    const linked = [...all.matchAll(/\]\((\d\d-[\w-]+)\.ipynb\)/g)].map(([, name]) => name!);
    expect(linked.filter((name) => !lessons.some((lesson) => lesson.name === name))).toEqual([]);
  });

  test("leaves out words that make a reader feel slow", () => {
    expect(all.match(/\b(simply|obviously|trivially|of course,|clearly)\b/gi) ?? []).toEqual([]);
  });
});
