/** Of a table the rows and columns that a hall reads. */
import type { Marked, TableOptions } from "../notebook/cell-options.ts";

const ROW = /<tr\b[^>]*>([^]*?)<\/tr>/g;
const CELL = /<t[hd]\b[^]*?<\/t[hd]>/g;

/** A table as HTML with those of its rows and columns, in their order; its head stays, and below it stands which rows are left out. */
export function keptOf(html: string, options: TableOptions): string {
  const rows = keptRows(options);
  let row = 0;
  let head = "";
  const left: string[] = [];
  const kept = html.replace(ROW, (whole: string, cells: string) => {
    const [first = ""] = cells.match(CELL) ?? [];
    if (first.startsWith("<th")) head = first;
    else {
      row += 1;
      if (rows?.includes(row) === false) {
        left.push(textOf(first));
        return "";
      }
    }
    let column = 0;
    return whole.replace(CELL, (cell) => {
      column += 1;
      return options.columns?.includes(column) === false ? "" : cell;
    });
  });
  if (left.length === 0) return kept;
  return kept.replace(
    /<table\b[^>]*>/,
    (table) => `${table}<caption>${leftOut(textOf(head), left)}</caption>`,
  );
}

const textOf = (cell: string): string => cell.replace(/<[^>]*>/g, "").trim();

/** Which rows a hall does not see, and where they are: by what stands in their first cells, numbers with their head's word. */
function leftOut(head: string, names: readonly string[]): string {
  const areNumbers = names.every((name) => Number.isFinite(Number(name)));
  return `${areNumbers ? `${head} ` : ""}${names.join(", ")}: in the lesson`;
}

/** What carries the finding is always kept. */
const keptRows = ({ rows, marked }: TableOptions): readonly number[] | undefined =>
  rows && marked && !rows.includes(marked[0]) ? [...rows, marked[0]] : rows;

/** Where what is marked stands in what is kept. */
export function markedIn(options: TableOptions): Marked | undefined {
  if (options.marked === undefined) return undefined;
  const placeIn = (kept: readonly number[] | undefined, place: number): number =>
    kept === undefined ? place : kept.toSorted((a, b) => a - b).indexOf(place) + 1;
  const [row, column] = options.marked;
  const at = placeIn(keptRows(options), row);
  return column === undefined ? [at] : [at, placeIn(options.columns, column)];
}
