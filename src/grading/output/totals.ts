import type { Assignment } from "../assignment.ts";
import { type Graded, notGradedIn, type Row } from "../grade.ts";

/** What a student reached. */
export interface Total {
  readonly student: string;
  readonly points: number;
  /** Exercises in words, which a teacher has to read. */
  readonly toRead: number;
  /** Exercises that count and have no credit yet; all of a submission counts as one. Without them the points are no total. */
  readonly open: number;
  readonly late: boolean;
}

/** The points of a class, and how many there are. */
export interface Totals {
  readonly most: number;
  readonly each: readonly Total[];
}

/** The points that an exercise counts. */
export function pointsOf({ points }: Pick<Assignment, "points">, exercise: string): number {
  return points.get(exercise) ?? (points.size === 0 ? 1 : 0);
}

/** Totals of a class. Words are counted once a teacher has given anybody a credit for them, and then of everybody. */
export function totalsOf(
  assignment: Assignment,
  graded: readonly Graded[],
  inWords: ReadonlySet<string>,
): Totals {
  const asked =
    assignment.points.size > 0
      ? [...assignment.points.keys()]
      : [...new Set(graded.flatMap(({ rows }) => rows.map(({ exercise }) => exercise)))];
  const marked = new Set(
    graded.flatMap(({ rows }) =>
      rows.filter(({ override }) => override !== undefined).map(({ exercise }) => exercise),
    ),
  );
  const counted = asked.filter((id) => !inWords.has(id) || marked.has(id));
  return {
    most: sum(counted.map((id) => pointsOf(assignment, id))),
    each: graded.map((one) => totalOf(assignment, one, marked)),
  };
}

function totalOf(assignment: Assignment, graded: Graded, marked: ReadonlySet<string>): Total {
  const { student, rows, handedIn, extension } = graded;
  const due = extension === undefined ? assignment.due : new Date(extension.due);
  const toRead = rows.filter(isToRead);
  const earned = (row: Row): number => (row.credit ?? 0) * pointsOf(assignment, row.exercise);
  return {
    student,
    points: sum(rows.map(earned)),
    toRead: toRead.length,
    open: notGradedIn(graded).length + toRead.filter(({ exercise }) => marked.has(exercise)).length,
    late: due !== undefined && handedIn !== undefined && new Date(handedIn) > due,
  };
}

/** Words without a credit yet. */
export const isToRead = ({ outcome, credit }: Row): boolean => outcome === "kept" && credit === undefined;

/** To four decimals, so that thirds add up to what one expects. */
function sum(values: readonly number[]): number {
  return Number(values.reduce((a, b) => a + b, 0).toFixed(4));
}
