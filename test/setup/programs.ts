import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";
import { projectDir } from "../lessons/lessons.ts";

const run = promisify(execFile);

/** A lesson runs as a program: exit 0, nothing on stderr, something shown. */
export async function expectToRun(lesson: string): Promise<void> {
  const command = [`${projectDir}/node_modules/tsx/dist/cli.mjs`, `lessons/${lesson}/lesson.ts`];
  const { stdout, stderr } = await run(process.execPath, command, { cwd: projectDir });
  expect(stderr).toBe("");
  expect(stdout).not.toContain("(nothing to show as text)");
  expect(stdout.split("\n").length).toBeGreaterThan(20);
}
