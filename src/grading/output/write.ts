import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../system/user-error.js";
import { writeWhole } from "../../system/whole-file.js";
import type { Assignment } from "../assignment.ts";
import type { Graded } from "../grade.ts";
import { ENDING } from "../overrides/read.ts";
import { kindOf } from "../submission/file.ts";
import { fileNames } from "./file-names.ts";
import { studentPage } from "./page.ts";
import type { Ran } from "./ran.ts";
import { canvasCsv, gradesCsv, isOfGrades, moodleCsv } from "./tables.ts";
import type { Totals } from "./totals.ts";

/**
 * Where the table goes.
 * @throws UserError where none was named, or where something else would be lost
 */
export function tableAt(out: string | boolean | undefined, callerDir: string): string {
  if (out === undefined)
    throw new UserError("grade needs --out FILE", "Write npx fall-line grade submissions/ --out grades.csv.");
  const path = resolve(callerDir, String(out));
  const kind = kindOf(path);
  if (kind === "folder")
    throw new UserError(`--out is a folder: ${path}`, "Name a file in it, such as grades.csv.");
  if (path.endsWith(ENDING))
    throw new UserError(
      `--out is a file of overrides: ${path}`,
      "That one is yours. Name the table, such as grades.csv.",
    );
  if (existsSync(path) && !isOfGrades(beginningOf(path)))
    throw new UserError(
      `What is at --out is no table of grades, and is left as it is: ${path}`,
      "Choose another name, such as grades.csv, or move that file.",
    );
  return path;
}

function beginningOf(path: string): string {
  try {
    const fd = openSync(path, "r");
    const bytes = Buffer.alloc(100);
    const length = readSync(fd, bytes);
    closeSync(fd);
    return bytes.toString("utf8", 0, length);
  } catch (error) {
    throw new UserError(
      `What is at --out cannot be read: ${path} (${String((error as NodeJS.ErrnoException).code)})`,
      "Choose another name, such as grades.csv.",
    );
  }
}

/** Writes the table and the totals beside it. @returns their paths */
export function writeTables(
  out: string,
  assignment: Assignment,
  all: readonly Graded[],
  totals: Totals,
): string[] {
  const stem = out.replace(/\.csv$/, "");
  const files = [
    [out, gradesCsv(assignment, all, totals)],
    [`${stem}.moodle.csv`, moodleCsv(assignment, totals)],
    [`${stem}.canvas.csv`, canvasCsv(assignment, totals)],
  ] as const;
  for (const [path, text] of files) writeWhole(path, text);
  return files.map(([path]) => path);
}

/** A page for each student, by the names of their files. @param ran whole notebooks, in the order of the students, where they were run */
export function pagesOf(
  assignment: Assignment,
  all: readonly Graded[],
  totals: Totals,
  ran: readonly (readonly Ran[] | undefined)[],
): Map<string, string> {
  const names = fileNames(all.map(({ student }) => student));
  return new Map(
    all.map((one, i) => [names[i]!, studentPage(assignment, one, totals.each[i]!, totals.most, ran[i])]),
  );
}
