import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CARD_STATES, openStates } from "../pictures/cards.ts";
import { faultsOf } from "./harness/axe.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { onPaper } from "./harness/paper.ts";

const states = Object.keys(CARD_STATES);
let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "fall-line-cards-"));

beforeAll(async () => {
  browser = await sharedBrowser();
  page = await openStates(browser, folder, states, { width: 390 });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is wider than its card, and what is too small to be pressed. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".fall-line-card")].flatMap((card) => {
      const state = card.closest("section[id]")!.id;
      const small = [
        // A chart is saved by mouse or key: where fingers press, that button is not there.
        ...card.querySelectorAll<HTMLElement>(
          ":is(button, input[type=text]):not(.fall-line-chart *, .fall-line-save)",
        ),
      ].filter((control) => control.offsetHeight > 0 && control.getBoundingClientRect().height < 44);
      const wide = card.scrollWidth > card.clientWidth + 1 ? [`${state}: the card is too wide`] : [];
      return [...small.map(({ textContent }) => `${state}: ${textContent} is too small`), ...wide];
    }),
  );
}

test.each([
  { width: 390, dark: false },
  { width: 640, dark: true },
  { width: 1180, dark: false },
])("a card in any state can be used by everybody at $width pixels, dark: $dark", async ({ width, dark }) => {
  await page.setViewportSize({ width, height: 600 });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  expect(await page.locator(".fall-line-card").count()).toBe(states.length);
  const faults = await faultsOf(page, ".fall-line-card");
  // The same card stands here in several states.
  const own = faults.filter((fault) => !fault.startsWith("landmark-unique:"));
  expect([...own, ...(await misfits(page))]).toEqual([]);
});

test("on paper a card asks with its words and options, and has no buttons below them", async () => {
  const { read } = await onPaper(page, ".fall-line-card");
  const { pressed } = await onPaper(page, ".fall-line-card .fall-line-row");
  expect(pressed).toEqual([]);
  for (const words of ["Start over", "Show me anyway", "Hint 1"]) expect(read).not.toContain(words);
});
