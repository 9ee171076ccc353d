import type { LessonPlace } from "../course/folder.ts";
import { nearest } from "../nearest.js";
import type { CourseLesson } from "../rendering/course.ts";
import { UserError } from "../system/user-error.js";

/** The lessons of a course: where they lie, and what the notebooks of them say of themselves. */
export interface Lessons {
  readonly places: readonly LessonPlace[];
  readonly built: readonly CourseLesson[];
}

/**
 * The lessons that were named, each once: `momentum`, `03` and `03-momentum` are the same.
 * @throws UserError with the nearest name when there is no such lesson, and when there is no notebook of it
 */
export function lessonsNamed(course: Lessons, words: readonly string[]): CourseLesson[] {
  return [...new Set(words.map((word) => lessonNamed(course, word)))];
}

/** One lesson by its name. */
export function lessonNamed({ places, built }: Lessons, word: string): CourseLesson {
  const { name, subject } = placeNamed(places, word);
  const lesson = built.find((one) => one.name === name);
  if (lesson !== undefined) return lesson;
  throw new UserError(
    `There is no notebook of ${name}`,
    `Run npx fall-line check ${subject}, which says what keeps it from being built; npm run build:notebooks builds the lessons of this project.`,
  );
}

/** The place of a lesson by its name, its number, its name without the number, or a file of one of these names. */
export function placeNamed(places: readonly LessonPlace[], asked: string): LessonPlace {
  const word = asked.replace(/\.(ts|ipynb|html)$/, "");
  const place = places.find(({ name, subject }) =>
    [name, subject, name.slice(0, 2), String(Number(name.slice(0, 2)))].includes(word),
  );
  if (place !== undefined) return place;
  const names = places.map(({ name }) => name);
  const near = nearest(word, [...names, ...names.map((name) => name.slice(3))]);
  throw new UserError(
    `There is no lesson ${word}`,
    near === undefined
      ? `There are: ${names.join(", ")}. The number alone will do, and the word alone.`
      : `Did you mean ${near}? There are: ${names.join(", ")}.`,
  );
}

/** The lessons that were named, or all of them with `--all`. */
export function lessonsAsked(
  course: Lessons,
  words: readonly string[],
  all: boolean,
  command: string,
): CourseLesson[] {
  if (all && words.length === 0) return [...course.built];
  if (!all && words.length > 0) return lessonsNamed(course, words);
  throw new UserError(
    all ? `--all takes no lessons beside it, got ${words.join(", ")}` : `${command} needs a LESSON, or --all`,
    `Write npx fall-line ${command} momentum, or npx fall-line ${command} --all.`,
  );
}
