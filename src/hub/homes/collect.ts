import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readFile } from "../../grading/submission/file.ts";
import { LARGEST } from "../../grading/submission/notebook.ts";
import { progressFileName } from "../../kernel/node/progress-file.ts";
import { makeFolder } from "../../system/folders.js";
import { UserError, writing } from "../../system/user-error.js";
import { asOwner, type Home, whyNot } from "./homes.ts";

/** What is collected. */
export interface Wanted {
  /** The folder that the lessons are in, in each home. */
  readonly folder: string;
  /** Names of lessons: `03-momentum`. */
  readonly lessons: readonly string[];
}

/** A file of a student, as it was when it was read. */
interface Taken {
  readonly name: string;
  readonly content: Buffer;
  readonly saved: Date;
}

/** What was taken out of a home. */
export interface Collected {
  readonly student: string;
  readonly files: readonly string[];
  /** What was not taken, and why: sentences. */
  readonly faults: readonly string[];
}

/**
 * Copies the lessons of all students into a new folder, one folder a student, with a receipt each; nothing in a home is
 * changed. The folder is there whole, or not at all.
 * @param out what `grade` reads
 * @throws UserError where `out` is there already, or cannot be written
 */
export function collect(homes: readonly Home[], wanted: Wanted, out: string, now = new Date()): Collected[] {
  if (existsSync(out))
    throw new UserError(
      `There is something at --out already: ${out}`,
      "What was collected once is never written over. Choose a name that is free.",
    );
  makeFolder(dirname(out));
  const fresh = `${out}.${process.pid}.new`;
  try {
    return writing(out, () => {
      mkdirSync(fresh, { mode: 0o700 });
      const all = homes.map((home) => collectHome(home, wanted, fresh, now));
      renameSync(fresh, out);
      return all;
    });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

function collectHome(home: Home, wanted: Wanted, out: string, now: Date): Collected {
  const faults: string[] = [];
  const taken = asOwner(home, () => takeFrom(home, wanted, faults));
  if (taken.length > 0) {
    const place = join(out, home.student);
    mkdirSync(place);
    for (const { name, content, saved } of taken) {
      writeFileSync(join(place, name), content);
      utimesSync(join(place, name), saved, saved);
    }
    writeFileSync(join(place, "receipt.txt"), receiptOf(home.student, taken, now));
  }
  return { student: home.student, files: taken.map(({ name }) => name), faults };
}

/** Reads in a home; a file that cannot be taken keeps no other from being taken. */
function takeFrom({ path, uid }: Home, { folder, lessons }: Wanted, faults: string[]): Taken[] {
  const place = join(path, folder);
  const attempt = <T>(name: string, action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      faults.push(`${name}: ${whyNot(error)}`);
      return undefined;
    }
  };
  const names = attempt(folder, () => namesIn(place)) ?? [];
  return names
    .filter((name) => name === progressFileName || lessons.some((lesson) => isOf(lesson, name)))
    .sort()
    .flatMap((name) => attempt(name, () => takeFile(join(place, name), uid)) ?? []);
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

/** A lesson's notebook, or a newer one that was laid beside it. */
function isOf(lesson: string, name: string): boolean {
  return name.startsWith(lesson) && /^(-new\d*)?\.ipynb$/.test(name.slice(lesson.length));
}

function receiptOf(student: string, taken: readonly Taken[], now: Date): string {
  const lines = taken.map(
    ({ name, content, saved }) =>
      `${name}\n  saved ${saved.toISOString()}, ${content.length} bytes\n  SHA-256 ${createHash("sha256").update(content).digest("hex")}\n`,
  );
  return `Collected of ${student} at ${now.toISOString()}\n\n${lines.join("")}`;
}
