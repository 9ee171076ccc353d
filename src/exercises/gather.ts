import type { CardExercise, Exercise } from "./exercise.ts";
import { Exercises } from "./exercises.ts";
import type { Common } from "./kind.ts";
import { presentId } from "./progress.ts";
import { splitId } from "./progress-event.ts";
import { recalling } from "./recall.ts";

/** What the file of a lesson's exercises exports. */
export interface LessonModule {
  /** By the names that stand behind the lesson's in their ids. */
  readonly exercises: Readonly<Record<string, Exercise>>;
  /** What the lesson was called before: ids that begin with it go on to work. */
  readonly formerName?: string;
  /** What its exercises were called before, by those names, and are called now. */
  readonly formerExercises?: Readonly<Record<string, string>>;
  /** Its exercises that are no longer asked, each with the reason: notebooks of before are told it. */
  readonly retiredExercises?: Readonly<Record<string, string>>;
  /** Whether the course is complete without it, as its `about.ts` says: totals say its exercises apart. */
  readonly optional?: boolean | undefined;
}

/** The exercises of one lesson by their ids. */
export type OfLesson<L extends string, M extends LessonModule> = Under<L, M["exercises"]>;

/** The same by the ids of before; nothing for a lesson in which all was always called as it is now. */
export type OfFormerIds<L extends string, M extends LessonModule> = Under<L, Renamed<M> & Retired<M>> &
  (M extends { readonly formerName: infer Former extends string }
    ? Under<Former, M["exercises"] & Renamed<M> & Retired<M>>
    : object);

type Under<L extends string, E> = { readonly [K in keyof E & string as `${L}/${K}`]: E[K] };

/** Whatever a notebook of before hands in, and asks on a card. */
type Retired<M extends LessonModule> = M extends { readonly retiredExercises: infer R }
  ? { readonly [K in keyof R]: Common & Pick<CardExercise, "kind"> }
  : object;

type Renamed<M extends LessonModule> = M extends { readonly formerExercises: infer F }
  ? { readonly [K in keyof F]: M["exercises"][F[K] & keyof M["exercises"]] }
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
  const declared = all.flatMap(([lesson, { exercises }]) =>
    Object.entries(exercises).map(([name, one]) => [`${lesson}/${name}`, one] as const),
  );
  const former = all.flatMap(([lesson, { formerName, formerExercises = {} }]) => [
    ...(formerName === undefined ? [] : [[formerName, lesson] as const]),
    ...Object.entries(formerExercises).map(([old, now]) => [`${lesson}/${old}`, `${lesson}/${now}`] as const),
  ]);
  const formerNames = Object.fromEntries(former);
  const places = all.map(([lesson]) => lesson);
  const leftOut = declared.flatMap(([id, one]) => {
    const { recalls } = recalling(one);
    if (recalls === undefined) return [];
    const [from, here] = [presentId(recalls, formerNames), id].map((it) =>
      places.indexOf(splitId(it).lesson),
    );
    const why = `It recalls ${recalls}, and this course has no such lesson before it.`;
    return from! >= 0 && from! < here! ? [] : [[id, why] as const];
  });
  const retired = all.flatMap(([lesson, { retiredExercises = {} }]) =>
    Object.entries(retiredExercises).map(([name, reason]) => [`${lesson}/${name}`, reason] as const),
  );
  return new Exercises(
    Object.fromEntries(declared.filter(([id]) => !leftOut.some(([other]) => other === id))),
    formerNames,
    Object.fromEntries([...retired, ...leftOut]),
    all.filter(([, { optional }]) => optional === true).map(([lesson]) => lesson),
  ) as never;
}
