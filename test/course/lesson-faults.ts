import type { About } from "../../src/about.ts";
import type { LessonRule, Surroundings } from "../../src/course/lesson-rule.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";

export const ABOUT: About = { title: "Waves", short: "Waves", minutes: 10, learn: "waves." };

/** The first line after the header: where the first cell of a lesson stands. */
export const FIRST = LESSON_HEADER.split("\n").length;

/** What the rules say of a lesson of these cells: place and fault. */
export function toldOf(
  rules: readonly LessonRule[],
  cells: string,
  { about = {}, ...among }: Partial<Surroundings> & { about?: Partial<About> } = {},
): string[] {
  const lesson = parseLesson("11-waves", LESSON_HEADER + cells, { ...ABOUT, ...about });
  const surroundings = { lessons: [], exercises: new Map(), deck: [], ...among };
  return rules
    .flatMap(({ faults }) => faults(lesson, surroundings))
    .map(({ place, what }) => `${place.replace("11-waves/", "")} ${what}`);
}
