import { norm } from "./linear.ts";

/** The coefficients of Muon's iteration, how often it is run, and what keeps its divisor above 0 (Jordan et al. 2024). */
const [FIRST, THIRD, FIFTH] = [3.4445, -4.775, 2.0315];
export const STEPS = 5;
const EPSILON = 1e-7;

/**
 * Nearly the polar factor of a matrix, which has its singular vectors, and singular values of 1. As Muon takes it (Jordan
 * et al. 2024): the matrix is divided by its Euclidean length, and five times X becomes aX + bXX'X + cXX'XX'X. Singular
 * values that were at least a hundredth of the length end between 0.68 and 1.14, much smaller ones below.
 * @param v the matrix, row by row; 0 where it ends before the last row does
 * @param rows how many rows it has, above 0 (else all results are NaN); its columns are v.length / rows, rounded up
 * @param steps how many steps of the iteration are made; Muon makes five
 */
export function polar(
  v: Float64Array,
  rows: number,
  out: Float64Array = new Float64Array(v.length),
  steps: number = STEPS,
): Float64Array {
  if (!(rows > 0)) return out.fill(NaN);
  const columns = Math.min(v.length, Math.ceil(v.length / rows));
  const filled = Math.ceil(v.length / columns);
  const short = Math.min(filled, columns);
  // A matrix that is taller than wide is laid on its side, where its products are smaller.
  const place =
    filled <= columns ? (k: number) => k : (k: number) => (k % columns) * filled + Math.floor(k / columns);
  const size = norm(v) + EPSILON;
  let X = new Float64Array(filled * columns);
  for (let k = 0; k < v.length; k++) X[place(k)] = v[k]! / size;
  for (let step = 0; step < steps; step++) X = newtonSchulz(X, short);
  for (let k = 0; k < v.length; k++) out[k] = X[place(k)]!;
  return out;
}

function newtonSchulz(X: Float64Array, rows: number): Float64Array<ArrayBuffer> {
  const A = gram(X, rows);
  const AA = gram(A, rows);
  const BX = product(
    A.map((a, i) => THIRD * a + FIFTH * AA[i]!),
    X,
    rows,
  );
  return BX.map((y, i) => FIRST * X[i]! + y);
}

/** X X', of rows by rows numbers. */
function gram(X: Float64Array, rows: number): Float64Array {
  const columns = X.length / rows;
  return Float64Array.from({ length: rows * rows }, (_, at) => {
    const [i, j] = [Math.floor(at / rows) * columns, (at % rows) * columns];
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += X[i + k]! * X[j + k]!;
    return sum;
  });
}

/** B X, where B is square and has as many rows as X. */
function product(B: Float64Array, X: Float64Array, rows: number): Float64Array<ArrayBuffer> {
  const columns = X.length / rows;
  const out = new Float64Array(X.length);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < rows; k++)
      for (let j = 0; j < columns; j++) out[i * columns + j]! += B[i * rows + k]! * X[k * columns + j]!;
  return out;
}
