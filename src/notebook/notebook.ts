/** From a lesson to a notebook: Jupyter's nbformat 4.5. */
import { defined } from "../defined.ts";
import type { MimeBundle } from "../display.ts";
import { KERNEL, LANGUAGE } from "../language.ts";
import { LessonFault } from "./fault.ts";
import { fillFormulas, type FormulaLookup } from "./formulas.ts";
import type { Cell, Lesson } from "./lesson.ts";
import { answerCell, checkCell, markedCell, type NbgraderMetadata } from "./nbgrader.ts";
import { splitLines } from "./lines.ts";
import { storedOutput, type Output } from "./opening.ts";
import { type CardLookup, storedCards } from "./stored-cards.ts";
import type { SlideOptions } from "./cell-options.ts";
import type { StoredNote } from "./stored-notes.ts";
import { FOLDED_TAG, OPENING_TAG } from "./tags.ts";
import { hasSolution, keepSolutions, stripSolutions } from "./solutions.ts";

/** A notebook as it is written to disk. */
export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly NotebookCell[];
}

/** One cell of a notebook; only code cells have outputs and an execution count. */
export interface NotebookCell {
  readonly id: string;
  readonly cell_type: Cell["type"];
  readonly metadata: CellMetadata;
  readonly source: readonly string[];
  readonly outputs?: readonly Output[];
  readonly execution_count?: null;
}

interface CellMetadata {
  readonly title?: string;
  readonly slideshow?: { readonly slide_type: string };
  readonly tags?: readonly string[];
  readonly jupyter?: { readonly source_hidden: true };
  readonly nbgrader?: NbgraderMetadata;
  /** What pages and decks want to know of the cell. */
  readonly "fall-line"?: {
    readonly exercise?: string;
    readonly notes?: readonly StoredNote[];
  } & SlideOptions;
}

/** What the builder needs besides the lesson. */
export interface NotebookParts {
  readonly formula: FormulaLookup;
  readonly card: CardLookup;
  /** What the lesson's opening cell shows; left out for a lesson without one. */
  readonly opening?: MimeBundle | undefined;
  /** "strip" for students; "keep" for a test that runs the answers; "mark" for nbgrader, which strips them itself. */
  readonly solutions: "strip" | "keep" | "mark";
}

/** Builds the notebook of a lesson. Throws a LessonFault that names the cell. */
export function buildNotebook(lesson: Lesson, parts: NotebookParts): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: KERNEL,
      language_info: LANGUAGE,
      title: lesson.about.title,
      "fall-line": { about: lesson.about },
    },
    cells: cellsOf(lesson, parts),
  };
}

function cellsOf(lesson: Lesson, parts: NotebookParts): NotebookCell[] {
  const groups: { cell: Cell; notes: StoredNote[] }[] = [];
  for (const cell of lesson.cells) {
    if (cell.slide !== "notes") groups.push({ cell, notes: [] });
    else groups.at(-1)!.notes.push(located(cell, () => noteOf(lesson, cell, parts)));
  }
  return groups.map(({ cell, notes }) => located(cell, () => buildCell(lesson, cell, notes, parts)));
}

/** Does something with a cell; what goes wrong names it. */
function located<T>(cell: Cell, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new LessonFault(cell.place, `cell "${cell.key}": ${message}`, { cause: error });
  }
}

function noteOf(lesson: Lesson, cell: Cell, parts: NotebookParts): StoredNote {
  const { minutes, tags } = cell;
  return {
    id: idOf(lesson, cell),
    source: sourceOf(cell, parts),
    ...(minutes !== undefined && { minutes }),
    ...(tags.length > 0 && { tags }),
  };
}

function idOf(lesson: Lesson, { key }: Cell): string {
  const id = `${lesson.name}-${key}`;
  if (id.length > 64)
    throw new SyntaxError(`the cell id "${id}" is over 64 characters; give a shorter title`);
  return id;
}

/** The text of a notebook file, laid out as Jupyter itself writes it: one blank of indentation, keys sorted. */
export function formatNotebook(notebook: Notebook): string {
  return `${JSON.stringify(sorted(notebook), null, 1)}\n`;
}

function buildCell(
  lesson: Lesson,
  cell: Cell,
  notes: readonly StoredNote[],
  parts: NotebookParts,
): NotebookCell {
  const id = idOf(lesson, cell);
  const source = sourceOf(cell, parts);
  const base = {
    id,
    cell_type: cell.type,
    metadata: metadataOf(cell, notes, id, source),
    source: splitLines(source),
  };
  if (cell.type !== "code") return base;
  const outputs = cell.tags.includes(OPENING_TAG)
    ? [storedOutput(parts.opening)]
    : storedCards(source, parts.card);
  return { ...base, outputs, execution_count: null };
}

function sourceOf(cell: Cell, parts: NotebookParts): string {
  if (cell.type === "markdown") return fillFormulas(cell.source, parts.formula);
  if (parts.solutions === "mark") return cell.source;
  return parts.solutions === "keep" ? keepSolutions(cell.source) : stripSolutions(cell.source);
}

function metadataOf(cell: Cell, notes: readonly StoredNote[], id: string, source: string): CellMetadata {
  const nbgrader = nbgraderOf(cell, id, source);
  const { exercise, finding, then, marked, rows, columns, stops, idea } = cell;
  const own = {
    ...defined({ exercise, finding, then, marked, rows, columns, stops, idea }),
    ...(notes.length > 0 && { notes }),
  };
  return {
    ...(cell.title !== "" && { title: cell.title }),
    ...(cell.slide !== undefined && { slideshow: { slide_type: cell.slide } }),
    ...(cell.tags.length > 0 && { tags: cell.tags }),
    ...([FOLDED_TAG, OPENING_TAG].some((tag) => cell.tags.includes(tag)) && {
      jupyter: { source_hidden: true },
    }),
    ...(nbgrader && { nbgrader }),
    ...(Object.keys(own).length > 0 && { "fall-line": own }),
  };
}

function nbgraderOf(cell: Cell, id: string, source: string): NbgraderMetadata | undefined {
  if (cell.type !== "code") return undefined;
  if (cell.points !== undefined)
    return (hasSolution(cell.source) ? markedCell : checkCell)(id, source, cell.points);
  return hasSolution(cell.source) ? answerCell(id, source) : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
