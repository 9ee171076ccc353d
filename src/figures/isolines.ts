import { contours } from "d3-contour";
import { grid, type Interval, rounded } from "./view.ts";

const FINE = 121;

/** Lines along which a function of two numbers has given values; gaps between them are null. */
export function isolines(
  value: (x: number, y: number) => number,
  [horizontal, vertical]: readonly [Interval, Interval],
  levels: readonly number[],
): { x: (number | null)[]; y: (number | null)[] } {
  const [xs, ys] = [grid(horizontal, FINE), grid(vertical, FINE)];
  const heights = ys.flatMap((y) => xs.map((x) => value(x, y)));
  const place = ([low, high]: Interval, at: number): number =>
    rounded(low + ((Math.min(FINE - 0.5, Math.max(0.5, at)) - 0.5) / (FINE - 1)) * (high - low), 4);
  const isEdge = (at: number): boolean => at <= 0.5 || at >= FINE - 0.5;
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  for (const { coordinates } of contours()
    .size([FINE, FINE])
    .thresholds([...levels])(heights)) {
    for (const ring of coordinates.flat()) {
      const onEdge = ring.map(([px, py]) => isEdge(px!) || isEdge(py!));
      for (const [k, [px, py]] of ring.entries()) {
        if (!onEdge[k]! && k % 2 === 1) continue;
        // Rings close along the edge; that part is no isoline.
        const isAlong = onEdge[k]! && onEdge.at(k - 1)! && (onEdge[k + 1] ?? onEdge[1]!);
        x.push(isAlong ? null : place(horizontal, px!));
        y.push(isAlong ? null : place(vertical, py!));
      }
      x.push(null);
      y.push(null);
    }
  }
  return withoutRepeatedGaps(x, y);
}

function withoutRepeatedGaps(x: (number | null)[], y: (number | null)[]): ReturnType<typeof isolines> {
  const keep = x.map((value, k) => value !== null || (k > 0 && x[k - 1] !== null));
  return { x: x.filter((_, k) => keep[k]), y: y.filter((_, k) => keep[k]) };
}
