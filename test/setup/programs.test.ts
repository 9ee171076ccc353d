import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { lessons, projectDir } from "../lessons/lessons.ts";

const run = promisify(execFile);

test.each(lessons)(
  "lesson $name runs as a program: exit 0, nothing on stderr, something shown",
  async ({ name }) => {
    const command = [`${projectDir}/node_modules/tsx/dist/cli.mjs`, `lessons/${name}/lesson.ts`];
    const { stdout, stderr } = await run(process.execPath, command, { cwd: projectDir });
    expect(stderr).toBe("");
    expect(stdout).not.toContain("(nothing to show as text)");
    expect(stdout.split("\n").length).toBeGreaterThan(20);
  },
);
