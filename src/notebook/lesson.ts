/** The source of a lesson: a TypeScript program in Jupytext's percent format, read into cells. */
import type { About } from "../about.ts";
import { InputError } from "../errors.ts";
import { LessonFault } from "./fault.ts";
import { findMarks, type Mark } from "./marks.ts";
import { parseOptions, type CellOptions } from "./cell-options.ts";
import { OPENING_TAG, SHORT_PATH_TAG, STOP_TAG, TITLE_TAG } from "./tags.ts";
import { aimsOf, titleOf } from "./title.ts";

/** One cell of a lesson. */
export interface Cell extends CellOptions {
  /** Names the cell within its lesson, and stays the same while the text of the cell changes. */
  readonly key: string;
  readonly source: string;
  /** Where it is written: `03-momentum/lesson.ts:15`. */
  readonly place: string;
}

/** A lesson: its name (`03-momentum`), what it says of itself, and its cells, of which the first is made from that. */
export interface Lesson {
  readonly name: string;
  readonly about: About;
  readonly cells: readonly Cell[];
}

/** How every lesson begins. */
export const LESSON_HEADER = `// ---
// jupyter:
//   jupytext:
//     text_representation:
//       extension: .ts
//       format_name: percent
//       format_version: '1.3'
//   kernelspec:
//     display_name: TypeScript (fall-line)
//     language: typescript
//     name: fall-line
// ---
`;

const HEADING = /^#+\s+(.+)$/m;

/** Reads a lesson's source. Throws a LessonFault that names the line. */
export function parseLesson(name: string, text: string, about: About): Lesson {
  const source = text.replaceAll("\r\n", "\n");
  if (!source.startsWith(LESSON_HEADER))
    throw at(name, 0, `a lesson begins with this header:\n${LESSON_HEADER}`);
  const lines = source.split("\n");
  const marks = findMarks(source);
  const first = marks[0]?.line ?? lines.length;
  for (let line = LESSON_HEADER.split("\n").length - 1; line < first; line += 1) {
    if (lines[line]!.trim() !== "") throw at(name, line, "text before the first cell; begin it with // %%");
  }
  const cells = marks.map((mark, index) =>
    readCell(name, lines, mark, marks[index + 1]?.line ?? lines.length),
  );
  return { name, about, cells: withKeys(begun(name, about, cells)) };
}

/** The title before the cells; what one learns below the opening and its words, or with the title where there is no opening. */
function begun(name: string, about: About, cells: readonly KeylessCell[]): KeylessCell[] {
  const title = titleCell(name, about, cells);
  const aims = aimsCell(name, about, cells);
  if (cells[0]?.tags.includes(OPENING_TAG) !== true)
    return [{ ...title, source: `${title.source}\n\n${aims.source}` }, ...cells];
  const section = cells.findIndex((cell) => headingOf(cell) !== "");
  const above = cells.slice(0, section === -1 ? 1 : section);
  return [title, ...above, aims, ...cells.slice(above.length)];
}

function tagged(cells: readonly KeylessCell[], tag: string): KeylessCell[] {
  return cells.filter(({ tags }) => tags.includes(tag));
}

/** It is on the short path where the opening is. */
function titleCell(name: string, about: About, cells: readonly KeylessCell[]): KeylessCell {
  const isShort = tagged(cells, OPENING_TAG).some(({ tags }) => tags.includes(SHORT_PATH_TAG));
  return {
    type: "markdown",
    title: "",
    slide: "slide",
    tags: [...(isShort ? [SHORT_PATH_TAG] : []), TITLE_TAG],
    source: titleOf(about, name.slice(0, 2)),
    place: `${name}/about.ts`,
  };
}

/** For readers; slides say it in their own way. */
function aimsCell(name: string, about: About, cells: readonly KeylessCell[]): KeylessCell {
  return {
    type: "markdown",
    title: "What you will learn",
    slide: "skip",
    tags: [],
    source: aimsOf(about, tagged(cells, STOP_TAG).length),
    place: `${name}/about.ts`,
  };
}

type KeylessCell = Omit<Cell, "key">;

function readCell(name: string, lines: readonly string[], mark: Mark, end: number): KeylessCell {
  const options = locate(name, mark.line, () => parseOptions(mark.text));
  const body = lines.slice(mark.line + 1, end);
  while (body.at(-1)?.trim() === "") body.pop();
  const place = placeOf(name, mark.line);
  if (options.type === "code") return { ...options, source: body.join("\n"), place };
  const prose = body.map((line, index) => {
    const match = /^\s*$|^\/\/(?: (.*))?$/.exec(line);
    if (match) return match[1] ?? "";
    const message = `a ${options.type} cell holds comment lines only, got "${line}"; begin code with // %%`;
    throw at(name, mark.line + 1 + index, message);
  });
  return { ...options, source: prose.join("\n"), place };
}

function headingOf(cell: KeylessCell): string {
  return cell.type === "markdown" ? (HEADING.exec(cell.source)?.[1]?.trim() ?? "") : "";
}

/** A cell is named by its title or heading; without one, or when that is taken, it is counted on from the last. */
function withKeys(cells: readonly KeylessCell[]): Cell[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  let base = "start";
  return cells.map((cell) => {
    base = slug(cell.title === "" ? headingOf(cell) : cell.title) || base;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const key = count === 1 ? base : `${base}-${count}`;
    if (seen.has(key))
      throw new LessonFault(cell.place, `two cells are called "${key}"; give one another title`);
    seen.add(key);
    return { ...cell, key };
  });
}

function slug(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 40).replace(/-$/, "");
}

function locate<Value>(name: string, line: number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof InputError ? at(name, line, error.message) : error;
  }
}

function at(name: string, line: number, message: string): LessonFault {
  return new LessonFault(placeOf(name, line), message);
}

function placeOf(name: string, line: number): string {
  return `${name}/lesson.ts:${line + 1}`;
}
