import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import { exercisesIn } from "../../src/course/cells.ts";
import { runProgram } from "../../src/notebook/run-program.ts";
import { lessons } from "../lessons/lessons.ts";

// A guess in the middle of a lesson may show what earlier cells have computed: its card is stored, and needs no run.
const asking = lessons.flatMap(({ name, cells }) => {
  const imports = cells.find(({ type }) => type === "code")!;
  return exercisesIn(cells).map((own) => [name, own[0]!.exercise!, [imports, ...own]] as const);
});

describe("after a restart an exercise needs the import cell and its own", () => {
  test.each(asking)("%s: %s", async (name, _, cells) => {
    const shown: unknown[] = [];
    // What is displayed is drawn where whole lessons are run.
    const display = (value: unknown): void => void shown.push(value);
    await runProgram(name, cells.map(({ source }) => source).join("\n\n"), { ...library, display });
    expect(shown.length).toBeGreaterThan(0);
  });
});
