import { numeral } from "../../math/numerals.ts";
import type { DrawnTrace } from "./drawn-trace.ts";
import { element, INK, text } from "./ink.ts";

/** What lies between two levels of a map, in one colour; the last is all that lies above its floor. */
interface Band {
  readonly floor: number;
  readonly color: string;
}

/** The bands of a map, from the lowest on. */
export function bandsOf({ zmin = 0, zmax = 1, colorscale = [], contours }: DrawnTrace): Band[] {
  const { start, end, size } = contours!;
  return Array.from({ length: Math.round((end - start) / size) + 2 }, (_, k) => {
    const floor = start + (k - 1) * size;
    return { floor, color: colourAt(colorscale, (floor + size / 2 - zmin) / (zmax - zmin)) };
  });
}

/** The colour of a scale at a share of its length, between its two neighbours. */
function colourAt(colorscale: readonly (readonly [number, string])[], share: number): string {
  const after = colorscale.findIndex(([at]) => at >= share);
  if (after <= 0) return colorscale.at(after)?.[1] ?? INK;
  const [[from, low], [to, high]] = [colorscale[after - 1]!, colorscale[after]!];
  const part = (share - from) / (to - from);
  const mixed = [1, 3, 5].map((k) => {
    const [a, b] = [low, high].map((color) => Number.parseInt(color.slice(k, k + 2), 16)) as [number, number];
    return Math.round(a + part * (b - a))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

const [LEFT, LENGTH, THICKNESS, ROW] = [8, 264, 10, 32];

/** What the colours of a map mean: its bands in a row, with numbers below and the name of what they are beside them. */
export function colourKey(traces: readonly DrawnTrace[], top: number): { svg: string; height: number } {
  const map = traces.find(({ colorbar }) => colorbar !== undefined);
  if (map === undefined) return { svg: "", height: 0 };
  const [bands, { title, tickvals = [] }] = [bandsOf(map), map.colorbar!];
  const width = LENGTH / bands.length;
  const placeOf = (value: number): number => LEFT + ((value - bands[0]!.floor) / map.contours!.size) * width;
  const y = top + 6;
  const svg = [
    ...bands.map(({ floor, color }) =>
      element("rect", { x: placeOf(floor), y, width, height: THICKNESS, fill: color }),
    ),
    ...tickvals.map((value) =>
      element("text", { x: placeOf(value), y: y + THICKNESS + 14, "text-anchor": "middle" }, [
        text(numeral(value, 6)),
      ]),
    ),
    element("text", { x: LEFT + LENGTH + 10, y: y + THICKNESS }, [text(title?.text ?? "")]),
  ];
  return { svg: svg.join(""), height: ROW };
}
