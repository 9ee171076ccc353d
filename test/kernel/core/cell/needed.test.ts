import { describe, expect, it } from "vitest";
import { neededCells } from "../../../../src/kernel/core/cell/needed.ts";

const needed = (above: string[], cell: string, known: string[] = []) =>
  neededCells(above, cell, new Set(known));

describe("the cells that a cell stands on", () => {
  const lesson = [
    'import { display, type StepOf } from "fall-line";\nconst start = [1, 2];',
    "const other = start.map((x) => x);",
    "const path = start.length;",
    "display(path)",
  ];

  it("are those that declare what it lacks, and what these lack in turn", () =>
    expect(needed(lesson, "path + 1")).toEqual({ cells: [0, 2], names: ["path"] }));

  it("are none where the session has the names already", () =>
    expect(needed(lesson, "path + 1", ["path", "start"]).cells).toEqual([]));

  it("are only those that the session lacks", () =>
    expect(needed(lesson, "display(path)", ["display"])).toEqual({ cells: [0, 2], names: ["path"] }));

  it("are none for names that nothing above declares", () =>
    expect(needed(["nowhere = 1"], "nowhere")).toEqual({ cells: [], names: [] }));

  it.each([
    ["a property", "({ x: 1 }).path"],
    ["a key", "({ path: 1 })"],
    ["a name of its own", "const path = 2; path"],
    ["a parameter", "((path: number) => path)(1)"],
    ["a name in a block", "{ const path = 1; path }"],
    ["a catch", "try { } catch (path) { path }"],
    ["an import", 'import { path } from "x"; path'],
    ["a label", "path: for (;;) break path;"],
  ])("are none for %s", (_, cell) => expect(needed(lesson, cell)).toEqual({ cells: [], names: [] }));

  it.each([
    ["short for a property", "({ path })"],
    ["in a function", "const f = () => path;"],
    ["as a type", "let x: typeof path;"],
    ["given another value", "path = 3"],
    ["in a pattern's default", "const { a = path } = {};"],
  ])("are found where a name is %s", (_, cell) => expect(needed(lesson, cell).names).toEqual(["path"]));

  it("are found for a type that a cell imports", () =>
    expect(needed(lesson, "let step: StepOf<never, never>")).toEqual({ cells: [0], names: ["StepOf"] }));

  it("are those too that give the name another value, in their order", () =>
    expect(needed(["let rate = 1;", "rate = 2;", "rate++;", "other = rate;"], "rate").cells).toEqual([
      0, 1, 2,
    ]));
});
