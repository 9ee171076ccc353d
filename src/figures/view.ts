export type Interval = readonly [low: number, high: number];

/** Round to so many significant digits, so that figures stay small. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toPrecision(digits));
}

/** Round to a step that is fine beside a range: the same number of decimals for all numbers of the range. */
export function roundedIn([low, high]: Interval, parts = 3000): (value: number) => number {
  const decimals = Math.ceil(Math.log10(parts / (high - low)));
  if (!Number.isFinite(decimals) || Math.abs(decimals) > 15) return (value) => rounded(value, 6);
  if (decimals < 0) return (value) => rounded(value, 5);
  return (value) => (Math.abs(value) < 1e9 ? Number(value.toFixed(decimals)) : rounded(value, 6));
}

/** What is to be seen along one axis. */
export interface Extent {
  /** The range the surface itself proposes. */
  readonly own?: Interval | undefined;
  /** Numbers that must be in sight: starts and minima. */
  readonly landmarks: readonly number[];
  /** Numbers of the paths. */
  readonly path: readonly number[];
}

const SHARE_OF_OWN = 0.45;

/**
 * The range of an axis worth drawing: it holds landmarks and paths with some room around them, and a good part of the
 * range that the surface proposes. A path that runs far away leaves the picture and does not shrink it.
 */
export function rangeOf({ own, landmarks, path }: Extent): Interval {
  if (own !== undefined && path.length === 0) return spread([...own, ...landmarks]);
  const [first, last] = spread(landmarks.length > 0 ? landmarks : path);
  const room = Math.max(1.5 * (last - first), own === undefined ? 0 : own[1] - own[0]);
  const near = path.filter((x) => x > first - room && x < last + room);
  const [low, high] = spread([first, last, ...extremes(near)]);
  const least = own === undefined ? 0 : SHARE_OF_OWN * (own[1] - own[0]);
  const margin = Math.max(0.18 * (high - low), (least - (high - low)) / 2);
  return [low - margin, high + margin];
}

/** The least and the greatest of some numbers; nothing of none. */
export function extremes(numbers: readonly number[]): number[] {
  if (numbers.length === 0) return [];
  let [low, high] = [Infinity, -Infinity];
  for (const x of numbers) [low, high] = [Math.min(low, x), Math.max(high, x)];
  return [low, high];
}

function spread(numbers: readonly number[]): Interval {
  const [low = -1, high = 1] = extremes(numbers.filter(Number.isFinite));
  return high - low > 1e-9 * Math.max(1, Math.abs(low)) ? [low, high] : [low - 1, high + 1];
}

/** Evenly spaced numbers from low to high, both included. */
export function grid([low, high]: Interval, count: number): number[] {
  return Array.from({ length: count }, (_, i) => rounded(low + ((high - low) * i) / (count - 1), 6));
}
