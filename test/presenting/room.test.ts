import { describe, expect, test } from "vitest";
import { heightOfFormula, heightOfMarkdown, splitMarkdown } from "../../src/presenting/room.ts";

const paragraph = (lines: number) => "x".repeat(76 * lines);
const two = `${paragraph(4)}\n\n${paragraph(4)}`;

describe("the room that markdown takes on a slide", () => {
  test("grows by a line of 40 pixels for 76 letters, with a gap of 17 after each block", () => {
    expect(heightOfMarkdown(paragraph(1))).toBe(57);
    expect(heightOfMarkdown(`${paragraph(1)}x`)).toBe(97);
    expect(heightOfMarkdown(two)).toBe(2 * 177);
  });

  test("counts code, tables and formulas by their lines", () => {
    expect(heightOfMarkdown("```ts\na\nb\n```")).toBe(4 * 28 + 17);
    expect(heightOfMarkdown("| a |\n| - |\n| 1 |")).toBe(3 * 46 + 17);
    expect(heightOfFormula("a = b \\\\ c = \\frac{1}{2}")).toBe(48 + 78);
    expect(heightOfFormula("\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}")).toBe(78);
  });
});

describe("splitMarkdown(source, room)", () => {
  test("keeps together what has room, or lacks no more than a seventh of it", () => {
    expect(splitMarkdown(two, 354)).toEqual([two]);
    expect(splitMarkdown(two, 310)).toEqual([two]);
    expect(splitMarkdown(two, 300)).toEqual([paragraph(4), paragraph(4)]);
  });

  test("puts as many paragraphs on a slide as have room, and never splits one", () => {
    const five = Array.from({ length: 5 }, () => paragraph(2)).join("\n\n");
    const pair = `${paragraph(2)}\n\n${paragraph(2)}`;
    expect(splitMarkdown(five, 200)).toEqual([pair, pair, paragraph(2)]);
    expect(splitMarkdown(paragraph(30), 200)).toEqual([paragraph(30)]);
  });

  test("keeps a formula with the words before it, and what a colon announces", () => {
    const led = `${paragraph(2)}\n\n$$\na = b\n$$`;
    expect(splitMarkdown(`${paragraph(3)}\n\n${led}`, 200)).toEqual([paragraph(3), led]);
    const announced = `${paragraph(1)}:\n\n${paragraph(2)}`;
    expect(splitMarkdown(`${paragraph(3)}\n\n${announced}`, 200)).toEqual([paragraph(3), announced]);
  });
});
