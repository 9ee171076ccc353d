import type { MimeBundle } from "../display.ts";
import { formatNumber } from "../math/tex.ts";
import type { Trace } from "./trace.ts";

const FIRST = 6;
const LAST = 3;
const MOST_COLUMNS = 12;

interface Table {
  readonly head: readonly string[];
  /** Rows of cells; a gap where steps are left out is `undefined`. */
  readonly rows: readonly (readonly string[] | undefined)[];
}

/** How a trace is shown: a sentence, and a table of its first and last steps. */
export function traceBundle(trace: Trace): MimeBundle {
  const { head, rows } = tableOf(trace);
  const title = `${trace.rule.title} on ${trace.objective.name}. ${trace.stop.sentence}`;
  return { "text/html": html(title, head, rows), "text/plain": `${title}\n${text(head, rows)}` };
}

/** The recorded scalars and coordinates of a trace as text cells; the long middle left out unless all is asked for. */
export function tableOf(trace: Trace, all = false): Table {
  const columns = trace.names
    .filter((name) => name !== "rate" || trace.schedule !== undefined)
    .flatMap((name) => columnsOf(trace, name))
    .slice(0, MOST_COLUMNS);
  const steps = trace.recordedSteps;
  const gap = !all && steps.length > FIRST + LAST + 1;
  const chosen = gap ? [...steps.slice(0, FIRST), undefined, ...steps.slice(-LAST)] : steps;
  return {
    head: ["t", ...columns.map(({ head }) => head)],
    rows: chosen.map((t) =>
      t === undefined ? undefined : [String(t), ...columns.map(({ cell }) => cell(t))],
    ),
  };
}

interface Column {
  readonly head: string;
  readonly cell: (t: number) => string;
}

function columnsOf(trace: Trace, name: string): Column[] {
  const shape = typeof trace.value(name, 0);
  const format = (x: number): string => (Number.isNaN(x) ? "" : formatNumber(x));
  if (shape === "number") return [{ head: name, cell: (t) => format(trace.value(name, t) as number) }];
  const count = (trace.value(name, 0) as Float64Array).length;
  return Array.from({ length: count }, (_, i) => ({
    head: count === 1 ? name : `${name}[${i}]`,
    cell: (t: number) => format((trace.value(name, t) as Float64Array)[i]!),
  }));
}

/** Cells as aligned columns of text. */
export function text(head: readonly string[], rows: Table["rows"]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row?.[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => cell.padStart(widths[i]!)).join("  ");
  return [line(head), ...rows.map((row) => (row === undefined ? "..." : line(row)))].join("\n");
}

function html(title: string, head: readonly string[], rows: Table["rows"]): string {
  const cells = (tag: string, row: readonly string[]): string =>
    row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("");
  const body = rows.map(
    (row) => `<tr>${row === undefined ? `<td colspan="${head.length}">...</td>` : cells("td", row)}</tr>`,
  );
  return `<table><caption>${escape(title)}</caption><thead><tr>${cells("th", head)}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function escape(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
