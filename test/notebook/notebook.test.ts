import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { LANGUAGE } from "../../src/language.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { markedCell } from "../../src/notebook/nbgrader.ts";
import { buildNotebook, formatNotebook } from "../../src/notebook/notebook.ts";
import type { MimeBundle } from "../../src/display.ts";
import { notebookFaults } from "./nbformat.ts";

const ABOUT = { title: "The example", short: "Example", minutes: 5, learn: "to build." };
const LESSON = parseLesson(
  "99-example",
  `${LESSON_HEADER}
// %% [markdown] slideshow={"slide_type": "slide"}
// ## The rule
// $$ {{tex momentum}} $$

// %% tags=["opening"]
display(1);

// %% Speaker [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask first.

// %% Answer exercise="example/rate"
// BEGIN SOLUTION const rate = NaN;
const rate = 0.1;
// END SOLUTION

// %% Guess
display(ask("example/guess", table({ x: 1 })));

// %% Check points=2 tags=["folded"]
if (rate !== 0.1) throw new Error("no");
`,
  ABOUT,
);
const OPENING = {
  "application/vnd.fall-line+json": { format: 1, kind: "example" },
  "image/svg+xml": "<svg>\n</svg>",
  "text/plain": "a picture",
  "application/vnd.plotly.v1+json": { data: [] },
};
const formula = (name: string) => (name === "momentum" ? "m = \\alpha m" : undefined);
const card = (id: string) =>
  id === "example/guess" ? { "text/html": "<p>How far?\n</p>", "text/plain": "How far?" } : undefined;
const build = (opening: MimeBundle | undefined = OPENING) =>
  buildNotebook(LESSON, { opening, formula, card, solutions: "strip" });
const cellOf = (key: string) => build().cells.find((cell) => cell.id === `99-example-${key}`)!;

