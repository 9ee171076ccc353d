import fs, { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

const calls: (string | number)[][] = [];

// What a power cut would show: whether the line had been told to go to the disk before append() returned.
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const watched = (name: "openSync" | "writeSync" | "fsyncSync" | "closeSync") =>
    ((...args: never[]) => {
      const result = (real[name] as (...args: never[]) => unknown)(...args);
      calls.push([name, name === "openSync" ? Number(result) : Number(args[0])]);
      return result;
    }) as never;
  return {
    ...real,
    openSync: watched("openSync"),
    writeSync: watched("writeSync"),
    fsyncSync: watched("fsyncSync"),
    closeSync: watched("closeSync"),
  };
});

const folder = mkdtempSync(join(tmpdir(), "fall-line-progress-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("append() returns when its line is on the disk", async () => {
  // Other tests of this worker have loaded the file with the real node:fs: by another address it is loaded again.
  const again: string = "../../src/kernel/node/progress-file.ts?watched";
  const { ProgressFile } = (await import(again)) as typeof import("../../src/kernel/node/progress-file.ts");
  const file = new ProgressFile(folder);
  calls.length = 0;
  file.append("one");
  const [descriptor] = calls.map(([, file]) => file);
  expect(calls).toEqual(
    ["openSync", "writeSync", "fsyncSync", "closeSync"].map((name) => [name, descriptor]),
  );
});
