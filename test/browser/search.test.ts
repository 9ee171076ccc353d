import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteWith } from "../../src/pages/export.ts";
import { writeFolder } from "../../src/pages/folder.ts";
import { readCourse } from "../../src/rendering/course.ts";
import { readNotebook } from "../../src/rendering/executed.ts";
import { SPECIFICATION } from "../../src/mime.ts";
import { faultsOf } from "./harness/axe.ts";
import { complaints, fileUrl, freshFolder, projectDir } from "./harness/pages.ts";
import { sharedPage } from "./harness/shared.ts";
import { firstUnlessLong } from "../long.ts";

const NAME = "03-momentum";
/** A figure that the notebook holds. */
const OPENING = `${NAME}-the-opening`;
const site = freshFolder();

beforeAll(() => {
  const notebooks = join(projectDir, "notebooks");
  const course = readCourse(notebooks).filter(({ name }) => name === NAME);
  const { cells } = readNotebook(readFileSync(join(notebooks, `${NAME}.ipynb`), "utf8"));
  const words = { cells: cells.filter(({ type, id }) => type === "markdown" || id === OPENING) };
  const shown = {
    race: { "text/plain": "", [SPECIFICATION]: {} },
    library: { declared: new Map(), pictures: new Map<string, string>() },
    previews: { ofCourse: () => new Uint8Array(), ofLesson: () => new Uint8Array() },
  };
  writeFolder(site.folder, "site", siteWith(shown, projectDir, course, new Map([[NAME, words]])));
});

afterAll(() => site.remove());

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.querySelector("b")?.textContent ?? document.activeElement!.tagName,
  );

test.each(
  firstUnlessLong([
    [390, "dark"],
    [1280, "light"],
  ] as const),
)(
  "the search of a page from the disk is used by the keyboard alone, at %i pixels, %s",
  async (width, colorScheme) => {
    const watched = await sharedPage({ viewport: { width, height: 800 }, colorScheme });
    const { page } = watched;
    await page.goto(fileUrl(site.folder, `${NAME}.html`));
    const dialog: Locator = page.locator("dialog.search");
    await page.keyboard.press("/");
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await page.keyboard.type("momentun coeficient");
    await expect.poll(() => dialog.locator("li b").first().textContent()).toBe("momentum coefficient");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("momentum coefficient");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("INPUT");
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.isVisible()).toBe(false);
    await page.locator("[data-search]").click();
    await page.keyboard.type("beta one");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/\/glossary\.html#beta-1$/);
    expect(complaints(watched)).toEqual([]);
    expect(await faultsOf(page, "main")).toEqual([]);
    await page.keyboard.press("/");
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await page.keyboard.type("ravine");
    await expect.poll(() => dialog.locator("li").count()).toBeGreaterThan(0);
    expect(await faultsOf(page, "dialog.search")).toEqual([]);
    watched.errors.length = 0; // axe-core asks a page from the disk for its styles, in vain
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("INPUT");
    const found = await dialog.locator("li b").allTextContents();
    for (const one of [...found, found.at(-1)]) {
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe(one);
    }
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe(found.at(-2));
    expect(complaints(watched)).toEqual([]);
  },
);

test("a part of a page that is shown alone, in a frame of another, opens no search", async () => {
  const { page } = await sharedPage({ viewport: { width: 800, height: 600 } });
  await page.goto(`${fileUrl(site.folder, `${NAME}.html`)}?only=${OPENING}`);
  await expect.poll(() => page.locator("html").getAttribute("data-alone")).toBe("around");
  await page.keyboard.press("/");
  expect(await page.locator('script[src$="search.js"], dialog.search').count()).toBe(0);
});
