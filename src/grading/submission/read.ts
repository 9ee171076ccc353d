import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { progressFileName } from "../../kernel/node/progress-file.ts";
import type { HandedIn } from "../answers/cells.ts";
import { isWanted, kindOf, type Submission } from "./find.ts";
import { codeCells, LARGEST, Unreadable } from "./notebook.ts";
import { eachZipped, megabytes } from "./zip.ts";

/** A notebook that was handed in. */
export interface HandedNotebook {
  /** `03-momentum`. */
  readonly name: string;
  readonly cells: readonly HandedIn[];
}

/** What a student handed in, read. */
export interface Read {
  readonly notebooks: readonly HandedNotebook[];
  /** Lines of the student's progress file: what was answered on cards. */
  readonly progress: readonly string[];
  /** When it was handed in, where that is known. */
  readonly handedIn?: Date;
  /** What could not be read, and why: sentences. */
  readonly faults: readonly string[];
}

/** How deep folders are looked into, and how many files are read of one submission. */
const DEEPEST = 4;
const MOST_FILES = 60;
const LARGEST_PROGRESS = 20 * 2 ** 20;

interface Found {
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
  readonly read: (largest: number) => Promise<string>;
}

/** Reads a submission; what cannot be read is told, and keeps nothing else from being read. */
export async function readSubmission({ path, within }: Submission): Promise<Read> {
  const notebooks: HandedNotebook[] = [];
  const progress: string[] = [];
  const faults: string[] = [];
  let stamp: Date | undefined;
  let last: Date | undefined;
  let count = 0;
  const take = async (file: Found): Promise<void> => {
    count += 1;
    if (count > MOST_FILES) {
      if (count === MOST_FILES + 1)
        faults.push(`there are more than ${MOST_FILES} files; the others were not read`);
      return;
    }
    const name = basename(file.path);
    try {
      if (name === progressFileName) progress.push(...(await file.read(LARGEST_PROGRESS)).split("\n"));
      else if (name === "timestamp.txt") stamp = dateOf(await file.read(1000));
      else {
        notebooks.push({ name: name.slice(0, -".ipynb".length), cells: codeCells(await file.read(LARGEST)) });
        if (last === undefined || file.modified > last) last = file.modified;
      }
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
  };
  try {
    if (within !== undefined || path.endsWith(".zip")) {
      const fits = (name: string): boolean => isWanted(name) && name.startsWith(within ?? "");
      await eachZipped(path, fits, take);
    } else for (const file of filesAt(path, faults)) await take(file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    faults.push(`${basename(path)}: ${error.message}`);
  }
  if (notebooks.length === 0 && faults.length === 0) faults.push("no notebook was handed in");
  const handedIn = stamp ?? last;
  return { notebooks, progress, faults, ...(handedIn === undefined ? {} : { handedIn }) };
}

function filesAt(path: string, faults: string[], depth = 0): Found[] {
  const kind = kindOf(path);
  if (kind === "link") faults.push(`${basename(path)}: it is a link to another place, and is not followed`);
  if (kind === "file" && isWanted(basename(path))) return [fileAt(path)];
  if (kind !== "folder" || depth > DEEPEST) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => {
      const inner = join(path, name);
      const matters = kindOf(inner) === "folder" || isWanted(name) || kindOf(inner) === "link";
      return matters ? filesAt(inner, faults, depth + 1) : [];
    });
}

function fileAt(path: string): Found {
  const { size, mtime: modified } = statSync(path);
  const read = (largest: number): Promise<string> => {
    if (size > largest)
      throw new Unreadable(`it is ${megabytes(size)} large; up to ${megabytes(largest)} are read`);
    return Promise.resolve(readFileSync(path, "utf8"));
  };
  return { path, size, modified, read };
}

function dateOf(text: string): Date | undefined {
  const date = new Date(text.trim().replace(" UTC", "Z").replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
