import { describe, expect, test } from "vitest";
import {
  append,
  dot,
  eigmin,
  type History,
  identity,
  inv,
  mean,
  mul,
  norm,
  outer,
  SingularMatrixError,
  solve,
  symmetricEigen,
  twoLoop,
} from "../../src/math/linear.ts";

const v = (...numbers: number[]): Float64Array => Float64Array.from(numbers);
const dirty = (n: number): Float64Array => new Float64Array(n).fill(7);

test("dot, norm and mean of 3, -4 and 12", () => {
  expect(dot(v(3, -4, 12), v(1, 2, 3))).toBe(31);
  expect(norm(v(3, -4, 12))).toBe(13);
  expect(mean(v(3, -4, 13))).toBe(4);
});

test("products and the identity write over what stood there, or into a new array", () => {
  for (const out of [undefined, dirty(4)]) {
    expect([...outer(v(1, 2), v(3, 4), out)]).toEqual([3, 4, 6, 8]);
    expect([...identity(v(9, 9), out)]).toEqual([1, 0, 0, 1]);
    expect([...mul(v(1, 2, 3, 4), v(5, 6, 7, 8), out)]).toEqual([19, 22, 43, 50]);
    expect([...inv(v(1, 2, 3, 4), out)]).toEqual(
      [-2, 1, 1.5, -0.5].map((x): unknown => expect.closeTo(x, 14)),
    );
  }
  for (const out of [undefined, dirty(2)]) expect([...mul(v(1, 2, 3, 4), v(5, 6), out)]).toEqual([17, 39]);
});

describe("solve(A, b)", () => {
  test("leaves A and b as they are, and exchanges rows of several right sides together", () => {
    const [A, B] = [v(0, 2, 0, 1, 0, 0, 0, 0, 4), v(2, 4, 6, 1, 2, 3, 4, 8, 12)];
    expect([...solve(A, B)]).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
    expect([...A, ...B]).toEqual([0, 2, 0, 1, 0, 0, 0, 0, 4, 2, 4, 6, 1, 2, 3, 4, 8, 12]);
  });

  test("solves with a tiny pivot, and says which one is nought", () => {
    expect([...solve(v(1e-12, 0, 0, 1), v(1e-12, 2))]).toEqual([1, 2]);
    for (const [A, k] of [
      [v(0, 0, 0, 0), 1],
      [v(1, 2, 2, 4), 2],
      [v(1, 0, 0, 0, 1, 1, 0, 1, 1), 3],
    ] as const) {
      const attempt = (): unknown => solve(A, new Float64Array(Math.sqrt(A.length)).fill(1));
      expect(attempt).toThrow(SingularMatrixError);
      expect(attempt).toThrow(`pivot ${k} is zero`);
    }
  });
});

describe("eigenvalues of a symmetric matrix", () => {
  test.each<[number[], number[]]>([
    [
      [2, 1, 1, 2],
      [1, 3],
    ],
    [
      [3, 0, 0, -1],
      [-1, 3],
    ],
    [
      [0, 1, 1, 0],
      [-1, 1],
    ],
    [[5], [5]],
    [
      [2, -1, 0, -1, 2, -1, 0, -1, 2],
      [2 - Math.SQRT2, 2, 2 + Math.SQRT2],
    ],
    [
      [1, 0, 2, 0, 1, 0, 2, 0, 1],
      [-1, 1, 3],
    ],
    [
      [9, 0, 0, 0, 4, 0, 0, 0, 7],
      [4, 7, 9],
    ],
    [
      [4, 1e-9, 1e-9, 4],
      [4 - 1e-9, 4 + 1e-9],
    ],
    [
      [1, 2, 2, 4],
      [0, 5],
    ],
  ])("of %j are %j, the smallest first", (matrix, values) => {
    const { values: found, vectors } = symmetricEigen(v(...matrix));
    expect(found).toEqual(values.map((x): unknown => expect.closeTo(x, 13)));
    expect(eigmin(v(...matrix))).toBeCloseTo(values[0]!, 13);
    vectors.forEach((u, k) => {
      expect(norm(u)).toBeCloseTo(1, 13);
      const n = u.length;
      u.forEach((_, i) =>
        expect(dot(v(...matrix.slice(i * n, (i + 1) * n)), u)).toBeCloseTo(values[k]! * u[i]!, 12),
      );
    });
  });

  test("are no numbers where an entry is none", () => {
    expect(eigmin(v(1, NaN, NaN, 1))).toBeNaN();
    expect(eigmin(v(1, 0, 0, Infinity))).toBeNaN();
  });
});

describe("a history", () => {
  test("keeps copies, the latest ones, and leaves the one before as it was", () => {
    const x = v(1);
    const first: History = append({ capacity: 2, vectors: [] }, x);
    x[0] = 9;
    const [second, third] = [append(first, v(2)), append(append(first, v(2)), v(3))];
    expect([first, second, third].map(({ vectors }) => vectors.map(([a]) => a))).toEqual([
      [1],
      [1, 2],
      [2, 3],
    ]);
    expect(third.capacity).toBe(2);
  });

  test("of nothing gives twoLoop nothing to do; of one pair on a line its curvature", () => {
    const empty: History = { capacity: 3, vectors: [] };
    expect([...twoLoop(v(3, -1), empty, empty, dirty(2))]).toEqual([3, -1]);
    const pair = (a: number): History => append(empty, v(a));
    expect(twoLoop(v(6), pair(2), pair(8))[0]).toBeCloseTo(6 / 4, 14);
    for (const change of [-8, 0, 1e-310]) expect(twoLoop(v(6), pair(2), pair(change))[0]).toBe(6);
  });
});
