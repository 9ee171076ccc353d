import type { Exercise } from "../../exercises/exercise.ts";
import { type FormerNames, presentId } from "../../exercises/progress.ts";
import { nearest } from "../../nearest.js";
import type { Assignment } from "../assignment.ts";
import type { Graded, Row, Shown } from "../grade.ts";
import { plainLine } from "../output/plain.ts";
import type { Extension, Override, Overrides } from "./read.ts";

/** What overrides are held against. */
export interface Asked {
  readonly assignment: Assignment;
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly formerNames: FormerNames;
  /** Why an exercise is no longer asked, by its id. */
  readonly retired: Readonly<Record<string, string>>;
}

/** Grades after a teacher's word on them. */
export interface Decided {
  readonly all: readonly Graded[];
  /** Overrides that no longer fit, or change nothing: a sentence each. */
  readonly told: readonly string[];
}

/** Puts what a teacher decided in the place of what was graded, which is kept beside it. */
export function decide(graded: readonly Graded[], overrides: Overrides, asked: Asked): Decided {
  const told: string[] = [];
  const fits = (one: Override | Extension, why: string | undefined): boolean => {
    if (why !== undefined) told.push(`line ${one.line} counts nothing: ${why}`);
    return why === undefined;
  };
  const credits = overrides.credits
    .map((one) => ({ ...one, exercise: presentId(one.exercise, asked.formerNames) }))
    .filter((one) => fits(one, misfitOf(one, graded, asked)));
  const extensions = overrides.extensions.filter((one) =>
    fits(one, lateMisfitOf(one, graded, asked.assignment)),
  );
  for (const one of credits)
    if (graded.some((other) => isOf(one, other) && rowFor(one, other)?.credit === one.credit))
      told.push(
        `line ${one.line} is no longer needed: ${one.exercise} of ${one.student} is now graded the same`,
      );
  const all = graded.map((one) => {
    const own = credits.filter((credit) => isOf(credit, one));
    const extension = extensions.find((more) => isOf(more, one));
    const after = own.reduce((before, credit) => withCredit(before, credit, asked), {
      ...one,
      ...(extension === undefined ? {} : { extension: extensionOf(extension) }),
    });
    return after.isBroken === true && isWhole(after, asked.assignment) ? whole(after) : after;
  });
  return { all, told };
}

/** Whether everything that the assignment asks for has a row. */
const isWhole = ({ rows }: Graded, { points }: Assignment): boolean =>
  points.size > 0 && [...points.keys()].every((id) => rows.some(({ exercise }) => exercise === id));

/** Where a teacher has given every credit, it no longer matters that nothing could be graded. */
function whole(graded: Graded): Graded {
  const { student, rows, shown, notes, extension } = graded;
  return { student, rows, shown, notes, ...(extension === undefined ? {} : { extension }) };
}

/** A name is written as the table shows it. */
const nameOf = ({ student }: Pick<Graded, "student">): string => plainLine(student, 2000);

const isOf = ({ student }: Override | Extension, graded: Graded): boolean => student === nameOf(graded);

const rowFor = ({ exercise }: Override, { rows }: Graded): Row | undefined =>
  rows.find((row) => row.exercise === exercise);

function misfitOf(
  one: Override,
  graded: readonly Graded[],
  { assignment, exercises, retired }: Asked,
): string | undefined {
  const { exercise } = one;
  if (Object.hasOwn(retired, exercise)) return `${exercise} is no longer asked (${retired[exercise]!})`;
  if (!exercises.has(exercise))
    return `there is no exercise ${JSON.stringify(exercise)}${meant(exercise, exercises.keys())}`;
  if (assignment.points.size > 0 && !assignment.points.has(exercise))
    return `the assignment gives no points for ${exercise}`;
  return strangerOf(one, graded);
}

function lateMisfitOf(one: Extension, graded: readonly Graded[], { due }: Assignment): string | undefined {
  if (due === undefined) return "the assignment has no due date, and nobody is late";
  if (one.due <= due) return `${one.until} is no later than when all are due`;
  return strangerOf(one, graded);
}

function strangerOf(one: Override | Extension, graded: readonly Graded[]): string | undefined {
  if (graded.some((other) => isOf(one, other))) return undefined;
  return `nothing was handed in by ${JSON.stringify(one.student)}${meant(one.student, graded.map(nameOf))}`;
}

function meant(word: string, names: Iterable<string>): string {
  const near = nearest(word, names);
  return near === undefined ? "" : ` (did you mean ${near}?)`;
}

const extensionOf = ({ due, until, reason }: Extension): NonNullable<Graded["extension"]> => ({
  due: due.toISOString(),
  until,
  reason,
});

/** An exercise of which nothing was graded gets a row of its own. */
function withCredit(graded: Graded, { exercise, credit, reason }: Override, asked: Asked): Graded {
  const at = graded.rows.findIndex((row) => row.exercise === exercise);
  const before = graded.rows[at];
  const row: Row = {
    ...(before ?? { student: graded.student, exercise, outcome: "missing", mistakes: [] }),
    credit,
    override: { reason, ...(before?.credit === undefined ? {} : { graded: before.credit }) },
  };
  if (before !== undefined) return { ...graded, rows: graded.rows.with(at, row) };
  const { title, prompt } = asked.exercises.get(exercise)!;
  const shown: Shown = { exercise, title, prompt, written: "", headline: "", remarks: [] };
  return { ...graded, rows: [...graded.rows, row], shown: [...graded.shown, shown] };
}
