import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { keptDeclarations } from "../../src/kernel/core/cell/declarations.ts";
import { completeness, prepareCell } from "../../src/kernel/core/cell/prepare.ts";
import { codeFrame } from "../../src/kernel/core/errors/code-frame.ts";
import { SourceMap } from "../../src/kernel/core/errors/source-map.ts";
import { isTable, tableHtml } from "../../src/kernel/core/display/table.ts";
import { History } from "../../src/kernel/core/protocol/history.ts";
import { fromCodePoints, toCodePoints } from "../../src/kernel/core/session/positions.ts";

describe("prepareCell", () => {
  test("blanks `export` and leaves every character in its place", () => {
    const code = "export const a = 1;\nexport default function f() {}\nexport { a };";
    const prepared = prepareCell(code);
    expect(prepared).toBe("       const a = 1;\n               function f() {}\n             ");
    expect(prepared).toHaveLength(code.length);
  });
});

describe("completeness", () => {
  test("tells whole cells, beginnings and mistakes apart", () => {
    expect(completeness("const a = 1").status).toBe("complete");
    expect(completeness("function f() {")).toEqual({ status: "incomplete", indent: "  " });
    expect(completeness("const = 1").status).toBe("invalid");
  });
});

describe("keptDeclarations", () => {
  test("keeps types, and values that were reached", () => {
    const declarations = "declare let b: boolean;\ntype T = number;\ndeclare let c: number;";
    expect(keptDeclarations(declarations, (name) => name === "c")).toBe(
      "type T = number;\ndeclare let c: number;",
    );
  });
});

describe("SourceMap", () => {
  test("finds the place in the source", () => {
    const map = new SourceMap("AAAA;AACA,IAAI");
    expect(map.find({ line: 0, column: 3 })).toEqual({ line: 0, column: 0 });
    expect(map.find({ line: 1, column: 4 })).toEqual({ line: 1, column: 4 });
    expect(map.find({ line: 5, column: 0 })).toBeUndefined();
  });
});

describe("codeFrame", () => {
  test("puts carets under the place, tabs included", () => {
    const plain = codeFrame("a\n\tbad(1)", { line: 1, column: 1 }, 3).map((line) =>
      stripVTControlCharacters(line),
    );
    expect(plain).toEqual(["  1 | a", "  2 | \tbad(1)", "    | \t^^^"]);
  });
});

describe("tables", () => {
  test("arrays of plain objects are tables, other arrays are not", () => {
    expect(isTable([{ a: 1 }])).toBe(true);
    expect([[], [1], [new Date()], [{}], [[1]]].some(isTable)).toBe(false);
  });

  test("escape what they show and say how much they leave out", () => {
    const html = tableHtml(Array.from({ length: 101 }, (_, i) => ({ "<i>": i })));
    expect(html).toContain("<th>&lt;i&gt;</th>");
    expect(html).toContain("100 of 101 rows");
    expect(tableHtml(Array.from({ length: 100 }, (_, i) => ({ a: i })))).not.toContain("rows");
  });
});

describe("History", () => {
  const history = new History();
  ["1 + 1", "2 + 2", "1 + 1"].forEach((code, i) => history.add(i + 1, code));

  test("answers tail, range and search", () => {
    const sources = (request: object) =>
      (history.answer(request as Record<string, unknown>)["history"] as [number, number, string][]).map(
        (e) => e[1],
      );
    expect(sources({ hist_access_type: "tail", n: 2 })).toEqual([2, 3]);
    expect(sources({ hist_access_type: "range", start: 1, stop: 3 })).toEqual([1, 2]);
    expect(sources({ hist_access_type: "search", pattern: "1*", unique: true })).toEqual([3]);
    expect(sources({ hist_access_type: "search", pattern: "? + 1", n: 1 })).toEqual([3]);
  });
});

describe("positions", () => {
  test.each<[text: string, given: unknown, units: number, points: number]>([
    ["😀ab", 0, 0, 0],
    ["😀ab", 1, 2, 1],
    ["😀ab", 2, 3, 2],
    ["a😀😀", 2, 3, 2],
    ["a😀", 9, 3, 2],
    ["ab", undefined, 2, 2],
    ["ab", "1", 2, 2],
    ["", 0, 0, 0],
  ])("in %j count code points: %j is %i in UTF-16, and that is %i", (text, given, units, points) => {
    expect(fromCodePoints(text, given)).toBe(units);
    expect(toCodePoints(text, units)).toBe(points);
  });
});
