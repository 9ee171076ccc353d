import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./harness/browser.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { Desk } from "./workbook/desk.ts";
import { type Served, serveFolder } from "./workbook/server.ts";
import { NAME, SmallSite } from "./workbook/small.ts";

const site = new SmallSite();
let served: Served;
let browser: Browser;

beforeAll(async () => {
  await site.make();
  [browser, served] = await Promise.all([sharedBrowser(), serveFolder(site.root)]);
});

afterAll(async () => {
  await browser.close();
  served.close();
  site.remove();
});

test("a page that broke down while a cell ran says so when it is back; one that was left does not", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${served.address}course/${NAME}.html`);
  const desk = new Desk(page);
  await desk.write("mine", "console.log('begun'); for (;;);");
  await desk.press("mine", "Run");
  await desk.cell("mine").locator(".outputs").getByText("begun").waitFor();
  // What a tab holds survives that it breaks down.
  const held = await page.evaluate(() => Object.fromEntries(Object.entries<string>(sessionStorage)));
  expect(Object.values(held).join()).toContain("mine");
  await page.reload();
  expect(await desk.said()).toBe("Change any cell and run it.");
  // A tab that breaks down keeps what it holds.
  await page.addInitScript((all) => Object.assign(sessionStorage, all), held);
  await page.reload();
  await expect.poll(() => desk.said()).toMatch(/^The page broke down while a cell ran.*is kept\. Show it$/);
  expect(await desk.text("mine")).toContain("for (;;);");
});
