import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CARD_STATES, openState } from "../pictures/cards.ts";
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

/** What is wrong with the card for those who do not see it, or not well. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run(".fall-line-card");
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`),
    );
  });
}

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

describe.each(Object.keys(CARD_STATES))("the card in state %s", (state) => {
  test.each([
    { width: 390, dark: false },
    { width: 640, dark: true },
    { width: 1180, dark: false },
  ])("can be used by everybody at $width px, dark: $dark", async (how) => {
    const page = await openState(browser, folder, state, how);
    expect(await violations(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
    await page.context().close();
  });
});
