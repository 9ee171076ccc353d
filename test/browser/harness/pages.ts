import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { jupyterFolders } from "../../../src/jupyter/environment.js";
import { register } from "../../../src/jupyter/register.ts";
import { pythonOf } from "../../../src/jupyter/venv.js";
import { executeLesson, executeLessons } from "../../../src/pages/execute.ts";
import type { ExecutedNotebook } from "../../../src/rendering/executed.ts";
import type { Executed } from "../../../src/pages/execute.ts";
import type { Watched } from "./browser.ts";

export const projectDir = resolve(import.meta.dirname, "../../..");

/** Runs lessons in the project's own Jupyter. */
export async function run(names: readonly string[]): Promise<Executed> {
  await register(projectDir);
  return executeLessons(bench(), names);
}

/** A lesson of the course with some of its cells only, as the text of its notebook. */
export function someCells(name: string, ids: readonly string[]): string {
  const text = readFileSync(join(projectDir, "notebooks", `${name}.ipynb`), "utf8");
  const notebook = JSON.parse(text) as { cells: { id: string }[] };
  const kept = ids.map((id) => `${name}-${id}`);
  return JSON.stringify({ ...notebook, cells: notebook.cells.filter(({ id }) => kept.includes(id)) });
}

/** Runs one, given as the text of its notebook. */
export async function runText(name: string, text: string): Promise<ExecutedNotebook> {
  await register(projectDir);
  return executeLesson(bench(), name, text);
}

function bench(): { projectDir: string; python: string } {
  return {
    projectDir,
    python: process.env["FALL_LINE_TEST_PYTHON"] ?? pythonOf(jupyterFolders(projectDir).venv),
  };
}

/** A folder for an export, and how to take it away. */
export function freshFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-pages-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function fileUrl(...path: string[]): string {
  return pathToFileURL(join(...path)).href;
}

/** What a page has asked of the network, and what went wrong in it. */
export function complaints({ abroad, errors }: Watched): string[] {
  return [...abroad.filter((url) => !url.startsWith("file:")), ...errors];
}

/** Goes to everything that can come alive, and waits until it has. */
export async function seeAll(page: Page): Promise<void> {
  for (const place of await page.locator("[data-fall-line]").all()) {
    await place.scrollIntoViewIfNeeded();
    await expect.poll(() => place.getAttribute("data-state")).toBe("live");
  }
}
