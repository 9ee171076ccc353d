import { ticks } from "d3-array";
import type { Interval } from "../../figures/view.ts";
import { numeral, power } from "../../math/numerals.ts";

/** From a number to its place in a picture, and back. */
export interface Axis {
  readonly range: Interval;
  at(value: number): number;
  value(at: number): number;
}

export function axis(range: Interval, from: number, to: number): Axis {
  const [low, high] = range;
  const scale = (to - from) / (high - low || 1);
  return {
    range,
    at: (value) => from + (value - low) * scale,
    value: (at) => low + (at - from) / scale,
  };
}

/** A number beside an axis. */
export interface Mark {
  readonly value: number;
  readonly label: string;
}

/** Round numbers along an axis, about so many. */
export function plainMarks(range: Interval, count: number): Mark[] {
  return ticks(...range, count).map((value) => ({ value, label: numeral(value, 6) }));
}

/** Marks for an axis of logarithms: powers of ten, or round numbers between them where there is one decade or two. */
export function logarithmMarks([low, high]: Interval, count: number): Mark[] {
  if (high - low > 2) {
    return ticks(low, high, count)
      .filter(Number.isInteger)
      .map((value) => ({
        value,
        label: power(value),
      }));
  }
  const [from, to] = [10 ** low, 10 ** high];
  const series = [Math.floor(low), Math.floor(low) + 1, Math.floor(low) + 2].flatMap((k) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${k}`)),
  );
  const within = series.filter((number) => number >= from && number <= to);
  return (within.length > 2 ? within : ticks(from, to, 4)).map((number) => ({
    value: Math.log10(number),
    label: numeral(number, 6),
  }));
}
