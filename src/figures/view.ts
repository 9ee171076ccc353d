import type { Objective } from "../objectives/objective.ts";
import type { Trace } from "../trace/trace.ts";

export type Interval = readonly [low: number, high: number];

/** Round to so many significant digits, so that figures stay small. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toPrecision(digits));
}

/**
 * The range of one coordinate worth drawing: the objective's own, widened to hold the starts, the minima and the
 * paths; a path that runs far away (divergence) leaves the picture and does not shrink it.
 */
export function viewOf(objective: Objective, traces: readonly Trace[], coordinate: number): Interval {
  const own = objective.view?.[coordinate];
  const landmarks = [...(objective.minima ?? []), ...traces.map(({ path }) => Array.from(path[0]!))].map(
    (point) => point[coordinate]!,
  );
  const base = spread([...(own ?? []), ...landmarks], 1);
  const room = 1.5 * (base[1] - base[0]);
  const near = traces
    .flatMap(({ path }) => path.map((w) => w[coordinate]!))
    .filter((x) => x > base[0] - room && x < base[1] + room);
  const [low, high] = spread([...base, ...near], 1);
  const margin = own === undefined ? 0.15 * (high - low) : 0.02 * (high - low);
  return [low - margin, high + margin];
}

function spread(numbers: readonly number[], least: number): Interval {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (!Number.isFinite(low)) return [-least, least];
  return high - low > 1e-9 ? [low, high] : [low - least, high + least];
}

/** Evenly spaced numbers from low to high, both included. */
export function grid([low, high]: Interval, count: number): number[] {
  return Array.from({ length: count }, (_, i) => rounded(low + ((high - low) * i) / (count - 1), 6));
}
