import { lstatSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readFile } from "../../../grading/submission/file.ts";
import { LARGEST } from "../../../grading/submission/notebook.ts";
import { progressFileName } from "../../../kernel/node/progress-file.ts";
import { type Place, whyNot } from "./place.ts";

/** What is collected. */
export interface Wanted {
  /** The folder that the lessons are in, in each home. */
  readonly folder: string;
  /** Names of lessons: `03-momentum`. */
  readonly lessons: readonly string[];
}

/** A file of a student, as it was when it was read. */
export interface Taken {
  readonly name: string;
  readonly content: Uint8Array;
  readonly saved: Date;
}

/** What was taken out of a home, and what was not: sentences that say why. */
export interface Taking {
  readonly files: readonly Taken[];
  readonly faults: readonly string[];
}

/** Reads in a home; a file that cannot be taken keeps no other from being taken. */
export function take(home: Place, wanted: Wanted): Taking {
  const folder = join(home.path, wanted.folder);
  const faults: string[] = [];
  const attempt = <T>(name: string, action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      faults.push(`${name}: ${whyNot(error, home)}`);
      return undefined;
    }
  };
  const names = attempt(wanted.folder, () => namesIn(folder)) ?? [];
  const files = names
    .filter((name) => isWanted(wanted, name))
    .sort()
    .flatMap((name) => attempt(name, () => takeFile(join(folder, name), home.uid)) ?? []);
  return { files, faults };
}

/** Whether a file is collected: the record of answers, a lesson's notebook, or a newer one that was laid beside it. */
export function isWanted({ lessons }: Wanted, name: string): boolean {
  const isOf = (lesson: string): boolean =>
    name.startsWith(lesson) && /^(-new\d{0,9})?\.ipynb$/.test(name.slice(lesson.length));
  return name === progressFileName || lessons.some(isOf);
}

/** What is in a folder, and in no link to one; nothing where there is none. */
function namesIn(folder: string): string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) throw new Error("it is no folder, and is not looked into");
  return readdirSync(folder);
}

function takeFile(path: string, owner: number): Taken {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) throw new Error("it is a link to another place, and is not followed");
  if (!found.isFile()) throw new Error("it is no file");
  if (found.uid !== owner) throw new Error("it belongs to another user");
  return { name: basename(path), content: readFile(path, LARGEST), saved: found.mtime };
}
