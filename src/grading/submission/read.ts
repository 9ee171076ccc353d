import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { progressFileName } from "../../kernel/node/progress-file.ts";
import type { HandedIn } from "../answers/cells.ts";
import { kindOf, readFile } from "./file.ts";
import { isWanted, type Submission } from "./find.ts";
import { codeCells, LARGEST, megabytes, Unreadable } from "./notebook.ts";
import { eachZipped, type Found } from "./zip.ts";

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
  /** How many of these are of files that could not be read; nothing where all could. */
  readonly unread?: number;
}

/** What is read of one submission: files, bytes of them all, characters of code. */
const MOST_FILES = 60;
const MOST_BYTES = 2 * LARGEST;
const MOST_CODE = 3_000_000;
const LARGEST_PROGRESS = 20 * 2 ** 20;
const LONGEST_LINE = 100_000;

/** How deep folders are looked into, and zips within zips. */
const DEEPEST = 4;
const DEEPEST_ZIP = 2;

/** Reads a submission; what cannot be read is told, and keeps nothing else from being read. */
export async function readSubmission({ path, within }: Submission): Promise<Read> {
  const reading = new Reading();
  if (within === undefined) for (const file of filesAt(path, reading.faults)) await reading.take(file);
  else {
    const isOwn = (name: string): boolean =>
      name === within || (within.endsWith("/") && name.startsWith(within));
    await reading.takeZipped(basename(path), path, isOwn);
  }
  return reading.read();
}

/** What has been read of a submission so far, and how much more of it may be. */
class Reading {
  readonly faults: string[] = [];
  readonly #notebooks: HandedNotebook[] = [];
  readonly #progress: string[] = [];
  #stamp: Date | undefined;
  #last: Date | undefined;
  #files = 0;
  #bytesLeft = MOST_BYTES;
  #codeLeft = MOST_CODE;

  /** @param depth in how many zips it lies */
  async take(file: Found, depth = 0): Promise<void> {
    this.#files += 1;
    if (this.#files > MOST_FILES) {
      if (this.#files === MOST_FILES + 1)
        this.faults.push(`there are more than ${MOST_FILES} files; the others were not read`);
      return;
    }
    const name = basename(file.path);
    try {
      if (name.endsWith(".zip")) await this.#takeZip(name, file, depth);
      else if (name === progressFileName)
        this.#progress.push(...linesOf(await this.#textOf(file, LARGEST_PROGRESS)));
      else if (name === "timestamp.txt") this.#stamp = dateOf(await this.#textOf(file, 1000));
      else await this.#takeNotebook(name, file);
    } catch (error) {
      this.faults.push(`${name}: ${(error as Error).message}`);
    }
  }

  /** Takes what fits of a zip. */
  async takeZipped(
    name: string,
    zip: string | Buffer,
    fits: (name: string) => boolean,
    depth = 0,
  ): Promise<void> {
    try {
      await eachZipped(
        zip,
        (inner) => isWanted(inner) && fits(inner),
        (file) => this.take(file, depth + 1),
      );
    } catch (error) {
      this.faults.push(`${name}: ${(error as Error).message}`);
    }
  }

  read(): Read {
    const { faults } = this;
    const unread = faults.length;
    if (this.#notebooks.length === 0 && unread === 0) faults.push("no notebook was handed in");
    const handedIn = this.#stamp ?? this.#last;
    return {
      notebooks: this.#notebooks,
      progress: this.#progress,
      faults,
      ...(unread === 0 ? {} : { unread }),
      ...(handedIn === undefined ? {} : { handedIn }),
    };
  }

  /** A zip on the disk is read where it lies; one within a zip has to be unpacked first. */
  async #takeZip(name: string, file: Found, depth: number): Promise<void> {
    if (depth > DEEPEST_ZIP)
      throw new Unreadable(`it lies in ${depth} zips, one in the other, and is not opened`);
    const zip = depth === 0 ? file.path : await this.#bytesOf(file, LARGEST);
    await this.takeZipped(name, zip, () => true, depth);
  }

  async #takeNotebook(name: string, file: Found): Promise<void> {
    const cells = codeCells(await this.#textOf(file, LARGEST));
    const code = cells.reduce((sum, { source }) => sum + source.length, 0);
    if (code > this.#codeLeft)
      throw new Unreadable(`with it there are more than ${MOST_CODE / 1e6} million characters of code`);
    this.#codeLeft -= code;
    this.#notebooks.push({ name: name.slice(0, -".ipynb".length), cells });
    if (this.#last === undefined || file.modified > this.#last) this.#last = file.modified;
  }

  async #textOf(file: Found, largest: number): Promise<string> {
    return (await this.#bytesOf(file, largest)).toString("utf8");
  }

  async #bytesOf(file: Found, largest: number): Promise<Buffer> {
    if (file.size > this.#bytesLeft && file.size <= largest)
      throw new Unreadable(`with it there are more than ${megabytes(MOST_BYTES)}; no more is read`);
    const bytes = await file.read(largest);
    this.#bytesLeft -= bytes.length;
    return bytes;
  }
}

/** Longer lines are none that this project writes. */
const linesOf = (text: string): string[] => text.split("\n").filter(({ length }) => length <= LONGEST_LINE);

function filesAt(path: string, faults: string[], depth = 0): Found[] {
  const kind = kindOf(path);
  const name = basename(path);
  if (kind === "link") faults.push(`${name}: it is a link to another place, and is not followed`);
  if (kind === undefined) faults.push(`${name}: there is nothing that can be read by this name`);
  if (kind === "other") faults.push(`${name}: it is neither a file nor a folder, and is not read`);
  if (kind === "file" && isWanted(name)) return [fileAt(path)];
  if (kind !== "folder" || depth > DEEPEST) return [];
  return readdirSync(path)
    .filter((inner) => !inner.startsWith("."))
    .sort()
    .flatMap((inner) => {
      const at = join(path, inner);
      const matters = isWanted(inner) || ["folder", "link"].includes(kindOf(at) ?? "");
      return matters ? filesAt(at, faults, depth + 1) : [];
    });
}

function fileAt(path: string): Found {
  const { size, mtime: modified } = statSync(path);
  return { path, size, modified, read: (largest) => Promise.resolve(readFile(path, largest)) };
}

function dateOf(text: string): Date | undefined {
  const date = new Date(text.trim().replace(" UTC", "Z").replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
