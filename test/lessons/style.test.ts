import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { readCourseFolder } from "../../src/course/course.ts";
import { COURSE_RULE, unservedSlides } from "../../src/course/deck-slides.ts";
import { faultsOf, LESSON_RULES } from "../../src/course/rules.ts";
import { lessons, projectDir } from "./lessons.ts";

const { deck } = readCourseFolder(`${projectDir}/lessons`, projectDir);
const among = { lessons: lessons.map(({ name }) => name), exercises: lessonExercises.all, deck };

describe.each(LESSON_RULES)("$says", ({ faults }) => {
  test.each(lessons.map((lesson) => [lesson.name, lesson] as const))("%s", (_, lesson) => {
    expect(faults(lesson, among)).toEqual([]);
  });
});

test("a lesson that is not in the style of this course has only the faults of every lesson", () => {
  const bare = { ...lessons[3]!, cells: lessons[3]!.cells.slice(0, 3) };
  const exercises = new Map();
  expect(faultsOf(bare, { ...among, exercises }, false)).toEqual([]);
  expect(faultsOf(bare, { ...among, exercises }, true).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['no cell is tagged "stop"', "only 0 of at least 5 exercises"]),
  );
});

test("the overview of exercises says those apart whose lesson is optional", () => {
  const optional = lessons.filter(({ about }) => about.optional === true).map(({ name }) => name.slice(3));
  expect(optional).toEqual(["used-today"]);
  expect(lessonExercises.optional).toEqual(optional);
  expect(lessonExercises.showProgress().text).toMatch(
    /^\d+ of \d+ exercises done, \d+ right, and \d+ of \d+ of an optional lesson\./,
  );
});

test("lessons/README.md lists what is asked of a lesson", () => {
  const readme = readFileSync(`${projectDir}/lessons/README.md`, "utf8").replace(/\s+/g, " ");
  for (const { says } of LESSON_RULES) expect(readme).toContain(`- ${says}`);
  expect(readme).toContain(`- ${COURSE_RULE}`);
});

test("every slide of the deck is served by a cell, and one that is not is told by its title", () => {
  expect(deck).toHaveLength(21);
  expect(unservedSlides(lessons, deck)).toEqual([]);
  expect(unservedSlides(lessons, [...deck, "Farewell"])).toMatchObject([
    { what: 'no cell of the course serves slide 22 of the deck, "Farewell"' },
  ]);
});
