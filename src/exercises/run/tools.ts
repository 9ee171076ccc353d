import { counted } from "../../counted.ts";
import { SingularMatrixError, solve as solveInto } from "../../math/linear.ts";
import { describe, isList } from "./describe.ts";

/** A list of numbers and nothing else. */
export const isVector = (x: unknown): x is ArrayLike<number> =>
  isList(x) && Array.from(x).every((entry) => typeof entry === "number");

/** What a student gave as a place; told in words where it is none. */
export function pointOf(at: unknown, n: number): ArrayLike<number> {
  if (isVector(at) && at.length === n) return Float64Array.from(at);
  throw new TypeError(
    `gradient(...) takes a place, ${counted(n, "number")} in an array, got ${describe(at)}`,
  );
}

/** solve as students call it; what is no system of equations is told in words. */
export function solveFor(A: unknown, b: unknown): number[] {
  if (isList(A) && isVector(b) && A.length === b.length) {
    const rows = Array.from(A);
    if (rows.every((row) => isVector(row) && row.length === b.length)) {
      const flat = Float64Array.from((rows as ArrayLike<number>[]).flatMap((row) => Array.from(row)));
      return Array.from(solveInto(flat, Float64Array.from(b), new Float64Array(b.length)));
    }
  }
  const turned = isVector(A) && isList(b) && Array.from(b).every(isVector);
  throw new TypeError(
    turned
      ? "solve(H, g) takes the matrix first and then the list; here the list came first"
      : `solve(H, g) takes a list of rows and a list of as many numbers; got ${describe(A)} and ${describe(b)}`,
  );
}

/** The same where an answer is tried: what has no solution comes to no number, or to what dividing by the diagonal gives. */
export function solveOrDivide(A: unknown, b: unknown): number[] {
  try {
    return solveFor(A, b);
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    const [rows, list] = [A as number[][], b as number[]];
    const isDiagonal = rows.every((row, i) => row.every((x, j) => i === j || x === 0));
    return Array.from(list, (x, i) => (isDiagonal ? x / rows[i]![i]! : NaN));
  }
}
