import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { UserError } from "../../system/user-error.js";
import { A_DATE, DUE } from "../assignment.ts";
import { csvLines, type CsvLine, unguarded } from "../report/parse-csv.ts";

/** A credit that a teacher gives in place of the one that was found. */
export interface Override {
  /** Where it stands in its file, from 1. */
  readonly line: number;
  readonly student: string;
  readonly exercise: string;
  /** From 0 to 1, a share of the exercise's points. */
  readonly credit: number;
  readonly reason: string;
}

/** More time for one student. */
export interface Extension {
  readonly line: number;
  readonly student: string;
  readonly due: Date;
  /** The time as it was written. */
  readonly until: string;
  readonly reason: string;
}

/** What a teacher has decided: it goes before what is graded. */
export interface Overrides {
  readonly credits: readonly Override[];
  readonly extensions: readonly Extension[];
}

/** Where the overrides of a table lie: beside it. For `grades.csv`: `grades.overrides.csv`. */
export const overridesBeside = (table: string): string => `${table.replace(/\.csv$/, "")}${ENDING}`;

/** How the names of such files end. */
export const ENDING = ".overrides.csv";

const EXAMPLE = [
  "student,exercise,credit,due,reason",
  "ada,momentum/rule,0.5,,the sign on the handout was wrong",
  "ben,,,2026-12-07T23:59,ill",
];

/**
 * Reads overrides: CSV that a teacher or a spreadsheet wrote, a row for each credit and each extension.
 *
 *     student,exercise,credit,due,reason
 *     ada,momentum/rule,0.5,,the sign on the handout was wrong
 *     ben,,,2026-12-07T23:59,ill
 *
 * Where there is no such file, nothing has been decided.
 * @throws UserError that names each line that cannot be used, and the cure
 */
export function readOverrides(path: string): Overrides {
  if (!existsSync(path)) return { credits: [], extensions: [] };
  const faults: string[] = [];
  const rows = rowsIn(path).flatMap(({ line, cells }) => {
    const { success, output, issues } = v.safeParse(ROW, cells);
    if (!success) faults.push(...issues.map(({ message }) => `line ${line}: ${message}`));
    return success ? [{ line, ...output }] : [];
  });
  const seen = new Map<string, number>();
  for (const { line, student, exercise } of rows) {
    const before = seen.get(`${student}\n${exercise}`);
    if (before !== undefined)
      faults.push(`line ${line}: line ${before} already says it of ${student}${exercise && `, ${exercise}`}`);
    seen.set(`${student}\n${exercise}`, line);
  }
  if (faults.length > 0)
    throw fault(path, faults.length === 1 ? faults[0]! : "some lines cannot be used", faults);
  return {
    credits: rows.filter((row) => row.kind === "credit"),
    extensions: rows.filter((row) => row.kind === "extension"),
  };
}

function fault(path: string, what: string, faults: readonly string[] = []): UserError {
  const cure = "Mend it as this example has it; nothing was graded yet.";
  const detail = [...(faults.length > 1 ? [...faults, ""] : []), ...EXAMPLE].join("\n");
  return new UserError(`${path}: ${what}`, cure, detail);
}

/** The rows that say anything, whatever stands between their cells. */
function rowsIn(path: string): CsvLine[] {
  const text = textOf(path);
  const [head = ""] = text.split(/[\r\n]/);
  const between = ([",", ";", "\t"] as const).find((one) => head.includes(one)) ?? ",";
  const columns = head.split(between).map(bare);
  const missing = ["student", "exercise", "credit", "due", "reason"].filter(
    (name) => !columns.includes(name),
  );
  if (missing.length > 0) throw fault(path, `its first line has no column ${missing.join(", ")}`);
  try {
    return csvLines(text, between)
      .map(({ line, cells }) => ({
        line,
        cells: Object.fromEntries(
          Object.entries(cells).map(([name, cell]) => [bare(name), unguarded(cell.trim())]),
        ),
      }))
      .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  } catch (error) {
    throw fault(path, (error as Error).message);
  }
}

const bare = (name: string): string => name.trim().replace(/^"|"$/g, "").toLowerCase();

function textOf(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new UserError(
        `${path} is not in UTF-8`,
        'Save it as "CSV UTF-8", so that names keep their letters.',
      );
    throw new UserError(
      `${path} cannot be read (${String(code)})`,
      "It should be a file that you may read; mend that, or rename it.",
    );
  }
}

const LINE = { student: v.pipe(v.string(), v.nonEmpty("it names no student")), reason: v.string() };

const CREDIT = v.pipe(
  v.object({
    ...LINE,
    exercise: v.pipe(v.string(), v.nonEmpty("it names no exercise that the credit is for")),
    credit: v.pipe(
      v.string(),
      v.check(
        (text) => /^\d+([.,]\d+)?$|^[.,]\d+$/.test(text) && numberIn(text) <= 1,
        ({ input }) => `credit must be a share of the points, from 0 to 1, got ${JSON.stringify(input)}`,
      ),
      v.transform(numberIn),
    ),
    reason: v.pipe(v.string(), v.nonEmpty("it gives no reason, which the student is told")),
  }),
  v.transform((row) => ({ kind: "credit" as const, ...row })),
);

/** Between a day and a time spreadsheets put a blank. */
const withT = (time: string): string => time.replace(" ", "T");

const EXTENSION = v.pipe(
  v.object({
    ...LINE,
    exercise: v.literal("", "an extension is for all that is handed in: leave exercise empty"),
    due: v.pipe(
      v.string(),
      v.check(
        (until) => v.is(DUE, withT(until)),
        ({ input }) => `due must be ${A_DATE}, got ${JSON.stringify(input)}`,
      ),
    ),
  }),
  v.transform(({ due: until, ...row }) => ({
    kind: "extension" as const,
    ...row,
    due: v.parse(DUE, withT(until)),
    until,
  })),
);

/** Which of both a row is, its cells tell. */
const ROW = v.lazy((cells) => {
  const { credit = "", due = "" } = cells as Readonly<Record<string, string>>;
  if (credit !== "" && due !== "") return v.never("it has both a credit and a due date: write two lines");
  if (credit === "" && due === "") return v.never("it has neither a credit nor a due date");
  return due === "" ? CREDIT : EXTENSION;
});

function numberIn(text: string): number {
  return Number(text.replace(",", "."));
}
