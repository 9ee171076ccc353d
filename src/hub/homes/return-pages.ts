import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../escape.ts";
import { kindOf } from "../../grading/submission/file.ts";
import { UserError } from "../../system/user-error.js";
import type { Home } from "./homes.ts";
import { STUDENT } from "./in-home/lay-page.ts";

/** What became of a student's page. */
export interface Returned {
  readonly student: string;
  /** Where it lies now; nothing where it could not be laid. */
  readonly place?: string;
  readonly fault?: string;
}

/**
 * Lays each student's page of grades beside the lessons in the home, as `NAME.html`; one that was laid before is replaced.
 * @param pages the folder that `grade --html` wrote
 * @param folder the one that the lessons are in, in each home
 * @param name of the file without its ending, such as `grades`
 * @throws UserError where there is no page of grades in the folder
 */
export function returnPages(homes: readonly Home[], pages: string, folder: string, name: string): Returned[] {
  const byStudent = pagesIn(pages);
  return homes.flatMap(({ student, do: inHome }): Returned[] => {
    const text = byStudent.get(escapeHtml(student));
    if (text === undefined) return [];
    const outcome = inHome("layPage", { folder, file: `${name}.html`, text });
    return ["fault" in outcome ? { student, fault: outcome.fault } : { student, place: outcome.answer }];
  });
}

/** The pages by the students whose they are, as these stand in them. */
function pagesIn(folder: string): Map<string, string> {
  const names = kindOf(folder) === "folder" ? readdirSync(folder) : [];
  const pages = names
    .filter((name) => name.endsWith(".html"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .flatMap((page) => {
      const [, student] = STUDENT.exec(page) ?? [];
      return student === undefined ? [] : [[student, page] as const];
    });
  if (pages.length > 0) return new Map(pages);
  throw new UserError(
    `There is no page of grades in ${folder}`,
    "Name the folder that grade --html wrote: npx fall-line grade SUBMISSIONS --out grades.csv --html pages",
  );
}
