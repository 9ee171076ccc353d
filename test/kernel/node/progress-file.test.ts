import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { idOf, parseEvents } from "../../../src/exercises/progress-event.ts";
import { ProgressFile } from "../../../src/kernel/node/progress-file.ts";

const ROUNDS = process.env["FALL_LINE_LONG"] === undefined ? 3 : 200;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fall-line-progress-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("append() keeps each line, and read() of a folder without a file gives none", () => {
  const file = new ProgressFile(folder);
  expect(file.read()).toEqual([]);
  file.append("one");
  file.append("two");
  expect(file.read()).toEqual(["one", "two"]);
});

test.skipIf(process.platform === "win32")(
  "nobody else can read it, also where it was there and stood open",
  () => {
    const file = new ProgressFile(folder);
    chmodSync(folder, 0o755);
    for (const mode of [0o600, 0o664]) {
      file.append("one");
      chmodSync(file.path, mode);
      file.append("two");
      expect([statSync(file.path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o755]);
    }
  },
);

test("a torn last line costs that line alone", () => {
  const file = new ProgressFile(folder);
  const event = (exercise: string): string =>
    JSON.stringify({ v: 2, time: "", lesson: "one", exercise, event: "hint" });
  file.append(event("a"));
  appendFileSync(file.path, '\n{"v":2,"time":"","lesson":"one","exercise":"torn","ev');
  file.append(event("b"));
  expect(parseEvents(file.read()).map(({ exercise }) => exercise)).toEqual(["a", "b"]);
});

// The writer says each number on its output after append() has returned: those are acknowledged.
const WRITER = `
import { ProgressFile } from ${JSON.stringify(join(import.meta.dirname, "../../../src/kernel/node/progress-file.ts"))};
import { writeSync } from "node:fs";
const [folder, name] = process.argv.slice(-2);
const file = new ProgressFile(folder);
for (let i = 0; ; i++) {
  file.append(JSON.stringify({ v: 2, time: "", lesson: name, exercise: String(i), event: "attempt", picked: "x".repeat(i % 700) }));
  say(i + "\\n");
}
function say(text) {
  for (;;) {
    try {
      return writeSync(1, text);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}`;

test(`after kill -9 at random moments with two writers nothing acknowledged is lost and no line is broken, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const writers = ["left", "right"].map((side) => {
      const name = `${side}${round}`;
      const child = spawn(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "-e", WRITER, folder, name],
        {
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      return { name, child, acknowledged: () => output.split("\n").filter((line) => line !== "").length };
    });
    await Promise.all(writers.map(({ child }) => once(child.stdout, "data")));
    await Promise.all(
      writers.map(async ({ child }) => {
        await new Promise((resolve) => setTimeout(resolve, 5 + 60 * Math.random()));
        child.kill("SIGKILL");
        await once(child, "close");
      }),
    );
    const file = new ProgressFile(folder);
    const lines = file.read();
    const found = new Set(parseEvents(lines).map(idOf));
    expect(parseEvents(lines)).toHaveLength(lines.length);
    for (const { name, acknowledged } of writers) {
      expect(acknowledged()).toBeGreaterThan(0);
      for (let i = 0; i < acknowledged(); i++) expect(found.has(`${name}/${i}`)).toBe(true);
    }
    expect(readFileSync(file.path, "utf8").endsWith("\n")).toBe(true);
    rmSync(file.path);
  }
});
