import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { afterAll, expect, test } from "vitest";
import { buildProgram } from "./homes.ts";

const closed = mkdtempSync(join(tmpdir(), "fall-line-in-home-"));
afterAll(() => rmSync(closed, { recursive: true, force: true }));

test("who works in a home waits for the whole of what it is told, however much that is", async () => {
  const program = await buildProgram(closed);
  const home = { path: join(closed, "none"), uid: process.getuid!() };
  const files = new Map([["05-adagrad.ipynb", Buffer.alloc(5_000_000)]]);
  const input = serialize(["handOut", home, { files, folder: "fall-line" }]);
  const { stdout } = spawnSync(process.execPath, [program], { input, stdio: ["pipe", "pipe", "inherit"] });
  expect(deserialize(stdout)).toEqual({ answer: undefined });
});
