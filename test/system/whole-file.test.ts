import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { replaceFile, writeWhole } from "../../src/system/whole-file.js";

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

test.runIf(process.platform === "linux")(
  "a file in the place of a link leaves alone what that leads to",
  () => {
    const [file, other] = [join(place, "d.html"), join(place, "other")];
    writeFileSync(other, "theirs");
    for (const link of [file, `${file}.new`]) symlinkSync(other, link);
    replaceFile(file, "ours");
    expect(lstatSync(file).isFile()).toBe(true);
    expect([file, other].map((one) => readFileSync(one, "utf8"))).toEqual(["ours", "theirs"]);
    expect(readdirSync(place)).not.toContain("d.html.new");
  },
);

test.skipIf(process.platform === "win32")(
  "a file that is put in place is its owner's alone, or as open as it is to be",
  () => {
    const file = join(place, "e.json");
    const modes = [undefined, 0o644, 0o755].map((mode) => {
      replaceFile(file, "{}", mode);
      return (statSync(file).mode & 0o777).toString(8);
    });
    expect(modes).toEqual(["600", "644", "755"]);
  },
);
