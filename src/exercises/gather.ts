import type { Exercise } from "./exercise.ts";
import { Exercises } from "./exercises.ts";

/** What the file of a lesson's exercises exports. */
export interface LessonModule {
  /** By the names that stand behind the lesson's in their ids. */
  readonly exercises: Readonly<Record<string, Exercise>>;
  /** What the lesson was called before: ids that begin with it go on to work. */
  readonly formerName?: string;
}

/** The exercises of one lesson by their ids. */
export type OfLesson<L extends string, M extends LessonModule> = {
  readonly [K in keyof M["exercises"] & string as `${L}/${K}`]: M["exercises"][K];
};

/** The same by the ids of before; nothing for a lesson that was always called as it is now. */
export type OfFormerName<M extends LessonModule> = M extends { readonly formerName: infer L extends string }
  ? OfLesson<L, M>
  : object;

/**
 * The exercises of all lessons of a course, in its order.
 * @param lessons what their files export, by the names of the lessons
 * @example
 * const why = exercise.explain({ title: "Why?", prompt: "Why so slow?", model: "It is flat.", hints: ["The slope?"] });
 * gatherExercises({ waves: { exercises: { why } } }).all.get("waves/why").title // "Why?"
 */
export function gatherExercises<E, Former>(
  lessons: Readonly<Record<string, LessonModule>>,
): Exercises<E, E & Former> {
  const all = Object.entries(lessons);
  const byId = all.flatMap(([lesson, { exercises }]) =>
    Object.entries(exercises).map(([name, one]) => [`${lesson}/${name}`, one] as const),
  );
  const former = all.flatMap(([lesson, { formerName }]) =>
    formerName === undefined ? [] : [[formerName, lesson] as const],
  );
  return new Exercises(Object.fromEntries(byId), Object.fromEntries(former)) as never;
}
