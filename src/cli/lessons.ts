import type { LessonPlace } from "../course/folder.ts";
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
  throw noLesson(
    word,
    course.map(({ name }) => name),
  );
}

/** The place of a lesson by its name, its number, or its name without the number. */
export function placeNamed(places: readonly LessonPlace[], word: string): LessonPlace {
  const place = places.find(({ name, subject }) =>
    [name, subject, name.slice(0, 2), String(Number(name.slice(0, 2)))].includes(word),
  );
  if (place === undefined)
    throw noLesson(
      word,
      places.map(({ name }) => name),
    );
  return place;
}

function noLesson(word: string, names: readonly string[]): Trouble {
  const near = nearest(word, [...names, ...names.map((name) => name.slice(3))]);
  return new Trouble(
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
