import { range } from "d3-array";
import { numeral, power } from "../math/numerals.ts";
import type { PlotlyObject } from "./plotly.ts";
import { extremes, rounded } from "./view.ts";

/** How an axis shows its numbers; `symlog` is linear around 0 and logarithmic beyond, on both sides. */
export type ScaleKind = "linear" | "log" | "symlog";

/** A vertical axis: its part of the layout, and where a number is on it. */
export interface Scale {
  readonly axis: PlotlyObject;
  readonly place: (value: number) => number | null;
}

const DECADES_FOR_LOG = 2.5;

/** The scale that suits some numbers: logarithmic where they span decades, on both sides of 0 if need be. */
export function suitableScale(values: readonly number[]): ScaleKind {
  const sizes = values.filter((x) => Number.isFinite(x) && x !== 0).map(Math.abs);
  const [least = 1, most = 1] = extremes(sizes);
  const middle = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 1;
  if (values.every((x) => !(x <= 0))) return Math.log10(most / least) > DECADES_FOR_LOG ? "log" : "linear";
  return Math.log10(most / middle) > DECADES_FOR_LOG ? "symlog" : "linear";
}

/** A scale of some kind for some numbers. */
export function scaleOf(kind: ScaleKind, values: readonly number[]): Scale {
  if (kind === "symlog") return symlog(values);
  return {
    axis: kind === "log" ? logAxis(values) : {},
    place: (value) => (Number.isFinite(value) && (kind === "linear" || value > 0) ? rounded(value) : null),
  };
}

/** Marks on an axis of logarithms do not crowd. */
const MOST_MARKS = 8;

/** An axis of logarithms, with marks at powers of ten written as everywhere; a few beyond, for axes that reach further. */
export function logAxis(values: readonly number[]): PlotlyObject {
  const [least = 1, most = 1] = extremes(values.filter((x) => Number.isFinite(x) && x > 0));
  const step = Math.max(1, Math.ceil(Math.log10(most / least) / MOST_MARKS));
  const [low, high] = [Math.floor(Math.log10(least) / step) - 1, Math.ceil(Math.log10(most) / step) + 1];
  const exponents = range(low, high + 1).map((k) => k * step);
  return {
    type: "log",
    tickmode: "array",
    tickvals: exponents.map((exponent) => Number(`1e${exponent}`)),
    ticktext: exponents.map(power),
  };
}

/** sign(y) log10(1 + |y|/c), c being a small one of the numbers; Plotly has no such axis, so the ticks are ours. */
function symlog(values: readonly number[]): Scale {
  const sizes = values
    .filter(Number.isFinite)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const around = 10 ** Math.round(Math.log10(sizes[Math.floor(sizes.length / 4)] || 1));
  const forward = (y: number): number => Math.sign(y) * Math.log10(1 + Math.abs(y) / around);
  const decades = Math.ceil(forward(sizes.at(-1) ?? 1));
  const step = Math.ceil(decades / 4);
  const exponents = range(decades > 4 ? step : 0, decades + 1, step);
  const [low, high] = extremes(values.filter(Number.isFinite));
  const marks = [...exponents.map((k) => -around * 10 ** k), 0, ...exponents.map((k) => around * 10 ** k)]
    .filter((y) => y >= Math.min(0, low ?? 0) * 10 && y <= Math.max(0, high ?? 0) * 10)
    .sort((a, b) => a - b);
  return {
    axis: {
      tickmode: "array",
      tickvals: marks.map((y) => rounded(forward(y))),
      ticktext: marks.map((y) => numeral(y, 2)),
    },
    place: (value) => (Number.isFinite(value) ? rounded(forward(value)) : null),
  };
}
