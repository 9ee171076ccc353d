import { describe, expect, test } from "vitest";
import { type Exhibit, exhibitOf } from "../../src/presenting/exhibit.ts";
import { fitsTogether, isPair, isWide } from "../../src/presenting/slide-space.ts";
import { explorer, figure, line, shown, sign, table, tableOf, worked } from "./cells.ts";

const printed: Exhibit = { kind: "text", output: { output_type: "stream", name: "stdout", text: "1" } };
const code = (lines: number, letters = 10): Exhibit => ({
  kind: "code",
  id: "c",
  source: Array(lines).fill("x".repeat(letters)).join("\n"),
});
const step = exhibitOf(worked([line(), line()]));
const wideStep = exhibitOf(worked([line(), line({ parts: [sign(34)] })]));

describe("isWide(exhibit)", () => {
  const headed = (head: string, cells: string) =>
    exhibitOf(shown({ "text/html": `<table><tr><th>${head}</th></tr><tr><td>${cells}</td></tr></table>` }));

  test.each<[string, Exhibit, Exhibit]>([
    ["a table of more than 690 pixels", exhibitOf(tableOf(2, 48)), exhibitOf(tableOf(2, 49))],
    ["a heading that does not break", headed("x".repeat(48), "1"), headed("x".repeat(49), "1")],
    ["code of more than 46 letters in a line", code(2, 46), code(2, 47)],
    ["a worked step with a row of 35 letters", step, wideStep],
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

describe("exhibits stand one below another", () => {
  test("as long as their heights and the air between them have room", () => {
    expect([8, 9].map((n) => fitsTogether(Array(n).fill(printed)))).toEqual([true, false]);
    expect([10, 11].map((n) => fitsTogether([printed, exhibitOf(table(n))]))).toEqual([false, false]);
    expect([9, 10].map((n) => fitsTogether([printed, exhibitOf(table(n))]))).toEqual([true, false]);
  });

  test("and no picture among them", () => {
    expect([figure, explorer].map((one) => fitsTogether([printed, exhibitOf(one)]))).toEqual([false, false]);
  });
});

test("two worked steps of short rows are a pair", () => {
  expect(isPair([step, step])).toBe(true);
  const none = [[step], [step, step, step], [step, wideStep], [step, exhibitOf(table(2))], []];
  expect(none.map((exhibits) => isPair(exhibits))).toEqual(none.map(() => false));
});