describe("buildNotebook(lesson, parts)", () => {
  test("keeps to the rules of nbformat 4.5", () => {
    expect(notebookFaults(JSON.parse(formatNotebook(build())))).toEqual([]);
  });

  test("names the kernel, the language and the title", () => {
    expect(build().metadata).toMatchObject({
      kernelspec: { name: "fall-line", display_name: "TypeScript (fall-line)", language: "typescript" },
      language_info: { name: "typescript", file_extension: ".ts" },
      title: "The example",
      "fall-line": { about: ABOUT },
    });
  });

  test("names the version of the kernel's compiler, so that JupyterLab finds nothing to change", () => {
    const require = createRequire(import.meta.url);
    const compiler = require("typescript/package.json") as { version: string };
    expect(LANGUAGE.version).toBe(compiler.version);
  });

  test("fills formulas in prose from the lookup", () => {
    expect(cellOf("the-rule").source).toEqual(["## The rule\n", "$$ m = \\alpha m $$"]);
  });

  test("refuses a formula that nothing is called by, and names the cell", () => {
    const parts = { opening: OPENING, formula: () => undefined, card, solutions: "strip" } as const;
    expect(() => buildNotebook(LESSON, parts)).toThrow(
      /^99-example\/lesson\.ts:14: cell "the-rule": .*"momentum"/,
    );
  });

  test("keeps slides and tags", () => {
    expect(cellOf("the-rule").metadata).toEqual({ slideshow: { slide_type: "slide" } });
    expect(cellOf("the-rule-2").metadata).toMatchObject({ tags: ["opening"] });
  });

  test("keeps the speaker's notes out of sight, with the cell before them, and folds code that gives an answer away", () => {
    expect(cellOf("the-rule-2").metadata["fall-line"]).toEqual({
      notes: [{ id: "99-example-speaker", source: "Ask first.", minutes: 2 }],
    });
    expect(cellOf("speaker")).toBeUndefined();
    expect(cellOf("check").metadata).toMatchObject({ jupyter: { source_hidden: true } });
  });

  test("keeps the exercise that a cell belongs to", () => {
    expect(cellOf("answer").metadata["fall-line"]).toEqual({ exercise: "example/rate" });
  });

  test("stores the opening's specification, still picture and words, and nothing else", () => {
    expect(cellOf("the-rule-2").outputs).toEqual([
      {
        output_type: "display_data",
        metadata: {},
        data: {
          "application/vnd.fall-line+json": { format: 1, kind: "example" },
          "image/svg+xml": ["<svg>\n", "</svg>"],
          "text/plain": ["a picture"],
        },
      },
    ]);
  });

  test("stores the card of a cell, so that it can be answered before the first run", () => {
    const data = { "text/html": ["<p>How far?\n", "</p>"], "text/plain": ["How far?"] };
    expect(cellOf("guess").outputs).toEqual([{ output_type: "display_data", metadata: {}, data }]);
    expect(build().cells.filter((cell) => (cell.outputs ?? []).length > 0)).toHaveLength(2);
  });

  test("refuses a card that no exercise has, and names the cell", () => {
    const parts = { opening: OPENING, formula, card: () => undefined, solutions: "strip" } as const;
    expect(() => buildNotebook(LESSON, parts)).toThrow(/cell "guess": no exercise .* "example\/guess"/);
  });

  test.each([
    ["is missing", undefined, /must show a figure/],
    ["has no still picture", { ...OPENING, "image/svg+xml": undefined }, /has no image\/svg\+xml/],
    [
      "is too heavy",
      { ...OPENING, "application/vnd.fall-line+json": { a: "x".repeat(6000) } },
      /weighs 6008/,
    ],
  ])("refuses an opening that %s", (_, opening, message) => {
    expect(() => buildNotebook(LESSON, { opening, formula, card, solutions: "strip" })).toThrow(message);
  });

  test("marks what the student writes and what checks it, as nbgrader does", () => {
    const source = "// your answer here\nconst rate = NaN;";
    expect(cellOf("answer").source.join("")).toBe(source);
    expect(cellOf("answer").metadata.nbgrader).toEqual({
      schema_version: 3,
      grade_id: "99-example-answer",
      grade: false,
      solution: true,
      locked: false,
      task: false,
      cell_type: "code",
      checksum: md5(`${source}codeFalseTrueFalse99-example-answer`),
    });
    const check = cellOf("check");
    expect(check.metadata.nbgrader).toMatchObject({ grade: true, solution: false, locked: true, points: 2 });
    expect(check.metadata.nbgrader?.checksum).toBe(
      md5(`${check.source.join("")}codeTrueFalseTrue99-example-check2.0`),
    );
  });

  test("leaves a cell open that the student writes and the teacher marks: what is locked nbgrader puts back", () => {
    // The signature of nbgrader's utils.compute_checksum: source, type, grade, solution, locked, id and points.
    expect(markedCell("words", "Because.", 3)).toMatchObject({
      grade: true,
      solution: true,
      locked: false,
      points: 3,
      checksum: md5("Because.codeTrueTrueFalsewords3.0"),
    });
  });

  test("leaves answers with their marks to nbgrader, when asked to", () => {
    const notebook = buildNotebook(LESSON, { opening: OPENING, formula, card, solutions: "mark" });
    const source = "// BEGIN SOLUTION const rate = NaN;\nconst rate = 0.1;\n// END SOLUTION";
    expect(notebook.cells[3]!.source.join("")).toBe(source);
    expect(notebook.cells[3]!.metadata.nbgrader!.checksum).toBe(
      md5(`${source}codeFalseTrueFalse99-example-answer`),
    );
  });

  test("has code without outputs or counts, and text with neither; what stands on a mark is kept", () => {
    const more = parseLesson(
      "99-example",
      `${LESSON_HEADER}
// %% A [markdown] points=1 finding="It falls" idea="adam.w"
// Text.

// %% [raw]
// raw

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"]
// {{tex momentum}}

// %% C points=0.5 marked=[1, 2]
1;
`,
      ABOUT,
    );
    const { cells } = buildNotebook(more, { formula, card, solutions: "strip" });
    expect(cells.slice(1)).toMatchObject([
      {
        cell_type: "markdown",
        metadata: { title: "A", "fall-line": { finding: "It falls", idea: "adam.w" } },
      },
      {
        cell_type: "raw",
        source: ["raw"],
        metadata: { "fall-line": { notes: [{ source: "m = \\alpha m", tags: ["short-path"] }] } },
      },
      {
        cell_type: "code",
        outputs: [],
        execution_count: null,
        metadata: {
          nbgrader: { points: 0.5, checksum: md5("1;codeTrueFalseTrue99-example-c0.5") },
          "fall-line": { marked: [1, 2] },
        },
      },
    ]);
    expect(cells[1]).not.toHaveProperty("outputs");
    expect(cells[1]!.metadata).not.toHaveProperty("nbgrader");
    expect(cells[2]).not.toHaveProperty("execution_count");
  });

  test("has ids of at most 64 letters", () => {
    const named = (letters: number) => {
      const name = `99-${"e".repeat(letters - 3)}`;
      return () =>
        buildNotebook(parseLesson(name, `${LESSON_HEADER}// %% T\n1;\n`, { ...ABOUT, title: "T" }), {
          formula,
          card,
          solutions: "strip",
        });
    };
    // The title's cell is t, the other t-2.
    expect(named(60)).not.toThrow();
    expect(named(61)).toThrow(/the cell id "99-e+-t-2" is over 64 characters; give a shorter title/);
  });

  test("keeps the answers when asked to", () => {
    const notebook = buildNotebook(LESSON, { opening: OPENING, formula, card, solutions: "keep" });
    expect(notebook.cells[3]!.source).toEqual(["const rate = 0.1;"]);
  });
});

test("formatNotebook(notebook) writes sorted keys and one blank of indentation, as Jupyter does", () => {
  expect(formatNotebook(build()).split("\n").slice(0, 4)).toEqual([
    "{",
    ' "cells": [',
    "  {",
    '   "cell_type": "markdown",',
  ]);
});

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
