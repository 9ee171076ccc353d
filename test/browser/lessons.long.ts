import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, picture } from "./harness/browser.ts";
import { allDrawn, chooseTheme, command } from "./harness/notebook.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import { sharedBrowser } from "./harness/shared.ts";

const notebooks = resolve(import.meta.dirname, "../../notebooks");
const lessons = readdirSync(notebooks).filter((name) => name.endsWith(".ipynb"));

let jupyter: Jupyter;
let browser: Browser;

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([sharedJupyter(), sharedBrowser()]);
  for (const name of lessons) copyFileSync(join(notebooks, name), join(jupyter.folder, name));
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

test.each(lessons)("%s opens with a live figure and nothing else, and runs to its end", async (name) => {
  const { page, abroad, errors } = await openPage(browser);
  await page.goto(jupyter.url(`lab/tree/${name}`));
  await page.locator(".fall-line-chart .main-svg, .fall-line-explorer svg").first().waitFor();
  await page.getByText("TypeScript (fall-line) | Idle").waitFor();
  expect(await page.locator(".jp-Dialog, .Toastify__toast, .jp-Launcher").count()).toBe(0);
  // Nobody has changed anything: the tab bears no mark.
  expect(await page.locator(".jp-mod-dirty").count()).toBe(0);
  const title = name.replace(".ipynb", "");
  await picture(page, `${title}-opened`);

  await command(page, "notebook:run-all-cells");
  await page.waitForFunction(allRan);
  expect(
    await page
      .locator(".jp-OutputArea-output[data-mime-type*=error], .jp-OutputArea-output[data-mime-type*=stderr]")
      .allTextContents(),
  ).toEqual([]);
  expect(await page.locator(".fall-line-error").allTextContents()).toEqual([]);
  expect(attempts()).toEqual([]);
  const outputs = await page.locator(".fall-line-figure").count();
  expect(outputs).toBeGreaterThan(1);
  await allDrawn(page);
  await takePictures(page, title);
  expect(abroad).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** What counts as an attempt in the record: nothing of what is still as it was handed out. */
function attempts(): string[] {
  const record = join(jupyter.folder, "fall-line-progress.jsonl");
  const lines = existsSync(record) ? readFileSync(record, "utf8").split("\n") : [];
  return lines.filter((line) => line.includes('"attempt"'));
}

/** Whether every code cell that is open and has something in it has a number, and none is running. */
function allRan(): boolean {
  const prompts = [...document.querySelectorAll(".jp-CodeCell")]
    .filter((cell) => (cell.querySelector(".cm-content")?.textContent ?? "") !== "")
    .map((cell) => cell.querySelector(".jp-InputPrompt")?.textContent ?? "");
  return prompts.length > 0 && prompts.every((prompt) => /\[\d+\]/.test(prompt));
}

/** A figure on light and dark pages, for people. */
async function takePictures(page: Page, title: string): Promise<void> {
  for (const theme of ["Light", "Dark"] as const) {
    await chooseTheme(page, theme);
    const figure = page.locator(".fall-line-figure").nth(1);
    await figure.evaluate((node) => node.scrollIntoView({ block: "center" }));
    await picture(page, `${title}-${theme.toLowerCase()}`);
  }
  await chooseTheme(page, "Light");
}
