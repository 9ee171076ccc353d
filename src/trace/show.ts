import type { MimeBundle } from "../display.ts";
import { formatNumber } from "../math/tex.ts";
import { type Cells, type NumberFormat, tableBundle, textTable } from "../table.ts";
import type { Recorded } from "./recorded.ts";

const FIRST = 6;
const LAST = 3;
const MOST_COLUMNS = 12;

/** How a trace is shown: a sentence, and a table of its first and last steps. */
export function traceBundle(trace: Recorded): MimeBundle {
  const steps = trace.recordedSteps;
  const shown =
    steps.length > FIRST + LAST + 1 ? [...steps.slice(0, FIRST), undefined, ...steps.slice(-LAST)] : steps;
  return tableBundle((format) => cellsOf(trace, shown, format), titleOf(trace));
}

/** The same sentence, and all recorded steps; with a width all columns too, in blocks that fit it. */
export function traceText(trace: Recorded, width?: number): string {
  const most = width === undefined ? MOST_COLUMNS : Infinity;
  return `${titleOf(trace)}\n${textTable(cellsOf(trace, trace.recordedSteps, formatNumber, most), width)}`;
}

const titleOf = (trace: Recorded): string =>
  `${trace.rule.title} on ${trace.objective.name}. ${trace.stop.sentence}`;

/** The recorded scalars and coordinates of some steps as text cells; `undefined` stands for steps left out. */
function cellsOf(
  trace: Recorded,
  steps: readonly (number | undefined)[],
  format: NumberFormat,
  mostColumns = MOST_COLUMNS,
): Cells {
  const columns = trace.names
    .filter((name) => name !== "rate" || trace.schedule !== undefined)
    .flatMap((name) => columnsOf(trace, name, format))
    .slice(0, mostColumns);
  return {
    head: ["t", ...columns.map(({ head }) => head)],
    rows: steps.map((t) =>
      t === undefined ? undefined : [String(t), ...columns.map(({ cell }) => cell(t))],
    ),
  };
}

interface Column {
  readonly head: string;
  readonly cell: (t: number) => string;
}

function columnsOf(trace: Recorded, name: string, format: NumberFormat): Column[] {
  const shape = typeof trace.value(name, 0);
  const write = (x: number): string => (Number.isNaN(x) ? "" : format(x));
  if (shape === "number") return [{ head: name, cell: (t) => write(trace.value(name, t) as number) }];
  const count = (trace.value(name, 0) as Float64Array).length;
  return Array.from({ length: count }, (_, i) => ({
    head: count === 1 ? name : `${name}[${i}]`,
    cell: (t: number) => write((trace.value(name, t) as Float64Array)[i]!),
  }));
}
