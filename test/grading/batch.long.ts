import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../../src/system/process.js";
import { HONEST, HOSTILE, SLOW } from "./hostile.ts";

const place = mkdtempSync(join(tmpdir(), "grading-batch-"));
const folder = join(place, "submissions");
const ALL = [...HOSTILE, ...SLOW, ...HONEST];

const projectDir = join(import.meta.dirname, "../..");

/** Grades the class as a teacher does; gives the table without its times. */
async function table(name: string, ...more: readonly string[]): Promise<string[][]> {
  const out = join(place, name, "grades.csv");
  const { code, output } = await run(process.execPath, [
    join(projectDir, "src/cli/bootstrap.cjs"),
    "grade",
    folder,
    "--out",
    out,
    ...more,
  ]);
  expect(code, output).toBe(0);
  expect(output).not.toContain("\u001b[31m");
  const rows = readFileSync(out, "utf8").trimEnd().split("\r\n");
  return rows.map((row) => row.split(",").map((cell, i) => (i === 5 ? "" : cell)));
}

let tables: string[][][] = [];

beforeAll(async () => {
  mkdirSync(folder);
  for (const { lay } of ALL) lay(folder);
  tables = [
    await table("one", "--jobs", "1", "--html", join(place, "pages")),
    await table("two", "--jobs", "2"),
  ];
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

it("grades are the same for --jobs 1 and 2, and over two runs", () => {
  expect(tables[0]).toEqual(tables[1]);
});

it.each(SLOW)("$student gets what it deserves, and no other loses by it", ({ student, rule }) => {
  const rows = tables[0]!.filter(([name]) => name === student);
  const row = rows.find(([, exercise]) => exercise === "momentum/rule")!;
  expect([Number(row[2]), row[3]]).toEqual(rule);
  expect(rows.find(([, exercise]) => exercise === "momentum/late")!.slice(2, 4)).toEqual(["1", "right"]);
});

it("no name is run as a formula, and no page runs a script", () => {
  expect(tables[0]!.some(([name]) => name === "'=HYPERLINK(1)")).toBe(true);
  const pages = readdirSync(join(place, "pages")).filter((name) => name.endsWith(".html"));
  expect(pages).toHaveLength(ALL.length);
  for (const page of pages) {
    const html = readFileSync(join(place, "pages", page), "utf8");
    expect(html).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/);
    expect(html).toContain("default-src 'none'");
  }
});
