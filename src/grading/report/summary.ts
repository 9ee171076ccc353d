import type { Exercise } from "../../exercises/exercise.ts";
import { splitId } from "../../exercises/progress-event.ts";
import { type FormerNames, presentId } from "../../exercises/progress.ts";
import type { Attempt, Student } from "./read.ts";
import { mistakeWords } from "./words.ts";

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
  readonly kind: Exercise["kind"];
  readonly tried: number;
  /** Whether anybody tried it more than once: a guess is made once, and so is a grade given. */
  readonly again: boolean;
  /** Right in the first attempt; nothing where there is no right or wrong. */
  readonly rightFirst: number;
  readonly rightLater: number;
  /** The names of those who tried and are not there yet. */
  readonly stuck: readonly string[];
  /** The most frequent first. */
  readonly misunderstood: readonly Misunderstood[];
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
  /** What could not be graded: an exercise, or "" for all that was handed in, and whose. */
  readonly notGraded: readonly NotGraded[];
}

export interface NotGraded {
  readonly exercise: string;
  readonly students: readonly string[];
}

/** How many topics a lesson can hold. */
const TOPICS = 6;

/** What a class did and misunderstood. @param exercises those of the course, in its order */
export function summaryOf(
  students: readonly Student[],
  exercises: ReadonlyMap<string, Exercise>,
  formerNames: FormerNames,
): Summary {
  const byExercise = new Map<string, Map<string, Attempt[]>>();
  for (const { name, attempts } of students) {
    for (const attempt of attempts) {
      const id = presentId(attempt.exercise, formerNames);
      let all = byExercise.get(id);
      if (all === undefined) byExercise.set(id, (all = new Map<string, Attempt[]>()));
      const own = all.get(name);
      if (own === undefined) all.set(name, [attempt]);
      else own.push(attempt);
    }
  }
  const summaries = [...exercises].flatMap(([id, exercise]) => {
    const tried = byExercise.get(id);
    return tried === undefined ? [] : [exerciseSummary(id, exercise, tried)];
  });
  const topics = summaries
    .flatMap((exercise) => exercise.misunderstood.map((one) => ({ ...one, exercise })))
    .filter(({ students: count }) => count > 1)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, TOPICS);
  return { students: students.length, exercises: summaries, topics, notGraded: notGradedOf(students) };
}

function notGradedOf(students: readonly Student[]): NotGraded[] {
  const all = students.flatMap(({ name, notGraded = [] }) =>
    notGraded.map((exercise) => ({ name, exercise })),
  );
  const exercises = [...new Set(all.map(({ exercise }) => exercise))].sort();
  return exercises.map((exercise) => ({
    exercise,
    students: all.filter((one) => one.exercise === exercise).map(({ name }) => name),
  }));
}

/** Those who have not got over it count whole, those who have a third, and so does a guess: it was made before the lesson. */
function weight({ open, students, exercise: { kind } }: Topic): number {
  const isGuess = kind === "predict" || kind === "foresee";
  return isGuess ? students / 3 : open + (students - open) / 3;
}

function exerciseSummary(
  id: string,
  exercise: Exercise,
  tried: ReadonlyMap<string, readonly Attempt[]>,
): ExerciseSummary {
  const all = [...tried];
  const isRight = ([, attempts]: (typeof all)[number]): boolean =>
    attempts.some(({ right }) => right === true);
  const isFirst = ([, attempts]: (typeof all)[number]): boolean => attempts[0]?.right === true;
  const isMarked = exercise.kind !== "explain";
  const isGuess = exercise.kind === "predict" || exercise.kind === "foresee";
  return {
    id,
    lesson: splitId(id).lesson,
    title: exercise.title,
    kind: exercise.kind,
    tried: all.length,
    again: !isGuess && all.some(([, { length }]) => length > 1),
    rightFirst: all.filter(isFirst).length,
    rightLater: all.filter((one) => isRight(one) && !isFirst(one)).length,
    stuck: isMarked && !isGuess ? all.filter((one) => !isRight(one)).map(([name]) => name) : [],
    misunderstood: misunderstoodOf(exercise, tried),
  };
}

function misunderstoodOf(
  exercise: Exercise,
  tried: ReadonlyMap<string, readonly Attempt[]>,
): Misunderstood[] {
  const found = new Map<
    string,
    { kind: Misunderstood["kind"]; words: string; students: number; open: number }
  >();
  for (const attempts of tried.values()) {
    const isOpen = !attempts.some(({ right }) => right === true);
    for (const [id, kind, words] of shownIn(exercise, attempts)) {
      const one = found.get(id) ?? { kind, words, students: 0, open: 0 };
      found.set(id, { ...one, students: one.students + 1, open: one.open + (isOpen ? 1 : 0) });
    }
  }
  return [...found]
    .map(([id, one]) => ({ id, ...one }))
    .sort((a, b) => b.students - a.students || (a.id < b.id ? -1 : 1));
}

type Seen = readonly [id: string, kind: Misunderstood["kind"], words: string];

/** The mistakes and the wrong options of one student, each once. */
function shownIn(exercise: Exercise, attempts: readonly Attempt[]): Seen[] {
  const seen = new Map<string, Seen>();
  const options = exercise.kind === "choose" || exercise.kind === "foresee" ? exercise.options : {};
  for (const { mistakes, picked, right } of attempts) {
    const picks = typeof picked === "string" ? [`${OPTION}${picked}`] : [];
    for (const id of [...mistakes, ...picks]) {
      const name = id.startsWith(OPTION) ? id.slice(OPTION.length) : undefined;
      const option = name !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
      if (option !== undefined && option.right !== true) seen.set(id, [id, "option", option.text]);
      else if (name === undefined && right !== true)
        seen.set(id, [id, "mistake", mistakeWords(exercise, id)]);
    }
  }
  return [...seen.values()];
}

/** Before the name of an option, where it stands among mistakes. */
const OPTION = "option: ";
