import { remembered } from "../../remembered.ts";
import { checkAnswer } from "../../exercises/check-answer.ts";
import {
  type ExerciseKind,
  type Exercise,
  isCardExercise,
  kindOf,
  optionsOf,
} from "../../exercises/exercise.ts";
import { type RecordedMistake, recorded } from "../../exercises/mistake.ts";
import { splitId } from "../../exercises/progress-event.ts";
import { recalling } from "../../exercises/recall.ts";
import { type FormerNames, presentId } from "../../exercises/progress.ts";
import type { Attempt, Student } from "./read.ts";

/** Something that went wrong with an exercise: a mistake, or an option that is not the right one. */
export interface Misunderstood {
  readonly kind: "mistake" | "option";
  readonly id: string;
  readonly words: string;
  /** How many students showed it. */
  readonly students: number;
  /** How many of these have not got it right since. */
  readonly open: number;
}

/** How a class did an exercise. */
export interface ExerciseSummary {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
  readonly earns: ExerciseKind["earns"];
  readonly tried: number;
  /** The exercise of an earlier lesson that it asks again. */
  readonly recalls?: Recalled;
  /** Whether anybody tried it more than once: a guess is made once, and so is a grade given. */
  readonly again: boolean;
  /** Right in the first attempt; nothing where there is no right or wrong. */
  readonly rightFirst: number;
  readonly rightLater: number;
  /** The names of those who tried and are not there yet. */
  readonly stuck: readonly string[];
  /** How many of these have an answer at the end that did not run, or could not be read. */
  readonly notRun: number;
  readonly notGraded: number;
  /** How many handed in no answer to it. */
  readonly notHandedIn: number;
  /** The most frequent first. */
  readonly misunderstood: readonly Misunderstood[];
}

/** An exercise that was asked again. */
export interface Recalled {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
}

/** What to talk about: something misunderstood, with where it belongs. */
export interface Topic extends Misunderstood {
  readonly exercise: ExerciseSummary;
}

export interface Summary {
  readonly students: number;
  readonly exercises: readonly ExerciseSummary[];
  /** What to talk about next time, what most still have open first. */
  readonly topics: readonly Topic[];
  /** What could not be graded. */
  readonly notGraded: readonly Concerned[];
  /** Who handed in nothing that could be graded. */
  readonly nothing: readonly string[];
  /** Where a teacher gave a credit, or more time. */
  readonly decided: readonly Decided[];
}

/** An exercise, or "" for all that was handed in, and whose. */
export interface Concerned {
  readonly exercise: string;
  readonly students: readonly string[];
}

export interface Decided {
  readonly exercise: string;
  readonly each: readonly { readonly student: string; readonly what: string }[];
}

/** How many topics a lesson can hold. */
const TOPICS = 6;

/** What a class did and misunderstood. @param exercises those of the course, in its order */
export function summaryOf(
  students: readonly Student[],
  exercises: ReadonlyMap<string, Exercise>,
  formerNames: FormerNames,
): Summary {
  const without = (ids: readonly string[] | undefined, id: string): boolean =>
    ids?.some((one) => presentId(one, formerNames) === id) === true;
  const byExercise = new Map<string, Map<string, Attempt[]>>();
  for (const { name, attempts } of students) {
    for (const attempt of attempts) {
      const id = presentId(attempt.exercise, formerNames);
      const all = remembered(byExercise, id, () => new Map<string, Attempt[]>());
      remembered(all, name, () => []).push(attempt);
    }
  }
  const summaries = [...exercises].flatMap(([id, exercise]) => {
    const tried = byExercise.get(id) ?? new Map<string, Attempt[]>();
    const open = {
      notGraded: students.filter(({ notGraded }) => without(notGraded, id)).length,
      notHandedIn: students.filter(({ name, notHandedIn }) => without(notHandedIn, id) && !tried.has(name))
        .length,
    };
    const concerned = tried.size + open.notGraded + open.notHandedIn;
    return concerned === 0
      ? []
      : [{ ...exerciseSummary(id, exercise, tried), ...open, ...recalled(exercise, exercises) }];
  });
  const topics = summaries
    .flatMap((exercise) => exercise.misunderstood.map((one) => ({ ...one, exercise })))
    .filter(({ students: count }) => count > 1)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, TOPICS);
  const notGraded = students.flatMap(({ name, notGraded: all = [] }) =>
    all.map((exercise) => ({ exercise, student: name })),
  );
  const decided = students.flatMap(({ name, decided: all = [] }) =>
    all.map(({ exercise, what }) => ({ exercise, student: name, what })),
  );
  return {
    students: students.length,
    exercises: summaries,
    topics,
    notGraded: byExerciseOf(notGraded).map(([exercise, all]) => ({
      exercise,
      students: all.map(({ student }) => student),
    })),
    nothing: students.flatMap(({ name, notHandedIn }) => (notHandedIn?.includes("") === true ? [name] : [])),
    decided: byExerciseOf(decided).map(([exercise, all]) => ({
      exercise,
      each: all.map(({ student, what }) => ({ student, what })),
    })),
  };
}

