import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCourse } from "../../src/rendering/course.ts";
import { siteFiles } from "../../src/pages/export.ts";
import { writeFolder } from "../../src/pages/folder.ts";
import { faultsOf } from "./harness/axe.ts";
import { launchBrowser, openPage } from "./harness/browser.ts";
import {
  complaints,
  fileUrl,
  freshFolder,
  projectDir,
  run,
  runText,
  seeAll,
  tooWideTables,
} from "./harness/pages.ts";

const course = readCourse(join(projectDir, "notebooks"));
const site = freshFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  writeFolder(
    site.folder,
    "site",
    await siteFiles(projectDir, course, await run(course.map(({ name }) => name))),
  );
});

afterAll(async () => {
  await browser.close();
  site.remove();
});

test.each([1280, 390])(
  "the site of all lessons is alive and whole at a width of %i pixels",
  async (width) => {
    for (const file of ["index.html", ...course.map(({ name }) => `${name}.html`)]) {
      const watched = await openPage(browser, { viewport: { width, height: 900 } });
      await watched.page.goto(fileUrl(site.folder, file));
      await seeAll(watched.page);
      expect(await watched.page.locator(".fall-line-error").count(), file).toBe(0);
      expect(
        await watched.page.evaluate(() => document.documentElement.scrollWidth),
        file,
      ).toBeLessThanOrEqual(width);
      expect(await tooWideTables(watched.page), file).toEqual([]);
      expect(complaints(watched), file).toEqual([]);
      await watched.page.context().close();
    }
  },
);

test.each(["index.html", "03-momentum.html", "rules.html"])(
  "axe-core finds no fault in the light and in the dark: %s",
  async (file) => {
    const { page } = await openPage(browser, { reducedMotion: "reduce" });
    await page.goto(fileUrl(site.folder, file));
    await seeAll(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // A page that draws says on its body which theme it draws for.
      const drawnFor = (): Promise<string | null> => page.locator("body").getAttribute("data-jp-theme-light");
      await expect.poll(drawnFor).not.toBe(String(colorScheme === "dark"));
      expect(await faultsOf(page, "html"), colorScheme).toEqual([]);
    }
    await page.context().close();
  },
);

test("on the page of rules the picture under the pointer plays, a menu changes all, and a press opens the explorer with the rule", async () => {
  const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(fileUrl(site.folder, "rules.html"));
  const row = page.locator("[data-rule=momentum]");
  const drawn = async (): Promise<string> => (await row.locator(".path").getAttribute("d"))!;
  const whole = await drawn();
  await row.hover();
  await expect.poll(async () => (await drawn()).length).toBeLessThan(whole.length);
  await page.mouse.move(2, 2);
  await expect.poll(drawn).toBe(whole);
  await page.getByLabel("surface of all pictures").selectOption("Himmelblau");
  await expect
    .poll(() => page.locator(".rule-map svg").last().getAttribute("aria-label"))
    .toContain("on Himmelblau");
  await row.locator(".rule-map").click();
  await expect.poll(() => page.locator(".fall-line-explorer").first().textContent()).toContain("Himmelblau");
  await expect.poll(() => page.locator(".fall-line-explorer").first().textContent()).toContain("Momentum");
  await page.context().close();
});

test("a lesson with a mistake is not exported: the error names lesson and cell", async () => {
  const kernelspec = { name: "fall-line", display_name: "TypeScript (fall-line)", language: "typescript" };
  const cell = { cell_type: "code", id: "x", source: "undefined!.x", outputs: [], execution_count: null };
  const cells = [{ ...cell, metadata: { title: "The slip" } }];
  const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells });
  await expect(runText("99-broken", text)).rejects.toThrow(/^Lesson 99-broken, cell "The slip": \w*Error: /);
});
