import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { closeToOthers, makeFolder, makePrivateFolder, openPrivateFile } from "../../src/system/folders.js";
import { logFile } from "../../src/system/state.js";
import { UserError } from "../../src/system/user-error.js";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "folders-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(place, { recursive: true });
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe("makeFolder(folder)", () => {
  test("makes what is not there, and leaves what is", () => {
    makeFolder(join(place, "a", "b", "c"));
    writeFileSync(join(place, "a", "b", "mine"), "");
    makeFolder(join(place, "a", "b"));
    expect(existsSync(join(place, "a", "b", "mine"))).toBe(true);
  });

  test.each(["/proc/nowhere", "/proc/nowhere/further/in", "/dev/null/in"].filter(() => existsSync("/proc")))(
    "ends in a place that takes no folders: %s",
    (folder) => expect(() => makeFolder(folder)).toThrow(UserError),
  );

  test("names the file that is in the way", () => {
    writeFileSync(join(place, "file"), "");
    symlinkSync(join(place, "gone"), join(place, "link"));
    for (const name of ["file", "link"])
      expect(() => makeFolder(join(place, name, "a", "b"))).toThrow(
        `A file is where a folder is needed: ${join(place, name)}`,
      );
  });

  test("says so where a name is too long", () => {
    expect(() => makeFolder(join(place, "x".repeat(300)))).toThrow("Nothing can be written here");
  });
});

describe.skipIf(process.platform === "win32")("what is its owner's alone", () => {
  test("is a folder that is made, or was there and is ours", () => {
    mkdirSync(join(place, "open"));
    chmodSync(join(place, "open"), 0o777);
    for (const name of ["open", "new"]) {
      makePrivateFolder(join(place, name, "in"));
      expect(modeOf(join(place, name, "in"))).toBe(0o700);
    }
    expect([modeOf(join(place, "new")), modeOf(join(place, "open"))]).toEqual([0o700, 0o777]);
  });

  test("is a file that is opened, or was there and is ours", () => {
    const before = join(place, "before");
    writeFileSync(before, "long ago");
    chmodSync(before, 0o664);
    for (const file of [before, join(place, "new", "file")]) {
      closeSync(openPrivateFile(file));
      expect([modeOf(file), statSync(file).size, modeOf(join(file, ".."))]).toEqual([0o600, 0, 0o700]);
    }
  });

  test("is each folder on the way to a log", () => {
    mkdirSync(join(place, ".fall-line", "logs"), { recursive: true });
    for (const path of [[".fall-line"], [".fall-line", "logs"]]) chmodSync(join(place, ...path), 0o755);
    expect(logFile(place, "jupyter.log")).toBe(join(place, ".fall-line", "logs", "jupyter.log"));
    expect([modeOf(join(place, ".fall-line")), modeOf(join(place, ".fall-line", "logs"))]).toEqual([
      0o700, 0o700,
    ]);
  });

  test("is nothing that belongs to another user", () => {
    chmodSync(place, 0o755);
    vi.spyOn(process as { getuid(): number }, "getuid").mockReturnValue(statSync(place).uid + 1);
    expect(closeToOthers(place)).toBe(false);
    expect(modeOf(place)).toBe(0o755);
  });
});
