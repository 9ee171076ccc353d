import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { leaveNote, takeNote } from "../../../../src/kernel/node/protocol/note.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-note-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a note is for the next kernel of the same connection, once", () => {
  const [mine, another] = ["kernel-1.json", "kernel-2.json"].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  expect(takeNote(mine)).toBeUndefined();
  leaveNote(mine, "an older one");
  leaveNote(mine, "memory ran out: ∞");
  expect(existsSync(mine)).toBe(false);
  expect(takeNote(another)).toBeUndefined();
  expect(takeNote(mine)).toBe("memory ran out: ∞");
  expect(takeNote(mine)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});
