import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closeToOthers, makeFolder } from "../system/folders.js";
import { UserError, writing } from "../system/user-error.js";
import { replaceFile } from "../system/whole-file.js";
import { fingerprint } from "./fingerprint.ts";

/** What was laid out, as fingerprints of notebooks. */
interface Manifest {
  /** The newest version of each lesson that the student has been given, wherever it was laid. */
  readonly given: Record<string, string>;
  /** What was written under each name; a file that differs from it has been touched. */
  readonly written: Record<string, string>;
  /** Whether the folder has been closed to others since; those of the first releases stood open. */
  closed: boolean;
}

/** The manifest lies with the student's files, and so goes where they go. */
const MANIFEST = ".fall-line.json";

/** What stands for the fingerprint of a link or a folder in a lesson's place: the student's, and not looked into. */
const NO_FILE = "no file";

/** Lessons to be laid out: the contents of their files by name, in order. */
export type LessonFiles = ReadonlyMap<string, Buffer>;

/** The lessons in a folder. */
export function readLessons(source: string): LessonFiles {
  const names = readdirSync(source).filter((file) => file.endsWith(".ipynb"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(source, name))]));
}

/**
 * Lays the lessons out in the student's folder. A file that the student has touched is never written again: a newer
 * version of its lesson is laid beside it, once. What is made here nobody else can read, and no link is followed.
 * @param isOurs whether the folder is the project's own; the permissions of one that the student chose are theirs
 * @returns the names of the lessons in order, and a line for each newer version that was laid beside a touched copy
 */
export function layLessons(
  lessons: LessonFiles,
  folder: string,
  isOurs = false,
): { lessons: string[]; notices: string[] } {
  makeFolder(folder, 0o700);
  refuseForOthers(folder);
  const manifest = readManifest(folder, isOurs);
  const notices: string[] = [];
  if (!manifest.closed) {
    if (closeToOthers(folder))
      notices.push(`Other users of this machine could read ${folder}; now only you can.`);
    manifest.closed = true;
    writeManifest(folder, manifest);
  }
  for (const [lesson, content] of lessons) {
    const version = fingerprint(content);
    if (manifest.given[lesson] === version && isThere(join(folder, lesson))) continue;
    const present = fingerprintIfThere(join(folder, lesson));
    const touched = present !== undefined && present !== manifest.written[lesson] && present !== version;
    const name = touched ? nameBeside(folder, lesson, version, manifest) : lesson;
    writeAtomically(join(folder, name), content);
    manifest.written[name] = version;
    if (touched) notices.push(`${lesson} was changed by you and stays as it is; its new version is ${name}.`);
    manifest.given[lesson] = version;
    // After each file: a kill in between leaves a file that equals its lesson, and so is known for what it is.
    writeManifest(folder, manifest);
  }
  return { lessons: [...lessons.keys()], notices };
}

/** What root lays into a student's folder the student could not change, and could have led elsewhere. */
function refuseForOthers(folder: string): void {
  const { uid } = lstatSync(folder);
  if (process.geteuid?.() !== 0 || uid === 0) return;
  throw new UserError(
    `${folder} belongs to the user with the number ${uid}, and you are root`,
    "Lay lessons as the user who works with them.",
  );
}

/** The first name beside a lesson that is free, or holds a version that nobody touched. */
function nameBeside(folder: string, lesson: string, version: string, { written }: Manifest): string {
  const stem = lesson.slice(0, -".ipynb".length);
  for (let count = 1; ; count++) {
    const name = `${stem}-new${count === 1 ? "" : count}.ipynb`;
    const present = fingerprintIfThere(join(folder, name));
    if (present === undefined || present === written[name] || present === version) return name;
  }
}

function writeAtomically(path: string, content: Buffer | string): void {
  writing(path, () => replaceFile(path, content));
}

function writeManifest(folder: string, manifest: Manifest): void {
  writeAtomically(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2) + "\n");
}

/**
 * A manifest that cannot be read says nothing: every file that differs from its lesson then counts as touched. A folder
 * without one was made just now, or is one that the student chose, where it is not ours.
 */
function readManifest(folder: string, isOurs: boolean): Manifest {
  const path = join(folder, MANIFEST);
  try {
    const { given, written, closed } = JSON.parse(readIfFile(path)!.toString("utf8")) as Partial<Manifest>;
    return { given: { ...given }, written: { ...written }, closed: closed === true };
  } catch {
    return { given: {}, written: {}, closed: !isOurs && readIfFile(path) === undefined };
  }
}

function fingerprintIfThere(path: string): string | undefined {
  if (!isThere(path)) return undefined;
  const content = readIfFile(path);
  return content === undefined ? NO_FILE : fingerprint(content);
}

/** Whether there is anything of that name, a link that leads nowhere included. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The content of a file; nothing for what is none. */
function readIfFile(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}
