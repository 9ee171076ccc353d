/** A notebook that has been run, as pages and slides read it: nbformat 4, each text in one piece. */
import type { MimeBundle } from "../display.ts";
import type { About } from "../about.ts";
import { withPictures } from "../exercises/revealed.ts";
import type { SlideOptions } from "../notebook/cell-options.ts";
import type { StoredNote } from "../notebook/stored-notes.ts";

/** A notebook with the outputs of its cells. */
export interface ExecutedNotebook {
  /** What the lesson says of itself; nothing when the notebook is none of a lesson. */
  readonly about?: About;
  readonly cells: readonly ExecutedCell[];
  /** False when it holds only what a notebook holds before it is run: its opening figure and its cards. */
  readonly isRun?: boolean;
}

export interface ExecutedCell {
  readonly id: string;
  readonly type: "code" | "markdown" | "raw";
  readonly source: string;
  readonly metadata: CellMetadata;
  /** What a code cell has shown; of other cells there is nothing. */
  readonly outputs: readonly Output[];
}

/** What the lessons write into a cell's metadata. */
export interface CellMetadata {
  readonly title?: string;
  readonly slideshow?: { readonly slide_type: string };
  readonly tags?: readonly string[];
  readonly jupyter?: { readonly source_hidden?: boolean };
  /** On a cell that the student writes. */
  readonly nbgrader?: { readonly solution: boolean };
  /** The exercise that it belongs to; the notes that follow it; of a note, how many minutes it gives its slide. */
  readonly "fall-line"?: {
    readonly exercise?: string;
    readonly notes?: readonly StoredNote[];
    readonly minutes?: number;
  } & SlideOptions;
}

/** One output of a code cell. */
export type Output =
  | {
      readonly output_type: "display_data" | "execute_result";
      readonly data: MimeBundle;
    }
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly output_type: "error"; readonly ename: string; readonly evalue: string };

/** Reads the text of a notebook file, run or not. */
export function readNotebook(text: string): ExecutedNotebook {
  const { cells, metadata } = JSON.parse(text) as StoredNotebook;
  const about = metadata?.["fall-line"]?.about;
  return { cells: cells.map(readCell), ...(about !== undefined && { about }) };
}

/** nbformat keeps a text whole or as a list of its lines. */
type StoredText = string | readonly string[];

interface StoredNotebook {
  readonly cells: readonly StoredCell[];
  readonly metadata?: { readonly "fall-line"?: { readonly about?: About } };
}

interface StoredCell {
  readonly id: string;
  readonly cell_type: ExecutedCell["type"];
  readonly source: StoredText;
  readonly metadata: CellMetadata;
  readonly outputs?: readonly StoredOutput[];
}

type StoredOutput =
  | Exclude<Output, { readonly output_type: "stream" }>
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: StoredText };

function readCell({ id, cell_type: type, source, metadata, outputs = [] }: StoredCell): ExecutedCell {
  return { id, type, source: whole(source), metadata, outputs: outputs.map(readOutput) };
}

function readOutput(output: StoredOutput): Output {
  if (output.output_type === "stream") return { ...output, text: whole(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([mime, value]) => [
    mime,
    isLines(value) ? whole(value) : value,
  ]);
  return { ...output, data: withPictures(Object.fromEntries(data) as MimeBundle) };
}

function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === "string");
}

function whole(text: StoredText): string {
  return typeof text === "string" ? text : text.join("");
}
