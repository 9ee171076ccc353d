import { plainLine } from "./plain.ts";

/** A cell of a table: a number, or a text. */
export type CsvCell = string | number | undefined;

/** Rows as CSV (RFC 4180), in which no text is run as a formula by a spreadsheet. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: CsvCell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const line = plainLine(value, 2000);
  const safe = /^[=+\-@|%]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
