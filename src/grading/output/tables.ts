import { BETWEEN } from "../../exercises/progress-event.ts";
import type { Assignment } from "../assignment.ts";
import type { Graded } from "../grade.ts";
import { type CsvCell, toCsv } from "./csv.ts";
import { pointsOf, type Total, type Totals } from "./totals.ts";

/** The columns of a table of grades. */
const HEAD = [
  ...["student", "exercise", "credit", "outcome", "mistakes", "what", "error", "points", "late", "notes"],
  ...["graded", "override", "extension"],
];
type CsvRow = Readonly<Record<string, CsvCell>>;

/** Whether a text is the beginning of a table of grades, as it was written or as a spreadsheet saved it; an empty file is one. */
export const isOfGrades = (text: string): boolean =>
  text === "" || /^\uFEFF?"?student"?[,;\t]"?exercise/.test(text);

/** A row for each exercise of each student; one for a submission that could not be graded. */
export function gradesCsv(assignment: Assignment, graded: readonly Graded[], totals: Totals): string {
  const rows = graded.flatMap(({ student, rows: own, notes, isBroken, extension }, k): CsvRow[] => {
    const late = totals.each[k]!.late ? "late" : "";
    const said = notes.join("; ");
    const until =
      extension === undefined
        ? ""
        : [extension.until, extension.reason].join(extension.reason === "" ? "" : ": ");
    const whole = {
      ...{ student, late, error: said },
      ...(isBroken === true ? { outcome: "not graded" } : { outcome: "missing", credit: 0 }),
      ...(own.length === 0 && { extension: until }),
    };
    const each = own.map(({ exercise, credit, outcome, mistakes, error, override }, i) => ({
      ...{ student, exercise, credit, outcome, error, late },
      mistakes: mistakes.map(({ id }) => id).join(BETWEEN),
      what: mistakes.map(({ what = "" }) => what).join(BETWEEN),
      points: pointsOf(assignment, exercise),
      graded: override?.graded,
      override: override?.reason,
      ...(i === 0 && { notes: said, extension: until }),
    }));
    return isBroken === true || own.length === 0 ? [...each, whole] : each;
  });
  return toCsv([HEAD, ...rows.map((row) => HEAD.map((column) => row[column]))]);
}

/**
 * For Moodle. Where the names are those of its own download (`Ada Lovelace_123`), the grading worksheet of the assignment:
 * it is found by `Participant 123`. Else for the import into the gradebook, where one says which column names the user.
 */
export function moodleCsv({ title }: Assignment, { most, each }: Totals): string {
  const isOfMoodle = each.length > 0 && each.every(({ student }) => MOODLE.test(student));
  if (!isOfMoodle) return toCsv([["username", title], ...each.map((one) => [one.student, wholeOf(one)])]);
  const head = ["Identifier", "Full name", "Grade", "Maximum Grade"];
  const rows = each.map((one) => {
    const [, name = "", number = ""] = MOODLE.exec(one.student)!;
    return [`Participant ${number}`, name, wholeOf(one), most];
  });
  return toCsv([head, ...rows]);
}

/** A total of which nothing is missing; a course system leaves a grade as it is where its cell is empty. */
const wholeOf = ({ points, open }: Total): number | undefined => (open > 0 ? undefined : points);

const MOODLE = /^(.+)_(\d+)$/;

/** For Canvas's gradebook: its columns, and the points possible in the second line. */
export function canvasCsv({ title }: Assignment, { most, each }: Totals): string {
  const head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title];
  const possible = ["    Points Possible", "", "", "", "", most];
  const rows = each.map((one) => {
    const { student } = one;
    const [, name = student, id = ""] = CANVAS.exec(student) ?? [];
    return [name, id, "", id === "" ? student : "", "", wholeOf(one)];
  });
  return toCsv([head, possible, ...rows]);
}

/** `lovelaceada_1234_56789`, or with `_late` in it: the name, and the number of the user. */
const CANVAS = /^([^_]+)(?:_late)?_(\d+)_\d+/i;
