import { contours } from "d3-contour";
import { grid, type Interval, roundedIn } from "./view.ts";

/** Lines with gaps between them, which are null. */
export interface Lines {
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
}

const FINE = 241;

/** Lines along which a function of two numbers has given values. */
export function isolines(
  value: (x: number, y: number) => number,
  views: readonly [Interval, Interval],
  levels: readonly number[],
): Lines {
  const [xs, ys] = [grid(views[0], FINE), grid(views[1], FINE)];
  return linesOver(
    ys.map((y) => xs.map((x) => value(x, y))),
    views,
    levels,
  );
}

/** Lines of given heights through a grid of heights, row by row; a missing height is above them all. */
export function linesOver(
  rows: readonly (readonly (number | null)[])[],
  views: readonly [Interval, Interval],
  levels: readonly number[],
): Lines {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  const heights = rows.flatMap((row) => row.map((one) => one ?? Infinity));
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  const places = [placeOn(views[0], width), placeOn(views[1], height)] as const;
  const isEdge = ([px, py]: readonly number[]): boolean =>
    px! <= 0.5 || py! <= 0.5 || px! >= width - 0.5 || py! >= height - 0.5;
  for (const { coordinates } of contours()
    .size([width, height])
    .thresholds([...levels])(heights)) {
    for (const ring of coordinates.flat()) {
      const onEdge = ring.map(isEdge);
      for (const [k, [px, py]] of ring.entries()) {
        // Rings close along the edge; that part is no isoline.
        const isAlong = onEdge[k]! && onEdge.at(k - 1)! && (onEdge[k + 1] ?? onEdge[1]!);
        x.push(isAlong ? null : places[0](px!));
        y.push(isAlong ? null : places[1](py!));
      }
      x.push(null);
      y.push(null);
    }
  }
  return thinnedLines(x, y, views);
}

/** From d3's places, where a cell's middle lies at a half, to an axis. */
function placeOn([low, high]: Interval, count: number): (at: number) => number {
  return (at) => low + ((Math.min(count - 0.5, Math.max(0.5, at)) - 0.5) / (count - 1)) * (high - low);
}

/** How far a point may lie from the line without it, as a share of the picture. */
const TOLERANCE = 4e-4;

/** Lines without the points that straight pieces do not need, and without repeated gaps. */
function thinnedLines(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  views: readonly [Interval, Interval],
): Lines {
  const [across, up] = views.map(([low, high]) => high - low) as [number, number];
  const shares = [x.map((one) => (one ?? NaN) / across), y.map((one) => (one ?? NaN) / up)] as const;
  const [roundX, roundY] = [roundedIn(views[0], 5000), roundedIn(views[1], 5000)];
  const thin: { x: (number | null)[]; y: (number | null)[] } = { x: [], y: [] };
  const keep = (k: number): void => {
    thin.x.push(roundX(x[k]!));
    thin.y.push(roundY(y[k]!));
  };
  const gap = (): void => {
    if (thin.x.length === 0 || thin.x.at(-1) === null) return;
    thin.x.push(null);
    thin.y.push(null);
  };
  let [anchor, last] = [-1, -1];
  for (let k = 0; k <= x.length; k++) {
    if (x[k] === null || k === x.length) {
      if (last > anchor) keep(last);
      gap();
      [anchor, last] = [-1, -1];
    } else if (anchor === -1) {
      keep(k);
      [anchor, last] = [k, k];
    } else {
      if (!isStraight(anchor, k)) {
        keep(last);
        anchor = last;
      }
      last = k;
    }
  }
  return thin;

  function isStraight(from: number, to: number): boolean {
    for (let p = from + 1; p < to; p++) if (away(p, from, to) >= TOLERANCE) return false;
    return true;
  }

  function away(p: number, a: number, b: number): number {
    const [ax, ay] = [shares[0][a]!, shares[1][a]!];
    const [bx, by] = [shares[0][b]! - ax, shares[1][b]! - ay];
    const [px, py] = [shares[0][p]! - ax, shares[1][p]! - ay];
    const length = Math.sqrt(bx * bx + by * by); // Much quicker than Math.hypot.
    return length === 0 ? Math.sqrt(px * px + py * py) : Math.abs(bx * py - by * px) / length;
  }
}
