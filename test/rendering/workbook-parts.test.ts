import { describe, expect, test } from "vitest";
import { fresh, type Status } from "../../src/exercises/progress.ts";
import { codeOf } from "../../src/rendering/running/data.ts";
import { lessonsDone } from "../../src/pages/workbook/lessons-done.ts";
import { printedParts } from "../../src/rendering/running/terminal.ts";

describe("what is done in each lesson", () => {
  const exercises = { "01-a": ["a/one", "a/two", "a/three"], "02-b": ["b/one"], "03-c": [] };
  const of = (states: Readonly<Record<string, Status["state"]>>, ...written: string[]) => {
    const statuses = Object.entries(states).map(([id, state]) => [id, { ...fresh(id), state }] as const);
    return lessonsDone(exercises, new Map(statuses), new Set(written), ["a/two", "c/gone"]);
  };

  test("counts what is right, and what is answered where nothing is right or wrong", () => {
    expect(of({ "a/one": "done", "a/two": "answered", "a/three": "almost", "b/one": "tried" })).toEqual([
      {
        lesson: "01-a",
        isTouched: true,
        share: 2 / 3,
        words: "2 of 3 exercises done, 1 forgotten since",
        short: "2 of 3",
      },
      { lesson: "02-b", isTouched: true, share: 0, words: "0 of 1 exercise done", short: "0 of 1" },
    ]);
  });

  test("is said of lessons in which something was answered or written", () => {
    const touched = (all: ReturnType<typeof of>): boolean[] => all.map(({ isTouched }) => isTouched);
    expect(touched(of({}))).toEqual([false, false]);
    expect(touched(of({ "a/three": "tried" }))).toEqual([true, false]);
    expect(touched(of({}, "02-b", "09-x"))).toEqual([false, true]);
  });
});

test.each([
  ["", []],
  ["plain", [{ part: "plain" }]],
  ["a\u001b[1mb\u001b[0mc", [{ part: "a" }, { part: "b", tag: "b" }, { part: "c" }]],
  ["\u001b[2mpale\u001b[22m\u001b[1m\u001b[31mred", [{ part: "pale", tag: "i" }, { part: "red" }]],
  ["\u001b[mend\u001b[1;31mboth", [{ part: "end" }, { part: "both" }]],
  ["\u001b[2Kno mark of letters", [{ part: "\u001b[2Kno mark of letters" }]],
])("what is printed as %j has its bold and pale parts", (text, parts) => {
  expect(printedParts(text)).toEqual(parts);
});

test("the code of a notebook is that of its cells with code, each text in one piece", () => {
  const cell = (id: string, cell_type: string, source: string | string[]) => ({ id, cell_type, source, metadata: {} }); // prettier-ignore
  const cells = [cell("a", "markdown", "# A"), cell("b", "code", ["1;\n", "2"]), cell("c", "code", "3")];
  expect([...codeOf({ cells })]).toEqual([
    ["b", "1;\n2"],
    ["c", "3"],
  ]);
});
