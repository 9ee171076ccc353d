/** Of a table the rows and columns that a hall reads. */
import type { Marked, TableOptions } from "../notebook/cell-options.ts";

const ROW = /<tr\b[^>]*>([^]*?)<\/tr>/g;
const CELL = /<t[hd]\b[^]*?<\/t[hd]>/g;

/** A table as HTML with those of its rows and columns, in their order; its head stays. */
export function keptOf(html: string, { rows, columns }: TableOptions): string {
  let row = 0;
  return html.replace(ROW, (whole: string, cells: string) => {
    const isHead = cells.startsWith("<th");
    if (!isHead) row += 1;
    if (!isHead && rows !== undefined && !rows.includes(row)) return "";
    let column = 0;
    return whole.replace(CELL, (cell) => {
      column += 1;
      return columns?.includes(column) === false ? "" : cell;
    });
  });
}

/** Where what is marked stands in what is kept. */
export function markedIn({ marked, rows, columns }: TableOptions): Marked | undefined {
  if (marked === undefined) return undefined;
  const placeIn = (kept: readonly number[] | undefined, place: number): number =>
    kept === undefined ? place : kept.toSorted((a, b) => a - b).indexOf(place) + 1;
  const [row, column] = marked;
  return column === undefined ? [placeIn(rows, row)] : [placeIn(rows, row), placeIn(columns, column)];
}
