import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Entry } from "../../../../src/kernel/core/protocol/history.ts";
import { HistoryFile } from "../../../../src/kernel/node/protocol/history-file.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fall-line-history-"));
  path = join(folder, "fall-line", "history.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => HistoryFile.ofUser({ JUPYTER_DATA_DIR: folder })!;

describe("the history of all sessions", () => {
  test("is found by the next, and is its owner's alone", () => {
    const first = file();
    first.add([1, 1, "a\nb ∞"]);
    first.add([1, 2, "c"]);
    expect(file().earlier).toEqual([[1, 1, "a\nb ∞"], [1, 2, "c"]]); // prettier-ignore
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("is not written where that is asked for", () => {
    expect(HistoryFile.ofUser({ JUPYTER_DATA_DIR: folder, FALL_LINE_HISTORY: "off" })).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });

  test("is bounded: the latest cells are kept, and none that is very long", () => {
    const one = file();
    for (let i = 1; i <= 4100; i++) one.add([1, i, String(i)]);
    one.add([1, 5000, "x".repeat(30_000)]);
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines.length).toBeLessThanOrEqual(4000);
    expect(JSON.parse(lines.at(-1)!)).toEqual([1, 4100, "4100"]);
    expect(file().earlier).toHaveLength(2000);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("is read past lines that are damaged", () => {
    file().add([1, 1, "a"]);
    writeFileSync(path, `${readFileSync(path, "utf8")}{"half\n[2]\n[3,1,"b"]\n`);
    expect(file().earlier.map(([, , source]: Entry) => source)).toEqual(["a", "b"]);
  });

  test("that cannot be written is told in the log, once", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    writeFileSync(join(folder, "fall-line"), "a file in its place");
    const one = file();
    one.add([1, 1, "a"]);
    one.add([1, 2, "b"]);
    expect(log.mock.calls).toHaveLength(1);
    log.mockRestore();
  });
});
