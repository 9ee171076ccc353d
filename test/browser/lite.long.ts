import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage, ours, type Watched } from "./harness/browser.ts";
import { liteSite } from "./harness/lite.ts";
import { freshFolder } from "./harness/pages.ts";
import { type Served, serveFolder } from "./workbook/server.ts";

const site = freshFolder();
let browser: Browser;
let served: Served;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  await liteSite(site.folder);
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(site.folder)]);
  watched = await openPage(browser);
  page = watched.page;
  await page.goto(`${served.address}lab/index.html?path=00-start-here.ipynb`);
});

afterAll(async () => {
  await browser.close();
  served.close();
  site.remove();
});

const cellWith = (text: string): Locator => page.locator(".jp-CodeCell").filter({ hasText: text }).first();

async function run(cell: Locator): Promise<void> {
  const folded = cell.locator(".jp-Placeholder-content");
  if (await folded.isVisible()) await folded.click();
  await cell.locator(".cm-content").click();
  await page.keyboard.press("Shift+Enter");
}

test("a lesson opens in JupyterLab without a server, and a cell runs in the kernel of the page", async () => {
  const opening = cellWith('from "fall-line"');
  await opening.waitFor();
  // A cell that is run before its kernel is there is not run at all.
  await page.getByText("TypeScript (fall-line) | Idle").waitFor();
  await run(opening);
  const first = cellWith("display(2 ** 10)");
  await run(first);
  await first.locator(".jp-OutputArea-output", { hasText: "1024" }).waitFor();
  expect(watched.abroad).toEqual([]);
  expect(ours(watched.errors)).toEqual([]);
});

test("a card is answered, and its answer is recorded", async () => {
  const mine = cellWith("const mine = descend");
  await run(mine);
  const card = page.locator(".fall-line-card:has(.fall-line-option)").first();
  await card.scrollIntoViewIfNeeded();
  await card.locator(".fall-line-option").first().click();
  await card.getByText("Recorded.").waitFor();
});

test("a loop without end is stopped by the square, and variables are kept", async () => {
  const first = cellWith("display(2 ** 10)");
  const write = async (text: string): Promise<void> => {
    await first.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
    await page.keyboard.press("Control+Enter");
  };
  const cell = page.locator(".jp-CodeCell").nth(1);
  await write('var kept = 7; console.log("begun"); for (;;); // display(2 ** 10)');
  await cell.locator(".jp-OutputArea-output", { hasText: "begun" }).waitFor();
  await page
    .locator('[data-command="notebook:interrupt-kernel"], [data-jp-item-name="interrupt"]')
    .first()
    .click();
  await cell.locator(".jp-OutputArea-output", { hasText: "the cell was stopped" }).waitFor();
  await write("kept + 1 // display(2 ** 10)");
  await cell.locator(".jp-OutputArea-output", { hasText: "8" }).waitFor();
});
