import { describe, expect, test } from "vitest";
import { PLOTLY, SPECIFICATION } from "../../src/mime.ts";
import type { Output } from "../../src/rendering/executed.ts";
import {
  type Exhibit,
  exhibitOf,
  isCardOutput,
  isPicture,
  proseOf,
  textsOf,
} from "../../src/presenting/exhibit.ts";
import { card, explorer, figure, prose, shown, step, table } from "./cells.ts";

const printed: Output = { output_type: "stream", name: "stdout", text: "<table>" };
const code: Exhibit = { kind: "code", id: "c", source: "<tr><td>1</td></tr>" };

test.each<[Exhibit["kind"], string, Output]>([
  ["text", "what was printed", printed],
  ["text", "an error", { output_type: "error", ename: "Error", evalue: "no" }],
  ["text", "a value", shown({ "text/plain": "1" })],
  ["text", "markup without a table", shown({ "text/html": "<p>1</p>" })],
  ["worked", "a worked step", step],
  ["explorer", "an explorer", explorer],
  [
    "figure",
    "a figure of the library, also with a table beside it",
    shown({ [SPECIFICATION]: { kind: "curves" }, "text/html": "<table>" }),
  ],
  ["figure", "a figure of Plotly", shown({ [PLOTLY]: {} })],
  ["table", "a table", table(1)],
])("a %s is %s", (kind, _, output) => {
  expect(exhibitOf(output).kind).toBe(kind);
});

test("a table is shown with few digits, and knows what carries its finding; nothing else is changed", () => {
  const output = shown({ "text/html": "<table><tr><td>3.14159</td></tr></table>", "text/plain": "3.14159" });
  expect(exhibitOf(output, { marked: [1] })).toEqual({
    kind: "table",
    output: shown({ "text/html": "<table><tr><td>3.142</td></tr></table>", "text/plain": "3.14159" }),
    marked: [1],
  });
  expect(exhibitOf(figure, { marked: [1] })).toEqual({ kind: "figure", output: figure });
});

describe("of a table", () => {
  test("Greek letters stand in its head, where code has their names", () => {
    const html = (name: string) => `<table><tr><th>${name}</th></tr><tr><td>lambda</td></tr></table>`;
    const exhibit = exhibitOf(shown({ "text/html": html("steep lambda, beta2, betas") }));
    expect(textsOf(exhibit)).toEqual([["steep λ, beta2, betas"], ["lambda"]]);
  });

  const row = (tag: string, ...cells: number[]): string =>
    `<tr>${cells.map((one) => `<${tag} class="n">${one}</${tag}>`).join("")}</tr>`;
  const whole = `<table>${row("th", 1, 2, 3)}${row("td", 4, 5, 6)}${row("td", 7, 8, 9)}${row("td", 10, 11, 12)}</table>`;
  const shownOf = (options: Parameters<typeof exhibitOf>[1]) => {
    const exhibit = exhibitOf(shown({ "text/html": whole }), options);
    return { texts: textsOf(exhibit).map((texts) => texts.join(" ")), ...exhibit };
  };

  test("some rows and columns are shown, with its head; what is marked is counted among them, and all of it is known", () => {
    expect(shownOf({ rows: [3, 1], columns: [1, 3], marked: [3, 3] })).toMatchObject({
      texts: ["1 3", "4 6", "10 12"],
      marked: [2, 2],
      whole,
    });
    expect(shownOf({ rows: [2], marked: [2] })).toMatchObject({ texts: ["1 2 3", "7 8 9"], marked: [1] });
    expect(shownOf({ columns: [2], marked: [3, 2] })).toMatchObject({ marked: [3, 1] });
  });

  test("what carries the finding is kept, also where it is not among the rows", () => {
    expect(shownOf({ rows: [1], marked: [3, 2] })).toMatchObject({
      texts: ["1 2 3", "4 5 6", "10 11 12"],
      marked: [2, 2],
    });
  });

  const captionOf = (head: string, names: readonly string[], options: Parameters<typeof exhibitOf>[1]) => {
    const html = `<table><tr><th>${head}</th></tr>${names.map((one) => `<tr><td>${one}</td></tr>`).join("")}</table>`;
    const { output } = exhibitOf(shown({ "text/html": html }), options) as { output: { data: object } };
    return /<caption>(.*)<\/caption>/.exec(JSON.stringify(output.data))?.[1];
  };

  test.each<[string, string | undefined, readonly string[], Parameters<typeof exhibitOf>[1]]>([
    [
      "by their names",
      "<b>AdaGrad</b>, Adam: in the lesson",
      ["Momentum", "<b>AdaGrad</b>", "Adam"],
      { rows: [1] },
    ],
    ["by their numbers, with what these are", "rule 4, 6: in the lesson", ["4", "5", "6"], { rows: [2] }],
    ["not where none is", undefined, ["4", "5", "6"], { rows: [3, 2, 1] }],
    ["not where only columns are", undefined, ["4", "5"], { columns: [1] }],
  ])("rows that are left out are told below it, %s", (_, told, names, options) => {
    expect(captionOf("rule", names, options)).toBe(told?.replaceAll(/<.*?>/g, ""));
  });

  test("all is shown where nothing else is said", () => {
    expect(shownOf({})).toMatchObject({ texts: ["1 2 3", "4 5 6", "7 8 9", "10 11 12"] });
    expect(shownOf({ rows: [1, 2, 3] })).not.toHaveProperty("whole");
  });
});

test("figures and explorers are pictures", () => {
  const shownOn = [figure, explorer, table(1), step, printed].map((output) => exhibitOf(output));
  expect([...shownOn, code].map(isPicture)).toEqual([true, true, false, false, false, false]);
});

test("cards and prose are told from all else that a cell shows", () => {
  const outputs = [card("a/b"), figure, printed, table(1), prose("Because.")];
  expect(outputs.map(isCardOutput)).toEqual([true, false, false, false, false]);
  expect(outputs.map(proseOf)).toEqual([undefined, undefined, undefined, undefined, "Because."]);
  expect(proseOf(shown({ "text/markdown": ["a"] }))).toBeUndefined();
});

describe("textsOf(exhibit)", () => {
  test("are those of a table's cells, its head first, without markup", () => {
    const html =
      '<table><thead><tr class="a"><th scope="col">step</th><th>x</th></tr></thead>' +
      '<tbody><tr><th>1</th><td class="n"><b>2</b>.5</td></tr><tr><td></td></tr></tbody></table>';
    expect(textsOf(exhibitOf(shown({ "text/html": html })))).toEqual([["step", "x"], ["1", "2.5"], [""]]);
  });

  test("are none of what is no table", () => {
    expect([textsOf(code), textsOf(exhibitOf(figure)), textsOf(exhibitOf(printed))]).toEqual([[], [], []]);
  });
});
