import type { Heights } from "./heights.ts";
import { remembered } from "../remembered.ts";

/** The height at a place of a picture. */
type HeightAt = (x: number, y: number) => number;

/**
 * The heights at which contours can be drawn over a grid without islands that the surface does not have. In a valley
 * that is narrower than the grid water would stand in puddles; levels that show such puddles are left out.
 */
export function contourLevels(
  { z, levels: spaced }: Pick<Heights, "z" | "levels">,
  xs: readonly number[],
  ys: readonly number[],
  height: HeightAt,
): number[] {
  const levels = evenLevels(spaced);
  const heights = new Float64Array(z.flatMap((row) => row.map((one) => one ?? Infinity)));
  const isReal = realPits(heights, xs, ys, height);
  const puddles = puddlesOf(heights, xs.length, levels, isReal);
  return levels.filter((level) => !puddles.some(({ above, to }) => level > above && level <= to));
}

const MOST_LEVELS = 60;

/** Round heights, evenly spaced. */
export function evenLevels({ start, end, size }: Heights["levels"]): number[] {
  const count = Math.min(MOST_LEVELS, Math.floor((end - start) / size + 1.001));
  return Array.from({ length: Math.max(0, count) }, (_, k) => Number((start + k * size).toPrecision(9)));
}

/** Heights between which a puddle stands alone. */
interface Puddle {
  readonly above: number;
  readonly to: number;
}

/** A part of the grid below the rising water. */
interface Pool {
  /** What stands alone below this height is known: that of its lowest place, or at which pools met in it last. */
  readonly known: number;
  readonly pits: readonly number[];
}

/** Lets water rise over the grid: wherever two pools meet, one without a pit of the surface itself was a puddle. */
function puddlesOf(
  heights: Float64Array,
  width: number,
  levels: readonly number[],
  isReal: (place: number) => boolean,
): Puddle[] {
  const order = Array.from(heights.keys()).filter((place) => heights[place]! < Infinity);
  order.sort((a, b) => heights[a]! - heights[b]!);
  const parents = new Int32Array(heights.length).fill(-1);
  const pools = new Map<number, Pool>();
  const puddles: Puddle[] = [];
  const poolAt = (place: number): number => {
    let root = place;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  for (const place of order) {
    const here = heights[place]!;
    let own = -1;
    for (const next of neighboursOf(place, width, heights.length)) {
      if (parents[next] === -1) continue;
      const other = poolAt(next);
      if (own !== -1 && other !== own) {
        const met = [pools.get(own)!, pools.get(other)!] as const;
        for (const { known, pits } of met) {
          const isSeen = levels.some((level) => level > known && level <= here);
          if (isSeen && !pits.some(isReal)) puddles.push({ above: known, to: here });
        }
        pools.set(other, { known: here, pits: [...met[0].pits, ...met[1].pits] });
        parents[own] = other;
      }
      own = other;
    }
    parents[place] = own === -1 ? place : own;
    if (own === -1) pools.set(place, { known: here, pits: [place] });
  }
  return puddles;
}

/** The places around one, those at its corners too: contours join what meets at a corner from below. */
function neighboursOf(place: number, width: number, count: number): number[] {
  const column = place % width;
  const [left, right] = [column > 0 ? -1 : 0, column < width - 1 ? 1 : 0];
  const near: number[] = [];
  for (const row of [-width, 0, width]) {
    if (place + row < 0 || place + row >= count) continue;
    for (let side = left; side <= right; side++) if (row !== 0 || side !== 0) near.push(place + row + side);
  }
  return near;
}

/** How many times finer than the grid its pits are looked at, as far as their neighbours. */
const FINER = 24;

/**
 * Whether the surface itself has a pit near one of the grid: looked at through a lens, the lowest place lies inside, and
 * not at the edge, where a valley leads on. At the border of the picture a valley leads out of it.
 */
function realPits(
  heights: Float64Array,
  xs: readonly number[],
  ys: readonly number[],
  height: HeightAt,
): (place: number) => boolean {
  const known = new Map<number, boolean>();
  const [dx, dy] = [xs, ys].map((all) => (all.at(-1)! - all[0]!) / (all.length - 1) / FINER) as [
    number,
    number,
  ];
  const look = (place: number): boolean => {
    const [column, row] = [place % xs.length, Math.floor(place / xs.length)];
    if (column % (xs.length - 1) === 0 || row % (ys.length - 1) === 0) return true;
    const [x, y] = [xs[column]!, ys[row]!];
    let [lowest, isInside] = [heights[place]!, true];
    for (let i = -FINER; i <= FINER; i++) {
      for (let j = -FINER; j <= FINER; j++) {
        const here = height(x + i * dx, y + j * dy);
        if (here < lowest) [lowest, isInside] = [here, Math.abs(i) < FINER && Math.abs(j) < FINER];
      }
    }
    return isInside;
  };
  return (place) => remembered(known, place, () => look(place));
}
