import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeWhole } from "../../src/system/whole-file.js";

const place = mkdtempSync(join(tmpdir(), "whole-file-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("a file is written whole, with nothing left beside it", () => {
  writeWhole(join(place, "a.csv"), "one");
  writeWhole(join(place, "a.csv"), "two");
  expect(readFileSync(join(place, "a.csv"), "utf8")).toBe("two");
  expect(readdirSync(place)).toEqual(["a.csv"]);
});

test("a file that cannot be written stays as it was, and why is told", () => {
  mkdirSync(join(place, "b.csv"));
  expect(() => writeWhole(join(place, "b.csv"), "one")).toThrow("A folder is where a file is needed");
  expect(readdirSync(place)).not.toContain("b.csv.new");
});

test.runIf(process.platform === "linux")("on a disk that is full, too", () => {
  const file = join(place, "c.csv");
  writeFileSync(file, "before");
  symlinkSync("/dev/full", `${file}.new`);
  expect(() => writeWhole(file, "one")).toThrow(`The disk is full: ${file}`);
  expect(readFileSync(file, "utf8")).toBe("before");
  expect(readdirSync(place)).not.toContain("c.csv.new");
});
