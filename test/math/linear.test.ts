import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as linear from "../../src/math/linear.ts";

const size = 4;
const entries = (count: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: count, maxLength: count })
    .map((numbers) => Float64Array.from(numbers));

/** M M' + I: symmetric, with every eigenvalue at least 1. */
function definite(m: Float64Array): Float64Array {
  const out = linear.identity(new Float64Array(size), new Float64Array(size * size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) out[i * size + j]! += m[i * size + k]! * m[j * size + k]!;
  return out;
}

describe("linear algebra", () => {
  test("solve gives x with A x = b, and inv the matrix that does so", () => {
    fc.assert(
      fc.property(entries(size * size), entries(size), (m, b) => {
        const A = definite(m);
        const x = linear.solve(A, b, new Float64Array(size));
        const back = linear.mul(A, x, new Float64Array(size));
        back.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 6));
        const y = linear.mul(linear.inv(A, new Float64Array(size * size)), b, new Float64Array(size));
        y.forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 6));
      }),
    );
  });

  test("solve keeps tiny numbers, and pivots", () => {
    expect([
      ...linear.solve(Float64Array.of(0, 2, 1, 0), Float64Array.of(7e-16, 3), new Float64Array(2)),
    ]).toEqual([3, 3.5e-16]);
    // 1e-20 x + y = 1 and -x + y = 0: both are 1; without an exchange of the rows x is lost.
    expect([
      ...linear.solve(Float64Array.of(1e-20, 1, -1, 1), Float64Array.of(1, 0), new Float64Array(2)),
    ]).toEqual([1, 1]);
  });

  test("a singular matrix is an error of its own", () => {
    expect(() =>
      linear.solve(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1), new Float64Array(2)),
    ).toThrow(linear.SingularMatrixError);
  });

  test("eigenvalues and unit eigenvectors satisfy A v = h v, smallest first", () => {
    fc.assert(
      fc.property(entries(size * size), (m) => {
        const A = definite(m);
        const { values, vectors } = linear.symmetricEigen(A);
        expect([...values].sort((a, b) => a - b)).toEqual(values);
        expect(linear.eigmin(A)).toBe(values[0]);
        vectors.forEach((v, k) => {
          expect(linear.norm(v)).toBeCloseTo(1, 9);
          linear
            .mul(A, v, new Float64Array(size))
            .forEach((x, i) => expect(x).toBeCloseTo(values[k]! * v[i]!, 6));
        });
      }),
    );
  });

  test("the two-loop recursion with one pair is BFGS's matrix", () => {
    const [s, y, g] = [Float64Array.of(1, 2), Float64Array.of(2, 1), Float64Array.of(3, -1)];
    const pairs = (vector: Float64Array): linear.History =>
      linear.append({ capacity: 3, vectors: [] }, vector);
    const got = linear.twoLoop(g, pairs(s), pairs(y), new Float64Array(2));
    const [rho, scale] = [1 / linear.dot(s, y), linear.dot(s, y) / linear.dot(y, y)];
    const left = (v: Float64Array): Float64Array => v.map((x, i) => x - rho * s[i]! * linear.dot(y, v));
    const right = (v: Float64Array): Float64Array => v.map((x, i) => x - rho * y[i]! * linear.dot(s, v));
    const expected = left(right(g).map((x) => scale * x)).map((x, i) => x + rho * s[i]! * linear.dot(s, g));
    got.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 12));
  });

  test("a history drops its oldest vector when it is full", () => {
    const full = [1, 2, 3].reduce<linear.History>((kept, x) => linear.append(kept, Float64Array.of(x)), {
      capacity: 2,
      vectors: [],
    });
    expect(full.vectors.map((v) => v[0])).toEqual([2, 3]);
  });
});
