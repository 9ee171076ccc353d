/** A line of a CSV text: where it begins, from 1, and its cells by the names in the first line. */
export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of a CSV text (RFC 4180) by the names in its first line. */
export function parseCsv(text: string): Record<string, string>[] {
  return csvLines(text).map(({ cells }) => cells);
}

/**
 * The same with the lines that rows begin in. @param between what stands between cells: a spreadsheet may write semicolons
 * or tabs
 */
export function csvLines(text: string, between: "," | ";" | "\t" = ","): CsvLine[] {
  const [head, ...rows] = linesOf(text, between).filter(({ row }) => row.length > 1 || row[0] !== "");
  return rows.map(({ line, row }) => ({
    line,
    cells: Object.fromEntries((head?.row ?? []).map((name, i) => [name, row[i] ?? ""])),
  }));
}

/** A spreadsheet's guard before a formula is none of the text. */
export const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@|%])/, "");

function linesOf(text: string, between: string): { line: number; row: string[] }[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n][^${between}\\r\\n]*)?)(${between}|\\r\\n?|\\n|$)`, "y"); // prettier-ignore
  const lines: { line: number; row: string[] }[] = [];
  let at = 1;
  let row: string[] = [];
  let line = at;
  while (cell.lastIndex <= text.length) {
    const found = cell.exec(text);
    if (found === null) throw new Error(`it is no CSV: a quote is not closed in line ${line}`);
    const [whole, quoted, bare = "", end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.match(/\r\n?|\n/g)?.length ?? 0;
    if (end === between) continue;
    lines.push({ line, row });
    if (end === "") break;
    [row, line] = [[], at];
  }
  return lines;
}
