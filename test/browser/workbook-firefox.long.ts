import puppeteer from "puppeteer-core";
import { afterAll, beforeAll, test } from "vitest";
import { findFirefox } from "../suite/firefox.ts";
import { serveFolder, type Served } from "./workbook/server.ts";
import { NAME, SmallSite } from "./workbook/small.ts";
import { PATIENCE } from "../patience.ts";

const site = new SmallSite();
let served: Served;

beforeAll(async () => {
  await site.make();
  served = await serveFolder(site.root);
});

afterAll(() => {
  served.close();
  site.remove();
});

test(
  "a lesson in a page is worked in with Firefox: a cell is changed, run, stopped, and kept",
  { timeout: PATIENCE },
  async () => {
    const executablePath = findFirefox();
    if (executablePath === undefined)
      throw new Error("these tests need Firefox; npm test finds or installs one");
    const firefox = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
    const page = await firefox.newPage();
    const outputs = (words: string) =>
      page.waitForFunction(
        (part) => document.querySelector('[data-cell="mine"] .outputs')!.textContent.includes(part),
        { timeout: PATIENCE },
        words,
      );
    const button = (words: string) =>
      page.locator(`::-p-xpath(//button[normalize-space()="${words}"])`).click();
    try {
      await page.goto(`${served.address}course/${NAME}.html`);
      await page.locator('[data-cell="mine"] pre.code').click();
      await page.waitForFunction(() => document.activeElement?.matches('[data-cell="mine"] .cm-content'));
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      const loop = "const begun = small.path.length;console.log('begun', begun); for (;;);";
      await page.keyboard.type(`${loop}\n`);
      await page.waitForFunction(
        (text) => document.querySelector('[data-cell="mine"] .cm-content')!.textContent === text,
        {},
        loop,
      );
      await page.keyboard.down("Control");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Control");
      await outputs("begun 4");
      await button("Stop");
      await outputs("the cell was stopped");
      await page.waitForFunction(() => document.querySelector(".work-kept")!.textContent !== "");
      await page.reload();
      await page.waitForFunction(() =>
        document.querySelector('[data-cell="mine"] pre.code')!.textContent.includes("begun"),
      );
    } catch (error) {
      const seen = await page.evaluate(() => document.querySelector('[data-cell="mine"]')!.textContent);
      throw new Error(`the cell was: ${seen}`, { cause: error });
    } finally {
      await firefox.close();
    }
  },
);
