import { escapeHtml } from "../../../escape.ts";
import { platform } from "../platform.ts";
import { displayMethod } from "./method.ts";

type Row = Record<string, unknown>;

const maxRows = 100;
const maxColumns = 30;
/** In characters. */
const longestCell = 200;

/** True for an array of plain objects, which is shown as a table. */
export function isTable(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.slice(0, maxRows).every(isRow);
}

/** An array of objects as an HTML table: a row for each, a column for each property. */
export function tableHtml(rows: readonly Row[]): string {
  const shown = rows.slice(0, maxRows);
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))].slice(0, maxColumns);
  const head = columns.map((name) => `<th>${escapeHtml(name)}</th>`).join("");
  const body = shown.map((row, i) => {
    const cells = columns.map((name) => `<td>${name in row ? escapeHtml(cellText(row, name)) : ""}</td>`);
    return `<tr><th>${String(i)}</th>${cells.join("")}</tr>`;
  });
  const more =
    rows.length > maxRows ? `<p>${String(maxRows)} of ${rows.length.toLocaleString("en")} rows</p>` : "";
  return `<table><thead><tr><th></th>${head}</tr></thead><tbody>${body.join("")}</tbody></table>${more}`;
}

function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    !(displayMethod in value) &&
    (prototype === Object.prototype || prototype === null) &&
    Object.keys(value).length > 0
  );
}

/** A property as text. What is linked in a circle, or throws when it is looked at, is shown as far as it goes. */
function cellText(row: Row, name: string): string {
  try {
    const value = row[name];
    if (typeof value === "string") return value;
    return typeof value === "object" && value !== null ? objectText(value) : String(value);
  } catch {
    return "(throws)";
  }
}

function objectText(value: object): string {
  if (displayMethod in value || value instanceof RegExp || value instanceof Error) return sayingItself(value);
  if (value instanceof Date) return value.toISOString();
  try {
    return (JSON.stringify(value, jsonSafe) as string | undefined)?.slice(0, longestCell) ?? "undefined";
  } catch {
    return platform
      .inspect(value, { depth: 1, maxArrayLength: 10, breakLength: Infinity })
      .slice(0, longestCell);
  }
}

/** What JSON leaves out or takes apart, as lists and texts. */
function jsonSafe(_key: string, value: unknown): unknown {
  if (value instanceof Map)
    return hasTextKeys(value) ? Object.fromEntries(value) : [...(value as Map<unknown, unknown>)];
  if (value instanceof Set || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return Array.from(value as Iterable<unknown>);
  return typeof value === "bigint" || typeof value === "function" ? String(value) : value;
}

function hasTextKeys(map: Map<unknown, unknown>): map is Map<string, unknown> {
  return [...map.keys()].every((key) => typeof key === "string");
}

function sayingItself(value: unknown): string {
  return String(value);
}
