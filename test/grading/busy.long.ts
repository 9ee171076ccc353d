import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../../src/system/process.js";
import { layClass } from "./sixty.ts";

const projectDir = join(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "grading-busy-"));
const folder = join(place, "class");
let right: string[] = [];

beforeAll(() => {
  mkdirSync(folder);
  right = layClass(folder);
}, 600_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** All tables that a teacher gets. */
async function graded(jobs: number): Promise<string[]> {
  const out = join(place, `${jobs}`, "grades");
  const command = ["grade", folder, "--out", `${out}.csv`, "--jobs", `${jobs}`];
  const { code, output } = await run(process.execPath, [
    join(projectDir, "src/cli/bootstrap.cjs"),
    ...command,
  ]);
  expect(code, output).toBe(0);
  expect(output).not.toContain("Not graded");
  return [".csv", ".moodle.csv", ".canvas.csv"].map((end) => readFileSync(`${out}${end}`, "utf8"));
}

/** Does something beside loops that take all the processor's time that they can get. */
async function beside<T>(loops: number, action: () => Promise<T>): Promise<T> {
  const busy = Array.from({ length: loops }, () => new Worker("for (;;);", { eval: true }));
  try {
    return await action();
  } finally {
    await Promise.all(busy.map((one) => one.terminate()));
  }
}

it("a class gets the same grades alone and beside four busy loops, with 1, 2 and 8 jobs, and all that it deserves", async () => {
  const [first, ...others] = [
    await graded(2),
    await graded(1),
    await graded(8),
    await beside(4, () => graded(1)),
    await beside(4, () => graded(2)),
    await beside(4, () => graded(8)),
  ];
  for (const tables of others) expect(tables).toEqual(first);
  const rows = first[0]!
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  const rule = new Map(rows.filter(([, id]) => id === "momentum/rule").map((row) => [row[0], row]));
  expect(right.map((student) => rule.get(student)!.slice(2, 4).join(" "))).toEqual(
    right.map(() => "1 right"),
  );
  expect(rule.get("never-ends")!.slice(2, 4)).toEqual(["0", "took too long"]);
  expect(rows.find(([student]) => student === "swells")!.join(",")).toMatch(/up to 10000000 are read/);
  expect(first[0]).not.toContain("not graded");
}, 3_600_000);
