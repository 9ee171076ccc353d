import { statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCourse } from "../../src/rendering/course.ts";
import type { Executed } from "../../src/pages/execute.ts";
import { hasShortPath } from "../../src/presenting/deck.ts";
import { launchBrowser } from "./harness/browser.ts";
import { wordFaults } from "./harness/chart-words.ts";
import { strayNames } from "./harness/curve-names.ts";
import { faults, faultsOnPaper, openDeck, SCREENS, smallType, walk, writeDeck } from "./harness/decks.ts";
import { largeTables, type Measured, measured } from "./harness/deck-measure.ts";
import { complaints, freshFolder, projectDir, run } from "./harness/pages.ts";

const course = readCourse(join(projectDir, "notebooks"));
const place = freshFolder();
let browser: Browser;
let executed: Executed;

beforeAll(async () => {
  browser = await launchBrowser();
  executed = await run(course.map(({ name }) => name));
});

afterAll(async () => {
  await browser.close();
  place.remove();
});

/** Words of pictures that lie on others, and why they may. */
const CROWDED = [
  // Names along arrows have their places from a notebook's picture, which is wider.
  "Which way does the correction push?: standard: then αm lies on correction −λ∇L(w+αm)",
];

const crowded = async (page: Page): Promise<string[]> =>
  (await wordFaults(page)).filter((fault) => !CROWDED.includes(fault));

describe.each(course)("the deck of $name", (lesson) => {
  test.each(SCREENS)("is whole on every slide at $width by $height", async (viewport) => {
    const file = writeDeck(place.folder, lesson.name, executed.get(lesson.name)!);
    expect(statSync(file).size).toBeLessThanOrEqual(8_000_000);
    const watched = await openDeck(browser, file, { viewport });
    const found: string[] = [];
    const pictures: Measured[] = [];
    const tables: string[] = [];
    await walk(watched.page, async (page) => {
      found.push(...(await faults(page)), ...(await crowded(page)), ...(await smallType(page, 24)));
      found.push(...(await strayNames(page)));
      pictures.push(await measured(page));
      tables.push(...(await largeTables(page)));
    });
    // On paper each state has a slide of its own.
    const count = await watched.page.locator("section.slide").count();
    if (viewport === SCREENS[0]) found.push(...(await faultsOnPaper(watched.page)));
    expect([found, tables]).toEqual([[], []]);
    const small = pictures.filter(({ share = 1 }) => share < 0.6).map(({ title }) => title);
    expect(small).toEqual([]);
    expect(
      pictures.filter(
        ({ share, layout, words }) => share !== undefined && !layout.startsWith("question") && words > 35,
      ),
    ).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(15);
    expect(count).toBeLessThanOrEqual(30);
    expect(complaints(watched)).toEqual([]);
    await watched.page.context().close();
  });
});

describe.each(course.filter(({ name }) => hasShortPath(join(projectDir, "notebooks"), name)))(
  "the short deck of $name",
  (lesson) => {
    test("is whole and has 5 to 12 slides", async () => {
      const file = writeDeck(place.folder, lesson.name, executed.get(lesson.name)!, { short: true });
      const watched = await openDeck(browser, file, { colorScheme: "dark" });
      const found: string[] = [];
      const count = await watched.page.locator("section.slide").count();
      expect(count).toBeGreaterThanOrEqual(5);
      expect(count).toBeLessThanOrEqual(12);
      await walk(watched.page, async (page) => {
        found.push(...(await faults(page)), ...(await crowded(page)));
      });
      expect(found).toEqual([]);
      expect(complaints(watched)).toEqual([]);
      await watched.page.context().close();
    });
  },
);
