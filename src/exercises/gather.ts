import type { Exercise } from "./exercise.ts";
import { Exercises } from "./exercises.ts";

/** What the file of a lesson's exercises exports. */
export interface LessonModule {
  /** By the names that stand behind the lesson's in their ids. */
  readonly exercises: Readonly<Record<string, Exercise>>;
  /** What the lesson was called before: ids that begin with it go on to work. */
  readonly formerName?: string;
  /** What exercises are called now, by what they were called before: `{ jump: "colleague" }`. */
  readonly formerExercises?: Readonly<Record<string, string>>;
}

/** The exercises of one lesson by their ids. */
export type OfLesson<L extends string, M extends LessonModule> = {
  readonly [K in keyof M["exercises"] & string as `${L}/${K}`]: M["exercises"][K];
};

/** The same by the ids of before: those of a lesson that had another name, and those of exercises that had. */
export type OfFormerIds<L extends string, M extends LessonModule> = OfFormerName<M> & OfFormerExercises<L, M>;

type OfFormerName<M extends LessonModule> = M extends { readonly formerName: infer L extends string }
  ? OfLesson<L, M>
  : object;

type OfFormerExercises<L extends string, M extends LessonModule> = M extends {
  readonly formerExercises: infer F extends Readonly<Record<string, string>>;
}
  ? { readonly [K in keyof F & string as `${L}/${K}`]: M["exercises"][F[K]] }
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
  const former = all.flatMap(([lesson, { formerName, formerExercises = {} }]) => [
    ...(formerName === undefined ? [] : [[formerName, lesson] as const]),
    ...Object.entries(formerExercises).map(
      ([before, now]) => [`${lesson}/${before}`, `${lesson}/${now}`] as const,
    ),
  ]);
  return new Exercises(Object.fromEntries(byId), Object.fromEntries(former)) as never;
}
