import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { jupyterFolders } from "../../../src/jupyter/environment.js";
import { register } from "../../../src/jupyter/register.ts";
import { pythonOf } from "../../../src/jupyter/venv.js";
import { executeLesson, executeLessons } from "../../../src/pages/execute.ts";
import type { ExecutedNotebook } from "../../../src/rendering/executed.ts";
import type { Executed } from "../../../src/pages/execute.ts";
import { acquire } from "../../../src/system/lock.js";
import type { Watched } from "./browser.ts";

export const projectDir = resolve(import.meta.dirname, "../../..");

/** Runs lessons in the project's own Jupyter. */
export async function run(names: readonly string[]): Promise<Executed> {
  await register(projectDir);
  return executeLessons(bench(), names);
}

/** A lesson of the course that has been run, once for all files of tests; with some of its cells only where they are named. */
export async function ran(name: string, ids?: readonly string[]): Promise<ExecutedNotebook> {
  const file = join(inject("place"), `ran-${name}.json`);
  await oneAfterAnother(name, async () => {
    if (!existsSync(file)) writeFileSync(file, JSON.stringify((await run([name])).get(name)));
  });
  const lesson = JSON.parse(readFileSync(file, "utf8")) as ExecutedNotebook;
  const kept = ids?.map((id) => `${name}-${id}`);
  return { ...lesson, cells: lesson.cells.filter(({ id }) => kept?.includes(id) ?? true) };
}

/** Does what no other process of the tests does at the same time. */
async function oneAfterAnother(name: string, act: () => Promise<void>): Promise<void> {
  const { lock, holder } = await acquire(inject("place"), name);
  if (holder) {
    await holder.gone;
    return oneAfterAnother(name, act);
  }
  try {
    await act();
  } finally {
    lock.release();
  }
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

/** The tables that are wider than their boxes, in what is folded too: what each box is short of, in pixels, and its first words. */
export function tooWideTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    return [...document.querySelectorAll(".wide")]
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => `${box.scrollWidth - box.clientWidth}: ${box.textContent.slice(0, 60)}`);
  });
}
