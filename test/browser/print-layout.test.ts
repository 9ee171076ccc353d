import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { studentPage } from "../../src/grading/output/page.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";
import { CELLS, LESSON } from "../presenting/invented-lesson.ts";
import { EXERCISES } from "../presenting/outline.ts";
import { sharedPage } from "./harness/shared.ts";

let page: Page;

beforeAll(async () => {
  ({ page } = await sharedPage());
});

/** What an element's style is, property by property, on the screen and on paper. */
async function styleOf(selector: string, ...properties: readonly string[]) {
  const style = (): Promise<string[]> =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (one, names) => names.map((name) => getComputedStyle(one).getPropertyValue(name)),
        properties,
      );
  await page.emulateMedia({ media: "screen" });
  const onScreen = await style();
  await page.emulateMedia({ media: "print" });
  return { onScreen, onPaper: await style() };
}

/** The text of a page fills the paper, whose margins are its own. */
async function fillsThePaper(): Promise<void> {
  const main = await styleOf("main", "max-width", "padding-left", "padding-top");
  expect(main.onScreen).not.toContain("none");
  expect(main.onPaper).toEqual(["none", "0px", "0px"]);
}

test("a handout fills the paper, in small type", async () => {
  const lesson = { cells: CELLS };
  const options = { answers: false, exercises: EXERCISES };
  await page.setContent(handoutToHtml(resolve(import.meta.dirname, "../.."), LESSON, lesson, options));
  await fillsThePaper();
  for (const [selector, points] of [
    ["body", 10.5],
    ["pre.code", 8.5],
  ] as const) {
    const [size] = (await styleOf(selector, "font-size")).onPaper;
    expect(parseFloat(size!)).toBeCloseTo((points * 96) / 72, 2);
  }
});

const ada = { student: "ada", rows: [], shown: [], notes: [] };
const total = { student: "ada", points: 2, toRead: 0, open: 0, late: false };
const ofStudent = studentPage({ title: "Week 1", points: new Map(), solutions: "never" }, ada, total, 4);
const attempts = [{ exercise: "rolling/where", right: true, mistakes: [] }];
const report = reportPage(summaryOf([{ name: "ada", attempts }], EXERCISES, {}), {
  typefaces: "",
  lessons: new Map(),
  names: false,
});

test.each([
  ["a student's page", ofStudent],
  ["a report", report],
])("%s fills the paper", async (_, html) => {
  await page.setContent(html);
  await fillsThePaper();
});

test("a report keeps each exercise on a page, and headings with what they head", async () => {
  await page.setContent(report);
  expect(await styleOf("article", "break-inside")).toEqual({ onScreen: ["auto"], onPaper: ["avoid-page"] });
  expect(await styleOf("h2", "break-after")).toEqual({ onScreen: ["auto"], onPaper: ["avoid"] });
});
