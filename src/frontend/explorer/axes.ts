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

/** The frame of a picture with marks and names on two sides. */
export function frame(
  { left, right, top, bottom }: Box,
  [x, y]: readonly [Axis, Axis],
  [xName, yName]: readonly [string, string],
  yLabel: (value: number) => string = formatNumber,
): SVGGElement {
  const across = ticks(...x.range, 6).map((value) =>
    svg("text", { x: x.at(value), y: bottom + 15, "text-anchor": "middle" }, formatNumber(value)),
  );
  const up = ticks(...y.range, 5).map((value) =>
    svg("text", { x: left - 6, y: y.at(value) + 4, "text-anchor": "end" }, yLabel(value)),
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
