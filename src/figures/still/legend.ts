import { DASHES, element, INK, text } from "./ink.ts";
import { star } from "./marks.ts";
import { at, type DrawnTrace } from "./drawn-trace.ts";

const ROW = 18;
const LETTER = 6.6;

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
  if (!mode.includes("lines")) {
    const { symbol = "circle", color } = marker ?? {};
    const [shape, ink] = [at(symbol, 0) ?? "circle", at(color, 0)];
    if (shape === "star") return element("path", { d: star(x + 14, y, 7), fill: ink });
    const isOpen = shape.endsWith("open");
    return element("circle", {
      cx: x + 14,
      cy: y,
      r: 5,
      fill: isOpen ? "none" : ink,
      stroke: isOpen ? ink : undefined,
    });
  }
  return element("path", {
    d: `M${x} ${y}h26`,
    stroke: line?.color ?? INK,
    "stroke-width": 2,
    "stroke-dasharray": DASHES[line?.dash ?? "solid"],
  });
}
