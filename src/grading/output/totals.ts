import type { Assignment } from "../assignment.ts";
import { type Graded, notGradedIn, type Row } from "../grade.ts";

/** What a student reached. */
export interface Total {
  readonly student: string;
  readonly points: number;
  /** Exercises in words, which a teacher has to read. */
  readonly toRead: number;
  /** Exercises that could not be graded; all of a submission counts as one. Without them the points are no total. */
  readonly notGraded: number;
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

/** Totals of a class. What a teacher has to read is not counted. */
export function totalsOf(
  assignment: Assignment,
  graded: readonly Graded[],
  inWords: ReadonlySet<string>,
): Totals {
  const asked =
    assignment.points.size > 0
      ? [...assignment.points.keys()]
      : [...new Set(graded.flatMap(({ rows }) => rows.map(({ exercise }) => exercise)))];
  const most = sum(asked.filter((id) => !inWords.has(id)).map((id) => pointsOf(assignment, id)));
  return { most, each: graded.map((one) => totalOf(assignment, one)) };
}

function totalOf(assignment: Assignment, graded: Graded): Total {
  const { student, rows, handedIn } = graded;
  const earned = (row: Row): number => (row.credit ?? 0) * pointsOf(assignment, row.exercise);
  return {
    student,
    points: sum(rows.map(earned)),
    toRead: rows.filter(({ outcome }) => outcome === "kept").length,
    notGraded: notGradedIn(graded).length,
    late: assignment.due !== undefined && handedIn !== undefined && new Date(handedIn) > assignment.due,
  };
}

/** To four decimals, so that thirds add up to what one expects. */
function sum(values: readonly number[]): number {
  return Number(values.reduce((a, b) => a + b, 0).toFixed(4));
}
