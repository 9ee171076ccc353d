import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CARD_STATES, openState } from "../pictures/cards.ts";
import { faultsOf } from "./harness/axe.ts";
import { launchBrowser } from "./harness/browser.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "fall-line-cards-"));

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is wider than the card, and what is too small to be pressed. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const card = document.querySelector(".fall-line-card")!;
    const small = [
      ...card.querySelectorAll<HTMLElement>(":is(button, input[type=text]):not(.fall-line-chart *)"),
    ].filter((control) => control.offsetHeight > 0 && control.getBoundingClientRect().height < 44);
    const wide = card.scrollWidth > card.clientWidth + 1 ? ["the card is too wide"] : [];
    return [...small.map(({ textContent }) => `${textContent} is too small`), ...wide];
  });
}

test.each(Object.keys(CARD_STATES))("the card in state %s can be used by everybody", async (state) => {
  const page = await openState(browser, folder, state, { width: 390 });
  for (const { width, dark } of [
    { width: 390, dark: false },
    { width: 640, dark: true },
    { width: 1180, dark: false },
  ]) {
    await page.setViewportSize({ width, height: 600 });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    const found = [...(await faultsOf(page, ".fall-line-card")), ...(await misfits(page))];
    expect(found, `${width} px, dark: ${dark}`).toEqual([]);
  }
  await page.context().close();
});
