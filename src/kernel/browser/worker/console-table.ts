import { inspect } from "./inspect.ts";

const values = "Values";

/** What `console.table` prints: a row for each entry, a column for each property, as Node draws it. */
export function tableText(data: object, only?: readonly string[]): string {
  const isIterated = data instanceof Map || data instanceof Set;
  const rows = data instanceof Map ? [...data].map(([key, value], i) => row(i, value, key)) : entries(data);
  const found = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const columns = [
    isIterated ? "(iteration index)" : "(index)",
    ...(data instanceof Map ? ["Key"] : []),
    ...(only ?? found),
    ...(rows.some(({ value }) => value !== undefined) ? [values] : []),
  ];
  const lines = rows.map(({ index, key, cells, value }) => [
    index,
    ...(key === undefined ? [] : [key]),
    ...(only ?? found).map((name) => cells[name] ?? ""),
    ...(value === undefined ? [] : [value]),
  ]);
  return drawn([columns, ...lines.map((line) => columns.map((_, i) => line[i] ?? ""))]);
}

interface Row {
  index: string;
  key?: string;
  /** The properties of an object; else its value. */
  cells: Record<string, string>;
  value?: string;
}

function entries(data: object): Row[] {
  if (data instanceof Set) return [...data].map((value, i) => row(i, value));
  return Object.entries(data).map(([index, value]) => row(index, value));
}

function row(index: string | number, value: unknown, key?: unknown): Row {
  const common = { index: String(index), ...(key === undefined ? {} : { key: cell(key) }) };
  if (typeof value !== "object" || value === null) return { ...common, cells: {}, value: cell(value) };
  const cells = Object.entries(value).map(([name, inner]) => [name, cell(inner)]);
  return { ...common, cells: Object.fromEntries(cells) as Record<string, string> };
}

function cell(value: unknown): string {
  const isLarge =
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { depth: isLarge ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

function drawn([head, ...body]: string[][]): string {
  const widths = head!.map((_, i) => Math.max(...[head!, ...body].map((line) => line[i]!.length)) + 2);
  const rule = (left: string, cross: string, right: string): string =>
    `${left}${widths.map((width) => "─".repeat(width)).join(cross)}${right}`;
  const line = (cells: string[]): string =>
    `│${cells.map((text, i) => ` ${text}`.padEnd(widths[i]!)).join("│")}│`;
  return [rule("┌", "┬", "┐"), line(head!), rule("├", "┼", "┤"), ...body.map(line), rule("└", "┴", "┘")].join(
    "\n",
  );
}