function recalled(
  exercise: Exercise,
  exercises: ReadonlyMap<string, Exercise>,
): Pick<ExerciseSummary, "recalls"> {
  const { recalls: id } = recalling(exercise);
  if (id === undefined) return {};
  return { recalls: { id, lesson: splitId(id).lesson, title: exercises.get(id)?.title ?? id } };
}

function byExerciseOf<T extends { readonly exercise: string }>(all: readonly T[]): [string, T[]][] {
  const exercises = [...new Set(all.map(({ exercise }) => exercise))].sort();
  return exercises.map((exercise) => [exercise, all.filter((one) => one.exercise === exercise)]);
}

/** Those who have not got over it count whole, those who have a third, and so does a guess: it was made before the lesson. */
function weight({ open, students, exercise: { earns } }: Topic): number {
  return earns === "by being made" ? students / 3 : open + (students - open) / 3;
}

function exerciseSummary(
  id: string,
  exercise: Exercise,
  tried: ReadonlyMap<string, readonly Attempt[]>,
): Omit<ExerciseSummary, "notGraded" | "notHandedIn"> {
  const all = [...tried];
  const isRight = ([, attempts]: (typeof all)[number]): boolean =>
    attempts.some(({ right }) => right === true);
  const isFirst = ([, attempts]: (typeof all)[number]): boolean => attempts[0]?.right === true;
  const { earns } = kindOf(exercise);
  return {
    id,
    lesson: splitId(id).lesson,
    title: exercise.title,
    earns,
    tried: all.length,
    again: earns !== "by being made" && all.some(([, { length }]) => length > 1),
    rightFirst: all.filter(isFirst).length,
    rightLater: all.filter((one) => isRight(one) && !isFirst(one)).length,
    stuck: earns === "credit" ? all.filter((one) => !isRight(one)).map(([name]) => name) : [],
    notRun:
      earns === "credit" ? all.filter((one) => !isRight(one) && one[1].at(-1)!.stopped === true).length : 0,
    misunderstood: misunderstoodOf(id, exercise, tried),
  };
}

function misunderstoodOf(
  id: string,
  exercise: Exercise,
  tried: ReadonlyMap<string, readonly Attempt[]>,
): Misunderstood[] {
  const kind = optionsOf(exercise) === undefined ? "mistake" : "option";
  const words = wordsOf(exercise);
  const found = new Map<string, Misunderstood>();
  for (const attempts of tried.values()) {
    const isOpen = !attempts.some(({ right }) => right === true);
    const shown = new Map(
      attempts.flatMap((one) => shownIn(id, exercise, one)).map((mistake) => [mistake.id, mistake]),
    );
    for (const mistake of shown.values()) {
      const said = words.get(mistake.id) ?? mistake.what;
      // An option that there is no more says nothing.
      if (said === undefined && kind === "option") continue;
      const one = found.get(mistake.id) ?? {
        kind,
        id: mistake.id,
        words: said ?? mistake.id,
        students: 0,
        open: 0,
      };
      found.set(mistake.id, { ...one, students: one.students + 1, open: one.open + (isOpen ? 1 : 0) });
    }
  }
  return [...found.values()].sort((a, b) => b.students - a.students || (a.id < b.id ? -1 : 1));
}

/** What the author of an exercise calls its mistakes, by their ids. */
function wordsOf(exercise: Exercise): ReadonlyMap<string, string | undefined> {
  return new Map(recorded(kindOf(exercise).mistakes(exercise)).map(({ id, what }) => [id, what]));
}

/** The mistakes of an attempt; what was picked on a card says itself which. */
function shownIn(
  id: string,
  exercise: Exercise,
  { mistakes, picked, right }: Attempt,
): readonly RecordedMistake[] {
  if (right === true) return [];
  return picked !== undefined && isCardExercise(exercise)
    ? recorded(checkAnswer(id, exercise, picked).mistakes)
    : mistakes;
}
