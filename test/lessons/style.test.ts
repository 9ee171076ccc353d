import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { faultsOf, LESSON_RULES } from "../../src/course/rules.ts";
import { lessons, projectDir } from "./lessons.ts";

const among = { lessons: lessons.map(({ name }) => name), exercises: new Set(lessonExercises.all.keys()) };

describe.each(LESSON_RULES)("$says", ({ faults }) => {
  test.each(lessons.map((lesson) => [lesson.name, lesson] as const))("%s", (_, lesson) => {
    expect(faults(lesson, among)).toEqual([]);
  });
});

test("a lesson that is not in the style of this course has only the faults of every lesson", () => {
  const bare = { ...lessons[3]!, cells: lessons[3]!.cells.slice(0, 3) };
  const exercises = new Set<string>();
  expect(faultsOf(bare, { ...among, exercises }, false)).toEqual([]);
  expect(faultsOf(bare, { ...among, exercises }, true).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['no cell is tagged "stop"', "only 0 of at least 5 exercises"]),
  );
});

test("lessons/README.md lists what is asked of a lesson", () => {
  const readme = readFileSync(`${projectDir}/lessons/README.md`, "utf8").replace(/\s+/g, " ");
  for (const { says } of LESSON_RULES) expect(readme).toContain(`- ${says}`);
});
