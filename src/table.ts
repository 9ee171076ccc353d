/** Tables of numbers: what a lesson and a trace show when they show values. */
import { isRecord } from "./arguments.ts";
import { type MimeBundle, printsItself, RICH } from "./display.ts";
import { InputError } from "./errors.ts";
import { escapeHtml } from "./escape.ts";
import { numberText } from "./math/numerals.ts";
import { formatNumber } from "./math/tex.ts";

/** One row: a value under each name. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows under the names of their values: a table in a notebook, aligned columns on a terminal. */
export class Table {
  constructor(readonly rows: readonly Row[]) {}

  static {
    printsItself(this, "Table");
  }

  [RICH](): MimeBundle {
    const names = [...new Set(this.rows.flatMap((row) => Object.keys(row)))];
    const cells = (format: NumberFormat): Cells => ({
      head: names.map(heading),
      rows: this.rows.map((row) => names.map((name) => cellOf(row[name], format))),
    });
    return tableBundle(cells);
  }
}

/**
 * A table of one row or of several. Numbers are rounded to six digits; `lossAtStart` is headed "loss at start".
 * @example display(table({ yourGuess: 1, furthest: 1.2251 }))
 */
export function table(rows: Row | readonly Row[]): Table {
  const list = isList(rows) ? rows : [rows];
  if (list.length > 0 && list.every(isRecord)) return new Table(list);
  throw new InputError({
    what: "a table has rows, each with values by name",
    got: rows,
    cure: "for example: table({ lambda: 0.1, steps: 20 })",
  });
}

function isList(rows: Row | readonly Row[]): rows is readonly Row[] {
  return Array.isArray(rows);
}

/** A value as it stands in a cell; of what lies deeper than one level only that there is something. */
function cellOf(value: unknown, format: NumberFormat, isInner = false): string {
  if (typeof value === "number") return format(value);
  if (value === undefined || value === null || typeof value === "function") return "";
  if (typeof value !== "object") return textOf(value);
  const isList = Array.isArray(value) || value instanceof Set || ArrayBuffer.isView(value);
  const pairs = value instanceof Map ? value : isList ? undefined : pairsOf(value);
  if (!isList && pairs === undefined) return nameOf(value);
  if (isInner) return "...";
  const inner = (one: unknown): string => cellOf(one, format, true);
  return pairs === undefined
    ? Array.from(value as Iterable<unknown>, inner).join(", ")
    : Array.from(
        pairs as Iterable<[unknown, unknown]>,
        ([name, one]) => `${inner(name)}: ${inner(one)}`,
      ).join(", ");
}

/** What a plain object holds; undefined for one that says its name. */
function pairsOf(value: object): [string, unknown][] | undefined {
  return nameOf(value) === "[object Object]" ? Object.entries(value) : undefined;
}

function nameOf(value: object): string {
  return value instanceof Date ? value.toISOString() : textOf(value);
}

/** A value as it says itself. */
function textOf(value: unknown): string {
  return String(value);
}

/** A name of several words stands as it is written. */
function heading(name: string): string {
  if (name.includes(" ")) return name;
  return name
    .replace(/(?<=[A-Za-z][a-z])(?=\d)/g, " ")
    .replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The texts of a table; a row that is `undefined` stands for rows left out. */
export interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[] | undefined)[];
}

/** How numbers are written in cells. */
export type NumberFormat = (value: number) => string;

/** A table to be read, with numbers as people write them; as text it is data, with numbers as programs write them. */
export function tableBundle(cells: (format: NumberFormat) => Cells, title = ""): MimeBundle {
  const text = textTable(cells(formatNumber));
  return {
    "text/html": htmlTable(cells(numberText), title),
    "text/plain": title === "" ? text : `${title}\n${text}`,
  };
}

/** Cells as aligned columns of text; where a line has room for some only, in blocks, each with the first column. */
export function textTable({ head, rows }: Cells, width = Infinity): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row?.[i]?.length ?? 0)));
  const line = (cells: readonly string[], columns: readonly number[]): string =>
    columns.map((i) => cells[i]!.padStart(widths[i]!)).join("  ");
  return blocksOf(widths, width)
    .map((columns) =>
      [head, ...rows].map((row) => (row === undefined ? "..." : line(row, columns))).join("\n"),
    )
    .join("\n\n");
}

/** Which columns stand side by side, each block with the first one. */
function blocksOf([first = 0, ...others]: readonly number[], width: number): number[][] {
  const blocks: number[][] = [[0]];
  let used = first;
  others.forEach((own, i) => {
    const isFull = used + 2 + own > width && blocks.at(-1)!.length > 1;
    if (isFull) blocks.push([0]);
    used = (isFull ? first : used) + 2 + own;
    blocks.at(-1)!.push(i + 1);
  });
  return blocks;
}

/** Names of so many letters stand in one line where a page is wide. */
const SHORT = 16;

const headOf = (name: string): string => {
  // An empty cell names no column.
  if (name === "") return "<td></td>";
  const isShort = name.includes(" ") && name.length <= SHORT;
  return `<th${isShort ? ' style="white-space:nowrap"' : ""}>${escapeHtml(name)}</th>`;
};

/** Cells as an HTML table, under a caption if there is one. */
export function htmlTable({ head, rows }: Cells, caption = ""): string {
  const body = rows.map((row) => {
    const cells = row?.map((text) => `<td>${escapeHtml(text)}</td>`).join("");
    return `<tr>${cells ?? `<td colspan="${head.length}">...</td>`}</tr>`;
  });
  const title = caption === "" ? "" : `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${title}<thead><tr>${head.map(headOf).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
