/** A student's work as one file: notebooks that open in Jupyter, the progress, and what was put aside. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseEvents } from "../../exercises/progress-event.ts";
import { codeOf, type Notebook } from "../../rendering/running/data.ts";
import type { Draft, Earlier, LessonCopy } from "./drafts.ts";

const PROGRESS = "fall-line-progress.jsonl";
const ASIDE = "fall-line-work.json";

/** All of it. */
export interface Work {
  readonly drafts: readonly Draft[];
  readonly earlier: readonly Omit<Earlier, "id">[];
  readonly lessons: readonly LessonCopy[];
  readonly progress: readonly string[];
}

/** What the notebooks do not say: their lessons as they were handed out, and texts that belong to no cell of them. */
interface Aside {
  readonly format: 1;
  readonly lessons: readonly LessonCopy[];
  readonly drafts: readonly Draft[];
  readonly earlier: readonly Omit<Earlier, "id">[];
}

/** The most that a file of work may hold, unpacked, in bytes: in one file of it, and in all. */
const MOST = { one: 20e6, all: 100e6 };

export function packWork(work: Work): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const { lesson, notebook } of work.lessons) {
    const written = new Map(
      work.drafts
        .filter((draft) => draft.lesson === lesson && codeOf(notebook).get(draft.cell) === draft.original)
        .map(({ cell, text }) => [cell, text]),
    );
    files[`${lesson}.ipynb`] = strToU8(`${JSON.stringify(withTexts(notebook, written), undefined, 1)}\n`);
  }
  files[PROGRESS] = strToU8(work.progress.map((line) => `${line}\n`).join(""));
  const { lessons, drafts, earlier } = work;
  files[ASIDE] = strToU8(JSON.stringify({ format: 1, lessons, drafts, earlier } satisfies Aside));
  return zipSync(files);
}

/** The notebook with a student's texts; what a cell with another text has shown is left out. */
function withTexts(notebook: Notebook, texts: ReadonlyMap<string, string>): Notebook {
  const cells = notebook.cells.map((cell) => {
    const text = texts.get(cell.id);
    return text === undefined ? cell : { ...cell, source: text.split(/(?<=\n)/), outputs: [] };
  });
  return { ...notebook, cells };
}

/**
 * Reads a file of work, from wherever it comes: nothing in it is run, and only what is sound is taken.
 * @returns the work, and a sentence for each file in it that is damaged
 * @throws Error with a sentence when it is no such file
 */
export function unpackWork(bytes: Uint8Array): { work: Work; damaged: string[] } {
  const files = unzipped(bytes);
  const damaged: string[] = [];
  const read = <T>(name: string, reader: (text: string) => T, otherwise: T): T => {
    const file = files[name];
    try {
      if (file !== undefined) return reader(strFromU8(file));
      damaged.push(`${name} is missing`);
    } catch (error) {
      damaged.push(`${name} is damaged: ${(error as Error).message}`);
    }
    return otherwise;
  };
  if (files[PROGRESS] === undefined && files[ASIDE] === undefined)
    throw new Error("this is no download of your work: choose the zip file that this page has given you");
  const aside = read(ASIDE, readAside, { lessons: [], drafts: [], earlier: [] });
  const progress = read(PROGRESS, (text) => soundLines(text, damaged), []);
  const inNotebooks = aside.lessons.flatMap((copy) => {
    const name = `${copy.lesson}.ipynb`;
    return read(name, (text) => textsIn(copy, JSON.parse(text) as unknown, aside.drafts), []);
  });
  const told = new Set(inNotebooks.map(keyOf));
  const others = aside.drafts.filter((draft) => !told.has(keyOf(draft)));
  const changed = inNotebooks.filter(({ text, original }) => text !== original);
  return { work: { ...aside, drafts: [...others, ...changed], progress }, damaged };
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let all = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        all += originalSize;
        return originalSize < MOST.one && all < MOST.all;
      },
    });
  } catch (error) {
    throw new Error(`this is no zip file, or it was cut short (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/** What a notebook has in the cells of its lesson; it may have been changed in Jupyter since. */
function textsIn({ lesson, notebook }: LessonCopy, read: unknown, known: readonly Draft[]): Draft[] {
  const texts = codeOf(soundNotebook(read));
  const time = new Date().toISOString();
  return [...codeOf(notebook)].flatMap(([cell, original]) => {
    const text = texts.get(cell);
    if (text === undefined) return [];
    const now = { lesson, cell, original, text, time };
    return [known.find((one) => keyOf(one) === keyOf(now) && one.text === text) ?? now];
  });
}

function soundLines(text: string, damaged: string[]): string[] {
  const lines = text.split("\n").filter((line) => line !== "");
  const sound = lines.filter((line) => line.length < 30_000 && parseEvents([line]).length === 1);
  const torn = lines.length - sound.length;
  if (torn > 0) damaged.push(`${PROGRESS}: ${torn} of its ${lines.length} lines cannot be read`);
  return sound;
}

function readAside(text: string): Omit<Aside, "format"> {
  const { format, lessons, drafts, earlier } = JSON.parse(text) as Record<string, unknown>;
  if (format !== 1) throw new Error("it is of another version of fall-line");
  return {
    lessons: listOf(lessons).map((one) => ({
      ...texts(one, ["lesson", "title"]),
      notebook: soundNotebook((one as { notebook?: unknown }).notebook),
    })),
    drafts: listOf(drafts).map((one) => texts(one, ["lesson", "cell", "original", "text", "time"])),
    earlier: listOf(earlier).map((one) => texts(one, ["lesson", "cell", "text", "why", "time"])),
  };
}

function soundNotebook(value: unknown): Notebook {
  const { cells } = (value ?? {}) as { cells?: unknown };
  const isSound = listOf(cells).every((cell) => {
    const { id, cell_type, source, metadata } = (cell ?? {}) as Record<string, unknown>;
    const isText =
      typeof source === "string" ||
      (Array.isArray(source) && source.every((line) => typeof line === "string"));
    return typeof id === "string" && typeof cell_type === "string" && isText && typeof metadata === "object";
  });
  if (!isSound) throw new Error("it is no notebook");
  return value as Notebook;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("a list is missing in it");
  return value;
}

function texts<K extends string>(value: unknown, names: readonly K[]): Record<K, string> {
  const record = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    names.map((name) => {
      if (typeof record[name] !== "string") throw new Error(`"${name}" is missing in it`);
      return [name, record[name]];
    }),
  ) as Record<K, string>;
}

const keyOf = ({ lesson, cell, original }: Draft): string => JSON.stringify([lesson, cell, original]);
