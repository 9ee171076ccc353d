import { expect, test } from "vitest";
import { openPage } from "./harness/browser.ts";
import { Desk } from "./workbook/desk.ts";
import { useSmallSite } from "./workbook/small.ts";

const small = useSmallSite();

test("a page that broke down while a cell ran says so when it is back; one that was left does not", async () => {
  const { page } = await openPage(small.browser);
  await page.goto(small.lesson);
  const desk = new Desk(page);
  await desk.write("mine", "console.log('begun'); for (;;);");
  await desk.press("mine", "Run");
  await desk.cell("mine").locator(".outputs").getByText("begun").waitFor();
  // What a tab holds survives that it breaks down.
  const held = await page.evaluate(() => Object.fromEntries(Object.entries<string>(sessionStorage)));
  expect(Object.values(held).join()).toContain("mine");
  await page.reload();
  expect(await desk.said()).toBe("");
  // A tab that breaks down keeps what it holds.
  await page.addInitScript((all) => Object.assign(sessionStorage, all), held);
  await page.reload();
  await expect.poll(() => desk.said()).toMatch(/^The page broke down while a cell ran.*is kept\. Show it$/);
  expect(await desk.text("mine")).toContain("for (;;);");
});
