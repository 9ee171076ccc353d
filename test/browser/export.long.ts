import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCourse } from "../../src/pages/course.ts";
import { siteFiles } from "../../src/pages/export.ts";
import { writeFolder } from "../../src/pages/folder.ts";
import { launchBrowser, openPage } from "./harness/browser.ts";
import { complaints, fileUrl, freshFolder, projectDir, run, seeAll } from "./harness/pages.ts";

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
}, 600_000);

afterAll(async () => {
  await browser.close();
  site.remove();
});

test.each([1280, 400])(
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
      expect(complaints(watched), file).toEqual([]);
      await watched.page.context().close();
    }
  },
  600_000,
);
