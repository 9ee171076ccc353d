import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "../../src/cli/boot/arguments.js";
import type { Session } from "../../src/cli/command.ts";
import commands from "../../src/cli/commands.json";
import { exportLessons } from "../../src/cli/export.ts";

const projectDir = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "fall-line-export-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as it is typed, in a folder of its own; whatever would set up a Jupyter fails. */
async function typed(...args: string[]): Promise<number> {
  const invocation = parse(["export", ...args], commands);
  if ("help" in invocation) throw new Error(invocation.help);
  const settingUp = (): never => {
    throw new Error("it goes on to run lessons");
  };
  return exportLessons(invocation, { projectDir, callerDir: folder, settingUp } as unknown as Session);
}

describe("fall-line export", () => {
  test("takes no lesson, one or several, and an option", async () => {
    for (const args of [[], ["momentum"], ["03", "4", "--out", "elsewhere"]]) {
      await expect(typed(...args)).rejects.toThrow("it goes on to run lessons");
    }
  });

  test("names the lessons there are when it is asked for another", async () => {
    await expect(typed("momentun")).rejects.toMatchObject({
      message: "There is no lesson momentun",
      cure: expect.stringContaining("03-momentum") as string,
    });
  });

  test("refuses a folder with other things in it before any work", async () => {
    writeFileSync(join(folder, "thesis.txt"), "mine");
    await expect(typed("--out", ".")).rejects.toThrow("is left as it is");
  });
});
