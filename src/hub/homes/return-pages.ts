import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../escape.ts";
import { kindOf } from "../../grading/submission/file.ts";
import { UserError } from "../../system/user-error.js";
import { asOwner, type Home, whyNot } from "./homes.ts";

/** What became of a student's page. */
export interface Returned {
  readonly student: string;
  /** Where it lies now; nothing where there was no page, or it could not be laid. */
  readonly place?: string;
  readonly fault?: string;
}

const STUDENT = /<meta name="student" content="([^"]*)">/;

/**
 * Lays each student's page of grades beside the lessons in the home, as `NAME.html`; one that was laid before is replaced.
 * @param pages the folder that `grade --html` wrote
 * @param folder the one that the lessons are in, in each home
 * @param name of the file without its ending, such as `grades`
 * @throws UserError where there is no page of grades in the folder
 */
export function returnPages(homes: readonly Home[], pages: string, folder: string, name: string): Returned[] {
  const byStudent = pagesIn(pages);
  return homes
    .filter(({ student }) => byStudent.has(escapeHtml(student)))
    .map((home) => {
      const { student, path } = home;
      const place = join(path, folder, `${name}.html`);
      try {
        asOwner(home, () => lay(join(path, folder), place, byStudent.get(escapeHtml(student))!));
        return { student, place };
      } catch (error) {
        return { student, fault: whyNot(error) };
      }
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

/** Writes a page whole or not at all, in a folder that is one. */
function lay(folder: string, place: string, page: string): void {
  if (kindOf(folder) !== "folder") throw new Error(`there is no folder ${folder}`);
  const kind = kindOf(place);
  if (kind !== undefined && !(kind === "file" && STUDENT.test(readFileSync(place, "utf8"))))
    throw new Error(`there is something else at ${place}, and it is left as it is`);
  const fresh = `${place}.new`;
  rmSync(fresh, { force: true });
  try {
    writeFileSync(fresh, page, { flag: "wx", mode: 0o600 });
    renameSync(fresh, place);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
