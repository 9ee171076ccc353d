import { element, INK, strokeDashes, text } from "./ink.ts";
import { markers } from "./marks.ts";
import { at, type DrawnTrace } from "./drawn-trace.ts";

const ROW = 18;
const LETTER = 7.2;

/** The names of the traces with samples of their lines, in as many rows as they need. */
export function legend(traces: readonly DrawnTrace[], width: number): { svg: string; height: number } {
  const named = traces.filter(
    ({ type, name, showlegend }) => type === "scatter" && name !== undefined && showlegend !== false,
  );
  let [x, y] = [8, 16];
  const entries = named.map((trace) => {
    const { name = "" } = trace;
    const needed = 44 + LETTER * name.length;
    if (x > 8 && x + needed > width) [x, y] = [8, y + ROW];
    const entry = `${sample(trace, x, y)}${element("text", { x: x + 30, y: y + 4 }, [text(name)])}`;
    x += needed;
    return entry;
  });
  return { svg: entries.join(""), height: named.length === 0 ? 0 : y + 6 };
}

function sample({ mode = "lines", line, marker }: DrawnTrace, x: number, y: number): string {
  const { symbol = "circle", color } = marker ?? {};
  const mark = markers([{ point: [x + 14, y], place: 0 }], { symbol, size: 10, color: at(color, 0) ?? INK });
  const stroke = element("path", {
    d: `M${x} ${y}h28`,
    stroke: line?.color ?? INK,
    "stroke-width": 2,
    "stroke-dasharray": strokeDashes(line?.dash),
  });
  return `${mode.includes("lines") ? stroke : ""}${mode.includes("markers") ? mark : ""}`;
}
