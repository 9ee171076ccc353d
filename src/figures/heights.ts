import { tickStep } from "d3-array";
import type { Objective } from "../objectives/objective.ts";
import { extremes, type Interval, rounded, roundedIn } from "./view.ts";

/** Heights over a grid as they are drawn: the loss, or the logarithm of its height above the least. */
export interface Heights {
  /** Row by row; null where the loss is not finite. */
  readonly z: readonly (readonly (number | null)[])[];
  readonly name: string;
  /** The drawn height of a loss. */
  readonly height: (loss: number) => number;
  /** Round heights at which to draw contours. */
  readonly levels: { readonly start: number; readonly end: number; readonly size: number };
}

const LOG_FROM = 40;
const LEVELS = 16;

/**
 * Heights of an objective over a grid of a plane. Where the losses span decades above the least, their logarithm shows
 * what happens near the bottom.
 */
export function heightsOver(
  { value, least }: Pick<Objective, "value" | "least">,
  xs: readonly number[],
  ys: readonly number[],
  point: (x: number, y: number) => Float64Array,
): Heights {
  const losses = ys.map((y) => xs.map((x) => value(point(x, y))));
  const finite = losses.flat().filter(Number.isFinite);
  const [low = 0, high = 1] = extremes(finite);
  const floor = least !== undefined && Number.isFinite(least) ? Math.min(least, low) : low;
  const quarter = new Float64Array(finite).sort()[Math.floor(finite.length / 4)] ?? 0;
  const spansDecades = high - floor > LOG_FROM * (quarter - floor) && quarter > floor;
  const lowest = 1e-4 * (quarter - floor);
  const height = (loss: number): number => (spansDecades ? Math.log10(Math.max(loss - floor, lowest)) : loss);
  const range = [height(low), height(high)] as const;
  const round = roundedIn(range, 1000);
  return {
    z: losses.map((row) => row.map((loss) => (Number.isFinite(loss) ? round(height(loss)) : null))),
    name: spansDecades ? "log₁₀(loss − least)" : "loss",
    height,
    levels: levelsOf(range),
  };
}

function levelsOf([low, high]: Interval): Heights["levels"] {
  const size = high > low ? tickStep(low, high, LEVELS) : 1;
  const at = (k: number): number => rounded(k * size, 6);
  return { start: at(Math.ceil(low / size + 0.01)), end: at(Math.floor(high / size)), size };
}
