/** A student's work as one file: notebooks that open in Jupyter, the progress, and what was put aside. */
import * as v from "valibot";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseEvents } from "../../exercises/progress-event.ts";
import { codeOf, NOTEBOOK, type Notebook } from "../../rendering/running/data.ts";
import { type Draft, DRAFT, LESSON_COPY, type LessonCopy, PUT_ASIDE, type PutAside } from "./drafts.ts";

const PROGRESS = "fall-line-progress.jsonl";
const WORK = "fall-line-work.json";

/** All of it. */
export interface Work {
  readonly drafts: readonly Draft[];
  readonly earlier: readonly PutAside[];
  readonly lessons: readonly LessonCopy[];
  readonly progress: readonly string[];
}

/** What the notebooks do not say: their lessons as they were handed out, and texts that belong to no cell of them. */
const ASIDE = v.object({
  format: v.literal(1, "it is of another version of fall-line"),
  lessons: v.array(LESSON_COPY),
  drafts: v.array(DRAFT),
  earlier: v.array(PUT_ASIDE),
});

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
  files[WORK] = strToU8(JSON.stringify({ format: 1, lessons, drafts, earlier }));
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
  if (files[PROGRESS] === undefined && files[WORK] === undefined)
    throw new Error("this is no download of your work: choose the zip file that this page has given you");
  const { lessons, drafts, earlier } = read<v.InferOutput<typeof ASIDE>>(WORK, (text) => sound(ASIDE, text), {
    format: 1,
    lessons: [],
    drafts: [],
    earlier: [],
  });
  const progress = read(PROGRESS, (text) => soundLines(text, damaged), []);
  const inNotebooks = lessons.flatMap((copy) => {
    const name = `${copy.lesson}.ipynb`;
    return read(name, (text) => textsIn(copy, sound(NOTEBOOK, text), drafts), []);
  });
  const told = new Set(inNotebooks.map(keyOf));
  const others = drafts.filter((draft) => !told.has(keyOf(draft)));
  const changed = inNotebooks.filter(({ text, original }) => text !== original);
  return { work: { lessons, earlier, drafts: [...others, ...changed], progress }, damaged };
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
function textsIn({ lesson, notebook }: LessonCopy, read: Notebook, known: readonly Draft[]): Draft[] {
  const texts = codeOf(read);
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

/** @throws Error that says what is wrong with a text as JSON of this kind */
function sound<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> {
  const { success, issues, output } = v.safeParse(schema, JSON.parse(text));
  if (success) return output;
  const [{ message, received }] = issues;
  const path = v.getDotPath(issues[0]);
  throw new Error(path === null || path === "format" ? message : `its ${path} is ${received}`);
}

const keyOf = ({ lesson, cell, original }: Draft): string => JSON.stringify([lesson, cell, original]);
