import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { readCourse } from "../../src/pages/course.ts";
import { readNotebook } from "../../src/pages/executed.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const course = readCourse(join(projectDir, "notebooks"));

function handout(name: string, answers: boolean): string {
  const notebook = readNotebook(readFileSync(join(projectDir, "notebooks", `${name}.ipynb`), "utf8"));
  const html = handoutToHtml(
    projectDir,
    course.find((one) => one.name === name)!,
    notebook,
    { answers, exercises: lessonExercises.all },
  );
  return html.slice(html.indexOf("<main"));
}

test("a handout has the summary, the formulas and the exercises, and no answer", () => {
  const html = handout("03-momentum", false);
  for (const part of ["Summary", "what persists is amplified", "Formulas", "Written late at night"])
    expect(html).toContain(part);
  expect(html).not.toContain("w moved with the old memory");
  expect(html).not.toContain("Below the limit the overshoot shrinks");
});

test("with answers it has the solutions and the usual mistakes", () => {
  const html = handout("03-momentum", true);
  for (const part of [
    "w moved with the old memory",
    "Below the limit the overshoot shrinks",
    "Usual mistakes",
  ])
    expect(html).toContain(part);
});

test.each(course)(
  "$name has a handout with at least five exercises, and asks for nothing on the network",
  ({ name }) => {
    const html = handout(name, true);
    expect(html.match(/<article>/g)!.length).toBeGreaterThanOrEqual(5);
    expect(html).not.toMatch(/ src="(?!data:)/);
  },
);
