import { describe, expect, test } from "vitest";
import { adam, beale, momentum } from "fall-line";
import { RICH } from "../src/display.ts";
import { htmlTable, table, tableBundle, textTable } from "../src/table.ts";

test("table(row) heads each column with the words of its name and rounds numbers", () => {
  expect(table({ yourGuess: "?", lossAfter50Steps: 1 / 3, rareAt500: 2 })[RICH]()["text/plain"]).toBe(
    "your guess  loss after 50 steps  rare at 500\n         ?             0.333333            2",
  );
});

test("table(rows) has a column for every name that occurs, empty where a row lacks it", () => {
  const bundle = table([{ a: [1, 0.1 + 0.2] }, { b: Float64Array.of(2, 3) }])[RICH]();
  expect(bundle["text/html"]).toBe(
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>" +
      "<tr><td>1, 0.3</td><td></td></tr><tr><td></td><td>2, 3</td></tr></tbody></table>",
  );
});

test("table(row) escapes what would be read as HTML", () => {
  expect(table({ a: "<b>&" })[RICH]()["text/html"]).toContain("<td>&lt;b&gt;&amp;</td>");
});

test("a table is read as people write numbers, and copied as text as programs read them", () => {
  const { "text/html": html, "text/plain": plain } = table({ w: [-0.9004984, 3.095238e55] })[RICH]();
  expect(html).toContain("<td>−0.900498, 3.09524·10⁵⁵</td>");
  expect(plain).toContain("-0.900498, 3.09524e55");
});

test("table(rows) takes a row or rows, and says what else it does not", () => {
  expect(table([{ a: 1 }, { a: 2 }]).rows).toHaveLength(2);
  for (const wrong of [[], 3, [1], null])
    expect(() => table(wrong as never)).toThrow(
      /^a table has rows, each with values by name, got .*; for example: table\(/,
    );
});

test.each<[unknown, string]>([
  [true, "true"],
  ["x", "x"],
  [["y", 0.25], "y, 0.25"],
  [undefined, ""],
  [null, ""],
  [Math.sqrt, ""],
  [new Float32Array([1, 0.5]), "1, 0.5"],
  [new Set(["a", 2]), "a, 2"],
  [new Map([["a", 1 / 3]]), "a: 0.333333"],
  [{ f: 1, g: [2, 3], h: { i: 1 } }, "f: 1, g: ..., h: ..."],
  [momentum, "Momentum"],
  [[adam, beale], "Adam, Beale"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
])("table({ a: %j }) has %j in its cell", (value, text) => {
  expect(table({ a: value })[RICH]()["text/plain"]).toBe(`${"a".padStart(text.length)}\n${text.padStart(1)}`);
});

test.each([
  ["yourGuess", '<th style="white-space:nowrap">your guess</th>'],
  ["lossAfter50Steps", "<th>loss after 50 steps</th>"],
  ["beta1", '<th style="white-space:nowrap">beta 1</th>'],
  ["x1", "<th>x1</th>"],
])("a column of %s is headed %s", (name, heading) => {
  expect(table({ [name]: 1 })[RICH]()["text/html"]).toContain(heading);
});

describe("columns of text", () => {
  const cells = { head: ["step", "a", "long name"], rows: [["1", "22", "3"], undefined, ["10", "2", ""]] };

  test("are as wide as their widest, to the right; rows that are left out are three points", () => {
    expect(textTable(cells)).toBe("step   a  long name\n   1  22          3\n...\n  10   2           ");
  });

  test("are set in blocks where there is room for some, each with the first column", () => {
    expect(textTable(cells, 19).split("\n\n")).toHaveLength(1);
    expect(textTable(cells, 18).split("\n\n")).toEqual([
      "step   a\n   1  22\n...\n  10   2",
      "step  long name\n   1          3\n...\n  10           ",
    ]);
    // A block has one column beside the first at least.
    expect(textTable(cells, 3).split("\n\n")).toHaveLength(2);
    expect(textTable({ head: ["a"], rows: [["1"]] }, 1)).toBe("a\n1");
  });
});

test("an HTML table has a caption where it has one, and rows left out in one cell", () => {
  const cells = { head: ["", "<a>"], rows: [["1", "2"], undefined] };
  expect(htmlTable(cells, "A & B")).toBe(
    "<table><caption>A &amp; B</caption><thead><tr><td></td><th>&lt;a&gt;</th></tr></thead>" +
      '<tbody><tr><td>1</td><td>2</td></tr><tr><td colspan="2">...</td></tr></tbody></table>',
  );
  expect(htmlTable(cells)).toMatch(/^<table><thead>/);
  const titled = tableBundle(() => cells, "A");
  expect(titled["text/plain"]).toMatch(/^A\n/);
  expect(titled["text/html"]).toContain("<caption>A</caption>");
});
