import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writing } from "../system/trouble.js";
import { fingerprint } from "./fingerprint.ts";

/** What was laid out, as fingerprints of notebooks. */
interface Manifest {
  /** The newest version of each lesson that the student has been given, wherever it was laid. */
  readonly given: Record<string, string>;
  /** What was written under each name; a file that differs from it has been touched. */
  readonly written: Record<string, string>;
}

/** The manifest lies with the student's files, and so goes where they go. */
const MANIFEST = ".fall-line.json";

/**
 * Lays the lessons out in the student's folder. A file that the student has touched is never written again: a newer
 * version of its lesson is laid beside it, once.
 * @returns the names of the lessons in order, and a line for each newer version that was laid beside a touched copy
 */
export function layLessons(source: string, folder: string): { lessons: string[]; notices: string[] } {
  const lessons = readdirSync(source)
    .filter((file) => file.endsWith(".ipynb"))
    .sort();
  writing(folder, () => mkdirSync(folder, { recursive: true }));
  const manifest = readManifest(folder);
  const notices: string[] = [];
  for (const lesson of lessons) {
    const content = readFileSync(join(source, lesson));
    const version = fingerprint(content);
    const present = fingerprintIfThere(join(folder, lesson));
    if (present !== undefined && manifest.given[lesson] === version) continue;
    const touched = present !== undefined && present !== manifest.written[lesson] && present !== version;
    const name = touched ? nameBeside(folder, lesson, version, manifest) : lesson;
    writeAtomically(join(folder, name), content);
    manifest.written[name] = version;
    if (touched) notices.push(`${lesson} was changed by you and stays as it is; its new version is ${name}.`);
    manifest.given[lesson] = version;
    // After each file: a kill in between leaves a file that equals its lesson, and so is known for what it is.
    writeAtomically(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2) + "\n");
  }
  return { lessons, notices };
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
  writing(path, () => {
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
  });
}

/** A manifest that cannot be read says nothing: every file that differs from its lesson then counts as touched. */
function readManifest(folder: string): Manifest {
  try {
    const { given, written } = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as Manifest;
    return { given: { ...given }, written: { ...written } };
  } catch {
    return { given: {}, written: {} };
  }
}

function fingerprintIfThere(path: string): string | undefined {
  return existsSync(path) ? fingerprint(readFileSync(path)) : undefined;
}
