import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import { runProgram } from "../../src/notebook/run-program.ts";
import { lessons } from "../lessons/lessons.ts";

/** "Exercise 3" of "Exercise 3: your answer". */
const exerciseOf = (title: string): string | undefined => /^Exercise \d+(?=:)/.exec(title)?.[0];

// A guess in the middle of a lesson may show what earlier cells have computed: its card is stored, and needs no run.
const asking = lessons.flatMap(({ name, cells }) => {
  const code = cells.filter(({ type }) => type === "code");
  const exercises = new Set(code.flatMap(({ title }) => exerciseOf(title) ?? []));
  return [...exercises].map((exercise) => {
    const own = code.filter(({ title }) => exerciseOf(title) === exercise);
    return [name, exercise, [code[0]!, ...own]] as const;
  });
});

describe("after a restart an exercise needs the import cell and its own", () => {
  test.each(asking)("%s: %s", async (name, _, cells) => {
    const shown = await runProgram(name, cells.map(({ source }) => source).join("\n\n"), library);
    expect(shown.length).toBeGreaterThan(0);
  });
});
