import { nearest } from "../nearest.js";
import { type CourseLesson, findLesson } from "../pages/course.ts";
import { Trouble } from "../system/trouble.js";

/**
 * The lessons that were named, each once: `momentum`, `03` and `03-momentum` are the same.
 * @throws Trouble with the nearest name when there is no such lesson
 */
export function lessonsNamed(course: readonly CourseLesson[], words: readonly string[]): CourseLesson[] {
  return [...new Set(words.map((word) => lessonNamed(course, word)))];
}

/** One lesson by its name. */
export function lessonNamed(course: readonly CourseLesson[], word: string): CourseLesson {
  const lesson = findLesson(course, word);
  if (lesson !== undefined) return lesson;
  const names = course.map(({ name }) => name);
  const near = nearest(word, [...names, ...names.map((name) => name.slice(3))]);
  throw new Trouble(
    `There is no lesson ${word}`,
    near === undefined
      ? `There are: ${names.join(", ")}. The number alone will do, and the word alone.`
      : `Did you mean ${near}? There are: ${names.join(", ")}.`,
  );
}

/** The lessons that were named, or all of them with `--all`. */
export function lessonsAsked(
  course: readonly CourseLesson[],
  words: readonly string[],
  all: boolean,
  command: string,
): CourseLesson[] {
  if (all && words.length === 0) return [...course];
  if (!all && words.length > 0) return lessonsNamed(course, words);
  throw new Trouble(
    all ? `--all takes no lessons beside it, got ${words.join(", ")}` : `${command} needs a LESSON, or --all`,
    `Write npx fall-line ${command} momentum, or npx fall-line ${command} --all.`,
  );
}
