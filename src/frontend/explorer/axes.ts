import { ticks } from "d3-array";
import type { Interval } from "../../figures/view.ts";
import { formatNumber } from "../../math/tex.ts";
import { svg } from "./elements.ts";

/** The inside of a picture, in its own units: what its axes span. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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

function plainMarks(range: Interval): Mark[] {
  return ticks(...range, 5).map((value) => ({ value, label: formatNumber(value) }));
}

/** Marks for an axis of logarithms: powers of ten, or round numbers between them where there is one decade or two. */
export function logarithmMarks([low, high]: Interval): Mark[] {
  if (high - low > 2)
    return ticks(low, high, 5)
      .filter(Number.isInteger)
      .map((value) => ({ value, label: `10${raised(value)}` }));
  const [from, to] = [10 ** low, 10 ** high];
  const series = [Math.floor(low), Math.floor(low) + 1, Math.floor(low) + 2].flatMap((k) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${k}`)),
  );
  const within = series.filter((number) => number >= from && number <= to);
  return (within.length > 2 ? within : ticks(from, to, 4)).map((number) => ({
    value: Math.log10(number),
    label: formatNumber(number),
  }));
}

/** An exponent in small raised digits. */
function raised(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
}

/** The frame of a picture with marks and names on two sides. */
export function frame(
  { left, right, top, bottom }: Box,
  [x, y]: readonly [Axis, Axis],
  [xName, yName]: readonly [string, string],
  upMarks: readonly Mark[] = plainMarks(y.range),
): SVGGElement {
  const across = plainMarks(x.range).map(({ value, label }) =>
    svg("text", { x: x.at(value), y: bottom + 15, "text-anchor": "middle" }, label),
  );
  const up = upMarks.map(({ value, label }) =>
    svg("text", { x: left - 6, y: y.at(value) + 4, "text-anchor": "end" }, label),
  );
  return svg(
    "g",
    { class: "frame" },
    svg("rect", { x: left, y: top, width: right - left, height: bottom - top }),
    ...across,
    ...up,
    svg("text", { x: (left + right) / 2, y: bottom + 31, "text-anchor": "middle" }, xName),
    svg(
      "text",
      { transform: `translate(12 ${(top + bottom) / 2}) rotate(-90)`, "text-anchor": "middle" },
      yName,
    ),
  );
}

/** A line through points; it breaks where a point is missing or runs far out of the picture. */
export function line(points: Iterable<readonly [number, number]>): string {
  let d = "";
  let pen = "M";
  for (const [x, y] of points) {
    if (!(Math.abs(x) < FAR && Math.abs(y) < FAR)) {
      pen = "M";
      continue;
    }
    d += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
  }
  return d;
}

/** Dots at points, as strokes of no length with round ends. */
export function dots(points: Iterable<readonly [number, number]>): string {
  let d = "";
  for (const [x, y] of points)
    if (Math.abs(x) < FAR && Math.abs(y) < FAR) d += `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  return d;
}

const FAR = 1e5;
