import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellConverter } from "../../../../src/kernel/core/compiler/converter.ts";
import { isLong, someUnlessLong } from "../../../long.ts";
import { saidOf, sharedConverter } from "../converter.ts";

/** Cells, each line behind `>`, and below them what is said of each. */
const folder = join(import.meta.dirname, "rejected");

const told = new Set<string>();

/** Whether one of these lines is a sentence, whatever it names, that none before it was. */
function tellsMore(said: string): boolean {
  const before = told.size;
  for (const line of said.split("\n"))
    if (!/^ *\d+ \|/.test(line)) told.add(line.replace(/^[ |^]+/, "").replaceAll(/`[^`]*`|"[^"]*"|\d+/g, ""));
  return told.size > before;
}

let converter: CellConverter;
beforeAll(async () => {
  converter = await sharedConverter();
  converter.convert(
    "",
    'import { adam, ask, descend, type FormulaOf, momentum, schedules, type StepOf } from "fall-line"; const w = [1, 2], g = [3, 4], lambda = 0.1;',
  );
  converter.keep();
});

describe.each(readdirSync(folder))("what is said of cells that the compiler rejects: %s", (file) => {
  const blocks = readFileSync(join(folder, file), "utf8")
    .trimEnd()
    .split(/\n\n(?=> )/);
  const cells = blocks.map((block) => {
    const lines = block.split("\n");
    const code = lines.filter((line) => line.startsWith("> ")).map((line) => line.slice(2));
    return { code: code.join("\n"), said: lines.filter((line) => !line.startsWith("> ")).join("\n") };
  });

  // Of the sentences every second one, once; the long suite tries all.
  test.each(
    someUnlessLong(
      cells.filter(({ said }) => isLong || tellsMore(said)),
      2,
    ),
  )("$code", ({ code, said }) => {
    expect(saidOf(converter, code)).toBe(said);
  });
});

test("in one line the first error is told, with its place", () => {
  saidOf(converter, "1;\nconst e1: number = 'x';\nconst e2: string = 1;");
  expect(converter.rejection().evalue).toBe(
    `cell ${String(converter.count)}, line 2: a number is wanted here, and this is a text`,
  );
});

test("of a line of any length what is near is looked at", () => {
  const said = saidOf(converter, `/* ${"x".repeat(300_000)} */ const = 3`);
  expect(said).toMatch(/\^\n {2}here stands the name that is declared\n/);
});
