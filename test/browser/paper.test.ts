import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { studentPage } from "../../src/grading/output/page.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";
import { CELLS, LESSON } from "../presenting/invented-lesson.ts";
import { EXERCISES } from "../presenting/outline.ts";
import { projectDir } from "./harness/pages.ts";
import { onPaper } from "./harness/paper.ts";
import { sharedPage } from "./harness/shared.ts";

let page: Page;
beforeAll(async () => {
  ({ page } = await sharedPage({ colorScheme: "dark" }));
});

const handout = (answers: boolean) => () =>
  handoutToHtml(projectDir, LESSON, { cells: CELLS }, { answers, exercises: EXERCISES });

const graded = (): string => {
  const exercise = "a/one";
  return studentPage(
    { title: "Grades", points: new Map(), solutions: "never" },
    {
      student: "ada",
      rows: [{ student: "ada", exercise, credit: 1, outcome: "right", mistakes: [] }],
      shown: [
        { exercise, title: "One", prompt: "Say.", written: "x + 1", headline: "Right.", remarks: ["So it is."], solution: "It is x + 1." }, // prettier-ignore
      ],
      notes: ["A note."],
    },
    { student: "ada", points: 1, toRead: 0, open: 0, late: false },
    1,
  );
};

const report = (): string => {
  const wrong = { exercise: "momentum/rule", right: false, mistakes: [{ id: "m: sign of lambda*g" }] };
  const students = ["ada", "ben"].map((name) => ({ name, attempts: [wrong] }));
  return reportPage(summaryOf(students, lessonExercises.all, {}), {
    typefaces: "",
    lessons: new Map([["momentum", "Momentum"]]),
    names: true,
  });
};

/** The lightness of a colour, from 0 to 255. */
const lightness = (color: string): number =>
  Math.max(...color.match(/[\d.]+/g)!.slice(0, 3).map(Number)); // prettier-ignore

test.each<[what: string, html: () => string, colored: string]>([
  ["a handout", handout(false), ".room"],
  ["a handout with answers", handout(true), ":not(*)"],
  ["what a student gets back", graded, ":not(*)"],
  ["the report on a class", report, ".bar, .legend i, .mistakes i"],
])(
  "%s is dark on light on paper, whatever the screen is, with all that can be read there and nothing to press",
  async (_, html, colored) => {
    await page.setContent(html());
    const closed = await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.remove();
      return document.body.innerText;
    });
    await page.setContent(html());
    expect(await onPaper(page)).toEqual({ pressed: [], read: closed });
    await page.emulateMedia({ media: "print" });
    const [ink, ground, kept] = await page.evaluate((selector) => {
      const { color } = getComputedStyle(document.body);
      const grounds = [document.body, document.documentElement].map(
        (one) => getComputedStyle(one).backgroundColor,
      );
      const adjusted = [...document.querySelectorAll(selector)].map(
        (one) => getComputedStyle(one).printColorAdjust,
      );
      return [
        color,
        grounds.find((one) => one !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)",
        [...new Set(adjusted)],
      ] as const;
    }, colored);
    await page.emulateMedia({ media: null });
    expect(lightness(ink)).toBeLessThan(100);
    expect(lightness(ground)).toBeGreaterThan(200);
    expect(kept).toEqual(colored === ":not(*)" ? [] : ["exact"]);
  },
);
