import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { kernelSpec } from "../../src/kernel/node/spec.ts";
import { run } from "../../src/system/process.js";
import { declare, handIn, type Notebook } from "./class.ts";
import { LATE, RIGHT, RULE } from "./hostile.ts";

const projectDir = join(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "nbgrader-"));
const course = join(place, "course");
const venv = join(place, "venv");

/** Students, and the points that they deserve of the 8 that are not for a teacher to give. */
const MENDED = `({ w, m, g }, { lambda, alpha }) => {
  const b = m.map((old, i) => alpha * old + g[i]);
  return { w: w.map((x, i) => x - lambda * b[i]), m: b };
}`;
const TUNED = "03-momentum-exercise-4-your-answer";
const TRUTH = "03-momentum-exercise-1-your-answer-typed";

const filled = (notebook: Notebook, rule: string): Notebook =>
  declare(
    declare(declare(declare(notebook, RULE, rule), LATE, MENDED), TUNED, "{ lambda: 1.3, alpha: 0.4 }"),
    TRUTH,
    '"c"',
  );

const STUDENTS: Readonly<Record<string, readonly [hand: (released: Notebook) => Notebook, points: number]>> =
  {
    right: [(released) => filled(released, RIGHT), 8],
    quarter: [(released) => filled(released, RIGHT.replace("alpha * old", "0")), 6.5],
    uphill: [(released) => filled(released, RIGHT.replace("- lambda", "+ lambda")), 6],
    wrong: [(released) => filled(released, "() => ({ w: 1 })"), 6],
    empty: [(released) => released, 0],
    looping: [(released) => filled(released, "() => { for (;;); }"), 6],
  };

async function nbgrader(...words: readonly string[]): Promise<string> {
  const env = { ...process.env, PATH: `${join(venv, "bin")}:${process.env["PATH"]}`, HOME: place };
  const { code, output } = await run(join(venv, "bin", "nbgrader"), words, { cwd: course, env });
  expect(code, output).toBe(0);
  return output;
}

const read = (...path: readonly string[]): Notebook =>
  JSON.parse(readFileSync(join(course, ...path, "03-momentum.ipynb"), "utf8")) as Notebook;

const sourceOf = (notebook: Notebook, id: string): string => {
  const { source } = notebook.cells.find((cell) => cell.id === id)! as { source: string | string[] };
  return typeof source === "string" ? source : source.join("");
};

beforeAll(async () => {
  for (const [program, words] of [
    ["python3", ["-m", "venv", venv]],
    [join(venv, "bin", "pip"), ["install", "-q", "-r", join(import.meta.dirname, "requirements.txt")]],
    [
      process.execPath,
      [join(projectDir, "src/cli/bootstrap.cjs"), "notebooks", "--nbgrader", "momentum", "--out", course],
    ],
  ] as const) {
    const { code, output } = await run(program, words);
    expect(code, output).toBe(0);
  }
  const kernel = join(venv, "share", "jupyter", "kernels", "fall-line");
  mkdirSync(kernel, { recursive: true });
  const spec = kernelSpec({ node: process.execPath, kernelDir: join(projectDir, "dist", "kernel") });
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify(spec));
  await nbgrader("generate_assignment", "momentum", "--create");
  const released = read("release", "momentum");
  for (const [student, [hand]] of Object.entries(STUDENTS))
    handIn(join(course, "submitted"), `${student}/momentum/03-momentum.ipynb`, hand(released));
  await nbgrader("autograde", "momentum", "--create");
  await nbgrader("generate_feedback", "momentum");
  await nbgrader("export");
}, 1_800_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

it("what is released has no answer, and keeps signatures, bugs to mend and stored cards", () => {
  const released = read("release", "momentum");
  const text = JSON.stringify(released.cells.map(({ source }) => source));
  expect(text).not.toMatch(/BEGIN SOLUTION|END SOLUTION|velocity\[i\]/);
  expect(sourceOf(released, RULE)).toMatch(/^const heavyStep: StepOf.*\n {2}\/\/ your answer here\n/m);
  expect(sourceOf(released, LATE)).toContain("x - lambda * m[i]");
  const card = released.cells.find(({ id }) => id === "03-momentum-exercise-1-your-answer")!;
  expect(card.outputs).toHaveLength(1);
});

it.each(Object.entries(STUDENTS))("%s gets its points", (student, [, points]) => {
  const [head = "", ...rows] = readFileSync(join(course, "grades.csv"), "utf8").trimEnd().split(/\r?\n/);
  const columns = head.split(",");
  const row = rows
    .map((one) => one.split(","))
    .find((one) => one[columns.indexOf("student_id")] === student)!;
  expect(Number(row[columns.indexOf("score")])).toBe(points);
  expect(Number(row[columns.indexOf("max_score")])).toBe(10);
});

it.each(Object.entries(STUDENTS))("%s gets feedback", (student, [, points]) => {
  const page = readFileSync(join(course, "feedback", student, "momentum", "03-momentum.html"), "utf8");
  expect(/Score: [\d.]+ \/ [\d.]+/.exec(page)?.[0]).toBe(`Score: ${points.toFixed(1)} / 10.0`);
});
