/** Numbers that were answered, counted in classes of equal width. */
import { bin, max, min, nice, quantileSorted, ticks } from "d3-array";

export interface Histogram {
  readonly range: readonly [number, number];
  /** The classes, from below: where each begins and ends, and how many there are of each vote. */
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly counts: readonly number[];
  }[];
  /** The highest count. */
  readonly most: number;
  /** How many of each vote lie below the range, and above it. */
  readonly beyond: readonly { readonly below: number; readonly above: number }[];
}

/** About so many classes. */
const CLASSES = 16;

/** So far beyond the middle half lies what would make all others one class, in widths of that half. */
const FAR = 3;

/** Numbers that differ by less than this share of the largest stand in one class, and so do numbers as small as that. */
const SAME = 1e-9;
const SMALL = 1e-100;

/**
 * @param votes the numbers of each vote
 * @param right what is true, which is always in the range
 */
export function histogramOf(votes: readonly (readonly number[])[], right: readonly number[]): Histogram {
  const all = votes.flat().sort((a, b) => a - b);
  const [low, high] = [quantileSorted(all, 0.25) ?? 0, quantileSorted(all, 0.75) ?? 0];
  const reach = FAR * (high - low || Math.abs(high) || 1);
  const near = [...all.filter((x) => x >= low - reach && x <= high + reach), ...right];
  const [least = 0, most = 1] = [min(near), max(near)];
  const size = Math.max(Math.abs(least), Math.abs(most));
  const width = size > SMALL ? size : 1;
  const range = nice(least, most - least > SAME * width ? most : least + width, CLASSES);
  const within = ticks(...range, CLASSES).filter((edge) => edge > range[0] && edge < range[1]);
  const classes = bin().domain(range).thresholds(within);
  const counted = votes.map((numbers) => classes([...numbers]));
  const bins = classes([]).map(({ x0, x1 }, k) => ({
    ...{ from: x0!, to: x1! },
    counts: counted.map((vote) => vote[k]!.length),
  }));
  return {
    range,
    bins,
    most: Math.max(1, ...bins.flatMap(({ counts }) => counts)),
    beyond: votes.map((numbers) => ({
      below: numbers.filter((x) => x < range[0]).length,
      above: numbers.filter((x) => x > range[1]).length,
    })),
  };
}
