/** The source of a lesson: a TypeScript program in Jupytext's percent format, read into cells. */
import { findMarks, type Mark } from "./marks.ts";
import { parseOptions, type CellOptions } from "./options.ts";

/** One cell of a lesson. */
export interface Cell extends CellOptions {
  /** Names the cell within its lesson, and stays the same while the text of the cell changes. */
  readonly key: string;
  readonly source: string;
}

/** A lesson: its name (`03-momentum`), its title (the first heading) and its cells. */
export interface Lesson {
  readonly name: string;
  readonly title: string;
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

/** Reads a lesson's source. Throws a SyntaxError that names the line. */
export function parseLesson(name: string, text: string): Lesson {
  const source = text.replaceAll("\r\n", "\n");
  if (!source.startsWith(LESSON_HEADER)) {
    throw new SyntaxError(`${name}: a lesson begins with this header:\n${LESSON_HEADER}`);
  }
  const lines = source.split("\n");
  const marks = findMarks(source);
  const first = marks[0]?.line ?? lines.length;
  for (let line = LESSON_HEADER.split("\n").length - 1; line < first; line += 1) {
    if (lines[line]!.trim() !== "") throw at(name, line, "text before the first cell; begin it with // %%");
  }
  const cells = marks.map((mark, index) =>
    readCell(name, lines, mark, marks[index + 1]?.line ?? lines.length),
  );
  const title = cells.map((cell) => headingOf(cell)).find((heading) => heading !== "");
  if (title === undefined)
    throw new SyntaxError(`${name}: no heading; a lesson needs one, such as "# Momentum"`);
  return { name, title, cells: withKeys(name, cells) };
}

type KeylessCell = Omit<Cell, "key">;

function readCell(name: string, lines: readonly string[], mark: Mark, end: number): KeylessCell {
  const options = locate(name, mark.line, () => parseOptions(mark.text));
  const body = lines.slice(mark.line + 1, end);
  while (body.at(-1)?.trim() === "") body.pop();
  if (options.type === "code") return { ...options, source: body.join("\n") };
  const prose = body.map((line, index) => {
    const match = /^\s*$|^\/\/(?: (.*))?$/.exec(line);
    if (match) return match[1] ?? "";
    const message = `a ${options.type} cell holds comment lines only, got "${line}"; begin code with // %%`;
    throw at(name, mark.line + 1 + index, message);
  });
  return { ...options, source: prose.join("\n") };
}

function headingOf(cell: KeylessCell): string {
  return cell.type === "markdown" ? (HEADING.exec(cell.source)?.[1]?.trim() ?? "") : "";
}

/** A cell is named by its title or heading; without one, or when that is taken, it is counted on from the last. */
function withKeys(name: string, cells: readonly KeylessCell[]): Cell[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  let base = "start";
  return cells.map((cell) => {
    base = slug(cell.title === "" ? headingOf(cell) : cell.title) || base;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const key = count === 1 ? base : `${base}-${count}`;
    if (seen.has(key))
      throw new SyntaxError(`${name}: two cells are called "${key}"; give one another title`);
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
    throw error instanceof SyntaxError ? at(name, line, error.message) : error;
  }
}

function at(name: string, line: number, message: string): SyntaxError {
  return new SyntaxError(`${name}, line ${line + 1}: ${message}`);
}
