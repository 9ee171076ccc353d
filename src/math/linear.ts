/** Linear algebra on Float64Arrays; a matrix is n * n numbers, row by row. Results go into `out`, a new array where none is given. */

/** A matrix that cannot be solved with: some pivot is exactly zero. */
export class SingularMatrixError extends Error {
  override readonly name = "SingularMatrixError";
}

/** Dot product of two vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length of a vector. */
export function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

/** Mean of a vector's coordinates. */
export function mean(a: Float64Array): number {
  let sum = 0;
  for (const x of a) sum += x;
  return sum / a.length;
}

/** Outer product: out[i, j] = a[i] b[j]. */
export function outer(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array = new Float64Array(a.length ** 2),
): Float64Array {
  const n = a.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i * n + j] = a[i]! * b[j]!;
  return out;
}

/** Matrix times vector (when `b` has n numbers) or matrix times matrix (when it has n * n). */
export function mul(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array = new Float64Array(b.length),
): Float64Array {
  const n = Math.sqrt(a.length);
  const columns = b.length / n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * b[k * columns + j]!;
      out[i * columns + j] = sum;
    }
  }
  return out;
}

/** The identity matrix with as many rows as `like` has coordinates. */
export function identity(
  like: Float64Array,
  out: Float64Array = new Float64Array(like.length ** 2),
): Float64Array {
  const n = like.length;
  out.fill(0);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}

/**
 * Solve A X = B by Gaussian elimination with partial pivoting; B is a vector or a matrix.
 * @throws SingularMatrixError when a pivot is exactly zero
 */
export function solve(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array = new Float64Array(b.length),
): Float64Array {
  const n = Math.sqrt(a.length);
  const columns = b.length / n;
  const rows = a.slice();
  out.set(b);
  for (let k = 0; k < n; k++) {
    const pivot = pivotRow(rows, n, k);
    if (rows[pivot * n + k] === 0) throw new SingularMatrixError(`pivot ${k + 1} is zero`);
    swapRows(rows, n, k, pivot);
    swapRows(out, columns, k, pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i * n + k]! / rows[k * n + k]!;
      for (let j = k; j < n; j++) rows[i * n + j]! -= factor * rows[k * n + j]!;
      for (let j = 0; j < columns; j++) out[i * columns + j]! -= factor * out[k * columns + j]!;
    }
  }
  for (let j = 0; j < columns; j++) {
    for (let i = n - 1; i >= 0; i--) {
      let sum = out[i * columns + j]!;
      for (let k = i + 1; k < n; k++) sum -= rows[i * n + k]! * out[k * columns + j]!;
      out[i * columns + j] = sum / rows[i * n + i]!;
    }
  }
  return out;
}

function pivotRow(rows: Float64Array, n: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < n; i++) {
    if (Math.abs(rows[i * n + column]!) > Math.abs(rows[best * n + column]!)) best = i;
  }
  return best;
}

function swapRows(matrix: Float64Array, columns: number, i: number, k: number): void {
  if (i === k) return;
  for (let j = 0; j < columns; j++) {
    const kept = matrix[i * columns + j]!;
    matrix[i * columns + j] = matrix[k * columns + j]!;
    matrix[k * columns + j] = kept;
  }
}

/** Inverse of a matrix. @throws SingularMatrixError */
export function inv(a: Float64Array, out: Float64Array = new Float64Array(a.length)): Float64Array {
  const n = Math.sqrt(a.length);
  return solve(a, identity(new Float64Array(n)), out);
}

/** Eigenvalues and unit eigenvectors of a symmetric matrix, smallest first, by cyclic Jacobi rotations. */
export function symmetricEigen(a: Float64Array): { values: number[]; vectors: Float64Array[] } {
  const n = Math.sqrt(a.length);
  const d = a.slice();
  const v = identity(new Float64Array(n));
  for (let sweep = 0; sweep < 60 && offDiagonal(d, n) > 1e-32 * dot(d, d); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(d, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => d[i * n + i]! - d[j * n + j]!);
  return {
    values: order.map((i) => d[i * n + i]!),
    vectors: order.map((i) => Float64Array.from({ length: n }, (_, k) => v[k * n + i]!)),
  };
}

function offDiagonal(d: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) sum += d[i * n + j]! ** 2;
  return sum;
}

function rotate(d: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = d[p * n + q]!;
  if (apq === 0) return;
  const theta = (d[q * n + q]! - d[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(d, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) turn(d, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q, c, s);
}

function turn(matrix: Float64Array, i: number, j: number, c: number, s: number): void {
  const [x, y] = [matrix[i]!, matrix[j]!];
  matrix[i] = c * x - s * y;
  matrix[j] = s * x + c * y;
}

/** Smallest eigenvalue of a symmetric matrix; NaN where an entry is not finite. */
export function eigmin(a: Float64Array): number {
  return a.every(Number.isFinite) ? symmetricEigen(a).values[0]! : NaN;
}

/** Vectors of past steps, oldest first; never longer than its capacity. */
export interface History {
  readonly capacity: number;
  readonly vectors: readonly Float64Array[];
}

/** A history with `vector` at its end; the oldest is dropped when it is full. */
export function append(history: History, vector: Float64Array): History {
  const vectors = [...history.vectors, vector.slice()].slice(-history.capacity);
  return { capacity: history.capacity, vectors };
}

/** The least number of full precision; the inverse of a smaller one may overflow. */
const LEAST_NORMAL = 2 ** -1022;

/**
 * L-BFGS's two-loop recursion (Nocedal 1980; Nocedal & Wright 2006, algorithm 7.4): the product of the
 * approximate inverse Hessian with `g`, from the histories of steps `s` and gradient changes `y`.
 * Pairs without positive curvature (y . s <= 0, or too small to divide by) are passed over.
 */
export function twoLoop(
  g: Float64Array,
  s: History,
  y: History,
  out: Float64Array = new Float64Array(g.length),
): Float64Array {
  out.set(g);
  const pairs = s.vectors.flatMap((step, i) => {
    const change = y.vectors[i]!;
    const curvature = dot(change, step);
    return curvature >= LEAST_NORMAL ? [{ step, change, rho: 1 / curvature, a: 0 }] : [];
  });
  for (const pair of [...pairs].reverse()) {
    pair.a = pair.rho * dot(pair.step, out);
    addScaled(out, -pair.a, pair.change);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.change, last.change));
    for (let i = 0; i < out.length; i++) out[i]! *= scale;
  }
  for (const pair of pairs) addScaled(out, pair.a - pair.rho * dot(pair.change, out), pair.step);
  return out;
}

function addScaled(out: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i]! += factor * vector[i]!;
}
