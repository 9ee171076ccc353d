import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { buildSnapshot, snapshotPath } from "../../../src/kernel/node/snapshot.ts";

const kernelDir = mkdtempSync(join(tmpdir(), "fall-line-snapshot-"));
afterEach(() => rmSync(kernelDir, { recursive: true, force: true }));

/** The snapshots there are after one was built of a session that does this when it starts. */
async function snapshotsOf(start: string): Promise<string[]> {
  mkdirSync(kernelDir, { recursive: true });
  const session = `require("node:v8").startupSnapshot.setDeserializeMainFunction(() => { ${start} });`;
  writeFileSync(join(kernelDir, "session.js"), session);
  await buildSnapshot(kernelDir);
  return readdirSync(kernelDir).filter((name) => name !== "session.js");
}

describe("buildSnapshot(kernelDir)", () => {
  test("keeps a snapshot whose session starts, and ends when nobody speaks to it", async () => {
    const kept = await snapshotsOf('process.kill(process.pid, "SIGKILL")');
    expect(kept).toEqual([expect.stringMatching(/^snapshot-\w+\.blob$/)]);
  });

  test.each(["session.js", "../index.js", "../index.d.ts", "types/globals-20.d.ts"])(
    "never keeps the one that was built before %s has changed",
    (part) => {
      const built = join(kernelDir, "kernel");
      const path = join(built, part);
      mkdirSync(built, { recursive: true });
      mkdirSync(dirname(path), { recursive: true });
      const before = snapshotPath(built);
      writeFileSync(path, "changed");
      expect(snapshotPath(built)).not.toBe(before);
    },
  );

  test.skipIf(process.platform === "win32")("keeps none whose session fails to start", async () => {
    expect(await snapshotsOf("process.abort()")).toEqual([]);
    expect(await snapshotsOf('throw new Error("no")')).toEqual([]);
  });

  test.each(['throw new Error("no")', "process.abort()"])(
    "keeps none that cannot be written: %s",
    async (end) => {
      mkdirSync(kernelDir, { recursive: true });
      writeFileSync(join(kernelDir, "session.js"), end);
      expect(await buildSnapshot(kernelDir)).toBe(false);
      expect(readdirSync(kernelDir)).toEqual(["session.js"]);
    },
  );
});
