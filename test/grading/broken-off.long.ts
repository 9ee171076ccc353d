/** Batches that are killed at many moments, or whose disk is full: nothing is lost, and in the end the table is the same. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { run } from "../../src/system/process.js";
import { layForms } from "./sixty.ts";

const place = mkdtempSync(join(tmpdir(), "broken-off-"));
const folder = join(place, "class");
const STUDENTS = 30;
const MOMENTS = 8;
afterAll(() => rmSync(place, { recursive: true, force: true }));

const program = join(import.meta.dirname, "../../src/cli/bootstrap.cjs");
const line = (out: string): string[] => [program, "grade", folder, "--out", out, "--jobs", "2"];
const rowsOf = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\r\n");

let whole: string[] = [];
beforeAll(async () => {
  mkdirSync(folder);
  layForms(folder, STUDENTS);
  const out = join(place, "whole.csv");
  const { code, output } = await run(process.execPath, line(out));
  expect(code, output).toBe(0);
  whole = rowsOf(out);
});

/** How many submissions have been kept. */
const keptIn = (out: string): number =>
  existsSync(`${out}.unfinished`)
    ? readFileSync(`${out}.unfinished`, "utf8")
        .split("\n")
        .filter((text) => text.startsWith('{"key"')).length
    : 0;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once("close", () => resolve()));

test("a batch that is killed at any moment goes on from there", async () => {
  const out = join(place, "killed.csv");
  let seed = 20261130;
  const random = (): number => (seed = (seed * 48271) % 0x7fffffff) / 0x7fffffff;
  for (let kept = 0, moment = 0; moment < MOMENTS && kept < STUDENTS - 5; moment++) {
    const goal = kept + 1 + Math.floor(random() * 4);
    const child = spawn(process.execPath, line(out), { stdio: "ignore" });
    const end = ended(child);
    await vi.waitUntil(() => keptIn(out) >= goal || child.exitCode !== null, {
      timeout: 300_000,
      interval: 5,
    });
    child.kill("SIGKILL");
    await end;
    kept = keptIn(out);
    expect(kept).toBeGreaterThanOrEqual(goal);
    const graded = rowsOf(out).filter((row) => !row.includes("the grading has not come to it yet"));
    expect(whole).toEqual(expect.arrayContaining(graded));
  }
  const { code, output } = await run(process.execPath, line(out));
  expect([code, output]).toEqual([0, expect.stringContaining("going on behind")]);
  expect(rowsOf(out)).toEqual(whole);
});

const mayMount = spawnSync("unshare", ["--map-root-user", "--mount", "true"]).status === 0;

test.runIf(mayMount)(
  "a batch whose disk is full says so, ends, and goes on where there is room",
  async () => {
    const disk = join(place, "disk");
    mkdirSync(disk);
    const grade = `"$0" "$@"; echo "ended with $?"`;
    const script = `mount -t tmpfs -o size=16k disk ${disk}; ${grade}; mount -o remount,size=64m ${disk}; ${grade}; cat ${disk}/full.csv`;
    const { output } = await run("unshare", [
      ...["--map-root-user", "--mount", "sh", "-c", script],
      ...[process.execPath, ...line(join(disk, "full.csv"))],
    ]);
    expect(output).toMatch(/The disk is full: .*\n[^]*ended with 1\n[^]*going on behind[^]*ended with 0\n/);
    expect(output.replaceAll("\r", "")).toContain(whole.join("\n"));
  },
);
