import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { readCourse } from "../../src/rendering/course.ts";
import { readNotebook } from "../../src/rendering/executed.ts";
import { SPECIFICATION } from "../../src/mime.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";
import { picturesOf } from "../../src/presenting/pictures.ts";
import { cell, shown } from "./cells.ts";

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
  expect(html).not.toContain("w moved with the old sum");
  expect(html).not.toContain("Below the limit the overshoot shrinks");
});

test("with answers it has the solutions and the usual mistakes", () => {
  const html = handout("03-momentum", true);
  for (const part of ["w moved with the old sum", "Below the limit the overshoot shrinks", "Usual mistakes"])
    expect(html).toContain(part);
});

test.each(course)(
  "$name has a handout with at least four exercises, and asks for nothing on the network",
  ({ name }) => {
    const html = handout(name, true);
    expect(html.match(/<article>/g)!.length).toBeGreaterThanOrEqual(4);
    expect(html).not.toMatch(/ src="(?!data:)/);
  },
);

test("the pictures are those of the lesson's slides, still, with what they show; not the opening, nothing of the exercises", () => {
  const figure = (name: string) =>
    shown({ [SPECIFICATION]: { kind: "curves" }, "image/svg+xml": "<svg/>", "text/plain": name });
  const exercise = { "fall-line": { exercise: "momentum/rule" } };
  const pictures = picturesOf(
    [
      cell("markdown", "## Momentum", "slide", { tags: ["title"] }),
      cell("code", "race()", "-", { tags: ["opening"], outputs: [figure("opening")] }),
      cell("markdown", "## A ball", "slide"),
      cell("code", "fall()", "-", { "fall-line": { finding: "It falls" }, outputs: [figure("fall")] }),
      cell("markdown", "## Your turn", "slide"),
      cell("code", "mine()", "-", { ...exercise, outputs: [figure("mine")] }),
    ],
    lessonExercises.all,
  );
  expect(pictures).toEqual([
    {
      section: "A ball",
      finding: "It falls",
      output: shown({ "image/svg+xml": "<svg/>", "text/plain": "fall" }),
    },
  ]);
});
