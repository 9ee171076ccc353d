import { describe, expect, test } from "vitest";
import { fitsBeside, isWide, lettersOf, mayLead, splitMarkdown } from "../../src/presenting/room.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import { figure, shown } from "./cells.ts";

const words = (source: string) => [{ source, fragment: false }];
const paragraph = (letters: number) => "x".repeat(letters);

describe("lettersOf(words)", () => {
  test("counts formulas as they are set, links as their words, and each paragraph as more", () => {
    expect(lettersOf(words("$\\lambda$ and more"))).toBeLessThan(40);
    expect(lettersOf(words("[a](https://example.org/long/long/long)"))).toBeLessThan(32);
    expect(lettersOf(words("a\n\nb"))).toBeGreaterThan(lettersOf(words("a b")));
  });
});

describe("what has room beside words", () => {
  test("is a figure beside some words, and not beside many", () => {
    expect(fitsBeside(words(paragraph(300)), exhibitOf(figure))).toBe(true);
    expect(fitsBeside(words(paragraph(900)), exhibitOf(figure))).toBe(false);
  });

  test("is no table that is wider than the room for it", () => {
    const table = (columns: number) =>
      exhibitOf(shown({ "text/html": `<table><tr>${"<th>a name</th>".repeat(columns)}</tr></table>` }));
    expect([2, 12].map((columns) => isWide(table(columns)))).toEqual([false, true]);
  });

  test("is no question where the words have a long formula or a table", () => {
    expect(mayLead(words("a"))).toBe(true);
    expect(mayLead(words(`$$ ${"a + b + ".repeat(12)} c $$`))).toBe(false);
    expect(mayLead(words("| a | b |\n|---|---|\n| 1 | 2 |"))).toBe(false);
  });
});

describe("splitMarkdown(source)", () => {
  test("puts as many paragraphs on a slide as have room, and never splits one", () => {
    const [one, long] = [paragraph(500), paragraph(3000)];
    expect(splitMarkdown(`${one}\n\n${one}\n\n${one}`)).toEqual([`${one}\n\n${one}`, one]);
    expect(splitMarkdown(long)).toEqual([long]);
  });

  test("keeps a formula with the words before it, and what a colon announces", () => {
    const led = `${paragraph(500)}\n\n$$\na = b\n$$`;
    expect(splitMarkdown(`${paragraph(900)}\n\n${led}`)).toEqual([paragraph(900), led]);
    const announced = `${paragraph(400)}:\n\n${paragraph(400)}`;
    expect(splitMarkdown(`${paragraph(900)}\n\n${announced}`)).toEqual([paragraph(900), announced]);
  });
});
