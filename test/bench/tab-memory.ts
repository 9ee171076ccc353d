import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPage } from "../browser/harness/browser.ts";
import { freshFolder } from "../browser/harness/pages.ts";
import { Desk } from "../browser/workbook/desk.ts";
import { lessonSite } from "../browser/workbook/lessons.ts";
import { serveFolder } from "../browser/workbook/server.ts";

const LESSON = "03-momentum";

/** The most that a tab holds when it has come to rest, in MB. */
const MOST = 300;

/** After so long (in milliseconds) a browser has given back what a page no longer holds. */
const REST = 30_000;

/** Measures a tab in which a lesson was run from its first cell to its last, and all its figures were seen. */
export async function benchTabMemory(): Promise<boolean> {
  const site = freshFolder();
  await lessonSite(site.folder, [LESSON]);
  const [browser, served] = await Promise.all([launchBrowser(), serveFolder(site.folder)]);
  try {
    const { page } = await openPage(browser);
    await page.goto(`${served.address}${LESSON}.html`);
    const desk = new Desk(page);
    await desk.bar("Run all");
    await desk.rest();
    console.log(`a tab when ${LESSON} has just run, MB: ${(await sizeOf(browser)).toFixed(0)}`);
    const ran = await atRest(browser, page, "when it has come to rest");
    await seeAll(page);
    console.log(`when all figures have just been seen, MB: ${(await sizeOf(browser)).toFixed(0)}`);
    return (await atRest(browser, page, "when it has come to rest again")) && ran;
  } finally {
    await browser.close();
    served.close();
    site.remove();
  }
}

async function atRest(browser: Browser, page: Page, when: string): Promise<boolean> {
  await page.waitForTimeout(REST);
  const size = await sizeOf(browser);
  const met = size <= MOST;
  console.log(`${when}, MB: ${size.toFixed(0)}, at most ${MOST} ${met ? "met" : "MISSED"}`);
  return met;
}

/** Goes to everything that can come alive, and waits until it has. */
async function seeAll(page: Page): Promise<void> {
  for (const place of await page.locator("[data-fall-line]").all()) {
    await place.scrollIntoViewIfNeeded();
    const isLive = (node: HTMLElement | SVGElement): boolean => node.dataset["state"] === "live";
    while (!(await place.evaluate(isLive))) await page.waitForTimeout(50);
  }
}

/** The proportional set size of the largest process of a page, in MB, as Linux tells it. */
async function sizeOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...pages.map(({ id }) => 1.024e-3 * pssOf(id)));
}

function pssOf(process: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8"))![1]);
}
