import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Output } from "../../src/rendering/executed.ts";
import { launchBrowser, openPage } from "./harness/browser.ts";
import { complaints, freshFolder, projectDir, seeAll } from "./harness/pages.ts";
import { Desk } from "./workbook/desk.ts";
import { lessonSite } from "./workbook/lessons.ts";
import { serveFolder } from "./workbook/server.ts";
import { CELLS, NAME, SmallSite } from "./workbook/small.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test("every lesson runs from its first cell to its last in its page, and every figure is drawn", async () => {
  const site = freshFolder();
  const course = await lessonSite(site.folder);
  const served = await serveFolder(site.folder);
  for (const { name } of course) {
    const watched = await openPage(browser);
    await watched.page.goto(`${served.address}${name}.html`);
    const desk = new Desk(watched.page);
    await desk.bar("Run all");
    await desk.rest();
    expect([name, await desk.said()]).toEqual([name, "Ready"]);
    expect(await watched.page.locator("pre.error").count(), name).toBe(0);
    await seeAll(watched.page);
    expect(await watched.page.locator(".fall-line-error").count(), name).toBe(0);
    expect(complaints(watched), name).toEqual([]);
    await watched.page.context().close();
  }
  served.close();
  site.remove();
}, 1_800_000);

const KILLS = 200;

test("an answer that was called recorded is kept, whenever the tab is killed", async () => {
  const site = new SmallSite();
  await site.make(
    { ...CELLS, mine: 'display(ask("momentum/truth"))' },
    { mine: storedCard("momentum/truth") },
  );
  const served = await serveFolder(site.root);
  const context = await browser.newContext();
  const address = `${served.address}course/${NAME}.html`;
  let recorded = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    recorded += await answersUntilKilled(context, address, 50 + Math.random() * 500);
    expect(await keptAnswers(context, address)).toBeGreaterThanOrEqual(recorded);
  }
  expect(recorded).toBeGreaterThan(KILLS);
  await context.close();
  served.close();
  site.remove();
}, 1_800_000);

/** The card of a question, as a notebook of the course stores it. */
function storedCard(id: string): Output[] {
  const { cells } = JSON.parse(readFileSync(join(projectDir, "notebooks", "03-momentum.ipynb"), "utf8")) as {
    cells: { source: string[]; outputs?: Output[] }[];
  };
  return cells.find(({ source }) => source.join("").includes(`ask("${id}"`))!.outputs!;
}

/** Presses options of a card, one after another, until the tab is killed; gives how often it has said that it is recorded. */
async function answersUntilKilled(context: BrowserContext, address: string, after: number): Promise<number> {
  const page = await context.newPage();
  let recorded = 0;
  await page.exposeFunction("recorded", () => recorded++);
  await page.goto(address);
  await page.locator(".fall-line-option").first().waitFor();
  const killed = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  await page.evaluate(() => {
    const note = document.querySelector(".fall-line-note")!;
    const { recorded: tell } = window as unknown as { recorded: () => void };
    new MutationObserver(() => note.textContent === "Recorded." && tell()).observe(note, { childList: true });
    const wrong = document.querySelectorAll<HTMLElement>('[data-option="a"], [data-option="b"]');
    let turn = 0;
    setInterval(() => wrong[turn++ % wrong.length]!.click(), 20);
  });
  await page.waitForTimeout(after);
  void session.send("Page.crash").catch(() => undefined);
  await killed;
  await page.close();
  return recorded;
}

async function keptAnswers(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(new URL("README.md", address).href);
  const count = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("fall-line-progress");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("lines").objectStore("lines").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
  await page.close();
  return count;
}
