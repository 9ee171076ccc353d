import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CARD_STATES, openState } from "../pictures/cards.ts";
import { launchBrowser } from "./harness/browser.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "fall-line-cards-"));

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Axe {
  run(
    context: string,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What is wrong with the card for those who do not see it, or not well. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run(".fall-line-card");
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  });
}

/** What is wider than the card, and what is too small to be pressed. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const card = document.querySelector(".fall-line-card")!;
    const small = [...card.querySelectorAll<HTMLElement>("button, input[type=text]")].filter(
      (control) => control.offsetHeight > 0 && control.getBoundingClientRect().height < 44,
    );
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
