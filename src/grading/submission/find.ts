import { readdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { progressFileName } from "../../kernel/node/progress-file.ts";
import { UserError } from "../../system/user-error.js";
import { kindOf } from "./file.ts";
import { Unreadable } from "./notebook.ts";
import { eachZipped } from "./zip.ts";

/** What one student handed in: where it lies. */
export interface Submission {
  readonly student: string;
  /** A notebook, a folder, a zip, or a zip that holds those of a class. */
  readonly path: string;
  /** What is the student's in the zip of a class: a folder, its name with a slash behind, or a zip. */
  readonly within?: string;
}

/** Files that are read of a submission. */
export function isWanted(path: string): boolean {
  const name = path.split("/").at(-1)!;
  const isHidden = path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
  return !isHidden && (/\.(ipynb|zip)$/.test(name) || name === progressFileName || name === "timestamp.txt");
}

/**
 * The submissions at a path: a folder of notebooks, of a folder a student, of zips, nbgrader's `submitted` folder or the
 * course around it, or a zip of any of these.
 * @throws UserError with the cure
 */
export async function findSubmissions(asked: string): Promise<Submission[]> {
  const path = kindOf(asked) === "link" ? targetOf(asked) : asked;
  const kind = kindOf(path);
  if (kind === undefined || kind === "other" || (kind === "file" && !/\.(ipynb|zip)$/.test(path)))
    throw new UserError(
      kind === undefined
        ? `There is nothing at ${path}`
        : `What is at ${path} is neither a folder nor a notebook nor a zip`,
      "Name the folder that the submissions are in, or a zip of them.",
    );
  const found =
    kind === "folder"
      ? inFolder(path)
      : path.endsWith(".zip")
        ? await inZip(path)
        : [one(path, basename(path))];
  if (found.length === 0)
    throw new UserError(
      `There is no submission in ${path}`,
      "It should hold notebooks, a folder for each student, or zips.",
    );
  return found.sort((a, b) => (a.student < b.student ? -1 : a.student > b.student ? 1 : 0));
}

/** Where a link leads to; one that leads nowhere is as good as nothing. */
function targetOf(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return `${link}, which is a link to nowhere`;
  }
}

function inFolder(folder: string): Submission[] {
  const names = readdirSync(folder);
  if (names.includes("submitted") && kindOf(join(folder, "submitted")) === "folder")
    return inFolder(join(folder, "submitted"));
  return names
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => {
      const path = join(folder, name);
      const isOne = kindOf(path) !== "file" || /\.(ipynb|zip)$/.test(name);
      return isOne ? [one(path, name)] : [];
    });
}

const one = (path: string, name: string): Submission => ({ path, student: studentOf(name) });

/** Stands for files that lie in no folder. */
const FLAT = "";

/** A zip of folders or of zips, as course systems make it, holds a student in each; any other one is a student's own. */
async function inZip(path: string): Promise<Submission[]> {
  const parts = new Set<string>();
  try {
    await eachZipped(path, isWanted, ({ path: inner }) => {
      const [first = "", ...others] = inner.split("/");
      parts.add(others.length > 0 ? `${first}/` : first.endsWith(".zip") ? first : FLAT);
      return Promise.resolve();
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UserError(
      `${path}: ${error.message}`,
      "Download it again, or name the folder that it was made from.",
    );
  }
  if (parts.has(FLAT) || parts.size < 2) return [one(path, basename(path))];
  return [...parts].map((name) => ({ path, within: name, student: studentOf(name.replace(/\/$/, "")) }));
}

/** The student in the name of a file or folder: without what course systems and lessons add to it. */
export function studentOf(name: string): string {
  const bare = name
    .replace(/\.(ipynb|zip)$/, "")
    .replace(/_assignsubmission_file_?$/, "")
    .replace(/[-_ ]+\d\d-[a-z][a-z-]*(-\d+)?$/, "");
  return bare === "" ? name : bare;
}
