import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forTheRoom } from "../../src/presenting/rehearsal.ts";
import { launchBrowser, openPage, ours, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { projectDir } from "./harness/pages.ts";

const NAME = "03-momentum.ipynb";

let jupyter: Jupyter;
let browser: Browser;

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const lesson = readFileSync(join(projectDir, "notebooks", NAME), "utf8");
  jupyter.write(NAME, JSON.parse(forTheRoom(lesson)) as object);
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

test("a lesson is presented in JupyterLab: it starts on its title, a cell runs on its slide, its chart has the right size", async () => {
  const { page, abroad, errors } = await openPage(browser, { viewport: { width: 1280, height: 720 } });
  await page.goto(jupyter.url(`rise/${NAME}`));
  const slide = page.locator(".slides section.present section.present");
  await slide.getByRole("heading", { name: "Why does the ball crawl?" }).waitFor();
  await page.getByText("TypeScript (fall-line)").first().waitFor({ state: "attached" });

  await page.keyboard.press("Space");
  const cell = slide.locator(".jp-CodeCell");
  const chart = slide.locator(".fall-line-chart");
  await chart.locator(".main-svg").first().waitFor();
  // Code is folded until it is wanted.
  expect(await cell.locator(".cm-content").first().isVisible()).toBe(false);
  await cell.locator(".jp-Placeholder-content").first().click();
  await cell.locator(".cm-content").first().click();
  await page.keyboard.press("Shift+Enter");
  await expect.poll(() => cell.locator(".jp-InputPrompt").first().textContent()).toMatch(/\[1\]/);
  await chart.locator(".main-svg").first().waitFor();
  const [drawn, room] = [await chart.locator(".main-svg").first().boundingBox(), await chart.boundingBox()];
  expect(drawn!.width).toBeCloseTo(room!.width, -1);
  expect(drawn!.width).toBeGreaterThan(800);
  expect(drawn!.height).toBeGreaterThan(300);
  await picture(page, "presented-chart");

  await page.keyboard.press("Escape");
  await page.keyboard.press("Space");
  await slide.getByRole("heading", { name: "a ball without memory" }).waitFor();
  expect(await slide.locator(".jp-MarkdownCell .jp-RenderedMarkdown p").first().isVisible()).toBe(true);
  await picture(page, "presented-words");
  expect(abroad).toEqual([]);
  expect(ours(errors)).toEqual([]);
  await page.context().close();
});
