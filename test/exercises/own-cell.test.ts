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
    const shown = await runProgram(name, cells.map(({ source }) => source).join("\n\n"), library);
    expect(shown.length).toBeGreaterThan(0);
  });
});
