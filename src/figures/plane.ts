import { InputError } from "../errors.ts";
import { dot, norm, symmetricEigen } from "../math/linear.ts";
import type { Objective } from "../objectives/objective.ts";
import type { Trace } from "../trace/trace.ts";

/** A plane through the space of the parameters: what a picture of two axes can show of it. */
export interface Plane {
  /** Names of the two axes. */
  readonly names: readonly [string, string];
  /** Which parameter an axis is, where it is one. */
  readonly coordinates: readonly [number, number] | undefined;
  /** Where a point falls in the plane. */
  place(w: ArrayLike<number>): readonly [number, number];
  /** The parameters at a place in the plane; the array is reused. */
  point(x: number, y: number): Float64Array;
}

/** Two parameters by number (from 0), or `"principal"`: the two directions along which the paths vary most. */
export type PlaneChoice = readonly [number, number] | "principal";

/**
 * The plane in which to draw: for two parameters the whole space; for more, two of them through the end of the first
 * path, or the principal directions of the paths.
 * @throws InputError when the choice does not name two parameters
 */
export function planeOf(objective: Objective, traces: readonly Trace[], choice?: PlaneChoice): Plane {
  const chosen = choice ?? (objective.dimension > 2 ? "principal" : [0, 1]);
  const base =
    traces[0]?.end.w ?? Float64Array.from(objective.start ?? new Array<number>(objective.dimension).fill(0));
  if (chosen === "principal" && objective.dimension > 1 && traces.length > 0)
    return principalPlane(base, traces);
  if (chosen !== "principal") return coordinatePlane(objective, base, chosen);
  if (objective.dimension === 2) return coordinatePlane(objective, base, [0, 1]);
  throw new InputError({
    what: `a picture has two axes, and ${objective.name} has ${objective.dimension} parameters`,
    cure: "name two of them by number, { coordinates: [0, 1] }, or show descents, as in landscape([run])",
  });
}

/** What a parameter is called: its variable in the formula, or w with its number. */
export function nameOf(objective: Objective, coordinate: number): string {
  const { variables } = objective as { readonly variables?: readonly string[] };
  return variables?.[coordinate] ?? (objective.dimension === 1 ? "w" : `w[${coordinate}]`);
}

function coordinatePlane(objective: Objective, base: Float64Array, [i, j]: readonly [number, number]): Plane {
  const n = objective.dimension;
  const areParameters = [i, j].every((index) => Number.isInteger(index) && index >= 0 && index < n);
  if (!areParameters || i === j) {
    throw new InputError({
      what: "coordinates must be two different parameters by number, or principal",
      got: [i, j],
      allowed: `0 to ${n - 1}`,
    });
  }
  const point = base.slice();
  return {
    names: [nameOf(objective, i), nameOf(objective, j)],
    coordinates: [i, j],
    place: (w) => [w[i]!, w[j]!],
    point(x, y) {
      [point[i], point[j]] = [x, y];
      return point;
    },
  };
}

const MOST_ROWS = 40;

/** The plane through the end of the first path along the two directions in which the paths vary most (Li et al. 2018). */
function principalPlane(base: Float64Array, traces: readonly Trace[]): Plane {
  const rows = sampled(traces.flatMap(({ path }) => path)).map((w) => w.map((x, i) => x - base[i]!));
  const { values, directions } = principalDirections(rows, base.length);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const u = direction(directions[0], []);
  const v = direction(directions[1], [u]);
  const point = base.slice();
  const share = (k: number): string =>
    total > 0 ? `, ${Math.round((100 * Math.max(0, values.at(-k) ?? 0)) / total)}% of the way` : "";
  return {
    names: [`principal direction 1${share(1)}`, `principal direction 2${share(2)}`],
    coordinates: undefined,
    place(w) {
      let [x, y] = [0, 0];
      for (let i = 0; i < base.length; i++) {
        const away = w[i]! - base[i]!;
        x += away * u[i]!;
        y += away * v[i]!;
      }
      return [x, y];
    },
    point(x, y) {
      for (let i = 0; i < base.length; i++) point[i] = base[i]! + x * u[i]! + y * v[i]!;
      return point;
    },
  };
}

/** The two directions of greatest variation, from the products of coordinates or of points, whichever are fewer. */
function principalDirections(
  rows: readonly Float64Array[],
  n: number,
): { values: number[]; directions: [Float64Array, Float64Array] } {
  const columns = Array.from({ length: n < rows.length ? n : 0 }, (_, i) =>
    Float64Array.from(rows, (row) => row[i]!),
  );
  const fewer = columns.length > 0 ? columns : rows;
  const products = new Float64Array(fewer.length ** 2);
  fewer.forEach((a, i) => fewer.forEach((b, j) => (products[i * fewer.length + j] = dot(a, b))));
  const { values, vectors } = symmetricEigen(products);
  const [last, beforeLast] = [vectors.at(-1)!, vectors.at(-2) ?? new Float64Array(fewer.length)];
  return {
    values,
    directions: columns.length > 0 ? [last, beforeLast] : [combined(rows, last), combined(rows, beforeLast)],
  };
}

function sampled(points: readonly Float64Array[]): Float64Array[] {
  const stride = Math.ceil(points.length / MOST_ROWS);
  return points.filter((w, i) => i % stride === 0 && w.every((x) => Math.abs(x) < 1e100));
}

function combined(rows: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, k) => {
    for (let i = 0; i < sum.length; i++) sum[i]! += weights[k]! * row[i]!;
  });
  return sum;
}

/** A unit vector along `along` and at right angles to the others; some coordinate's where it has no direction left. */
function direction(along: Float64Array, others: readonly Float64Array[]): Float64Array {
  const candidates = [
    along,
    ...Array.from(along.slice(0, others.length + 1), (_, i) => unit(along.length, i)),
  ];
  for (const candidate of candidates) {
    const left = candidate.slice();
    for (const other of others) {
      const share = dot(left, other);
      for (let i = 0; i < left.length; i++) left[i]! -= share * other[i]!;
    }
    const length = norm(left);
    if (length > 1e-8 * norm(candidate)) return left.map((x) => x / length);
  }
  return unit(along.length, 0);
}

function unit(n: number, i: number): Float64Array {
  const vector = new Float64Array(n);
  vector[i] = 1;
  return vector;
}
