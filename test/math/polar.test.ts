import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { polar } from "../../src/math/polar.ts";

interface Case {
  readonly rows: number;
  readonly v: number[];
  /** Its singular values over its length. */
  readonly share: number[];
  /** What becomes of them. */
  readonly ends: number[];
  readonly polar: number[];
}

const cases = JSON.parse(readFileSync(new URL("../oracle/polar.json", import.meta.url), "utf8")) as Case[];
const near = (numbers: readonly number[]) => numbers.map((x): unknown => expect.closeTo(x, 9));

test.each(cases.map((one) => [one.rows, one.v.length / one.rows, one] as const))(
  "a matrix of %i by %i keeps its singular vectors, and each singular value goes by itself, as numpy has it",
  (rows, _columns, one) => {
    expect([...polar(Float64Array.from(one.v), rows)]).toEqual(near(one.polar));
    for (const [i, end] of one.ends.entries())
      if (one.share[i]! >= 0.01) {
        expect(end).toBeGreaterThan(0.68);
        expect(end).toBeLessThan(1.14);
      }
  },
);

test("of all singular values from a hundredth of the length on, none ends outside of 0.68 to 1.14", () => {
  const ends = Array.from({ length: 2000 }, (_, k) => {
    const share = 10 ** (-k / 1000);
    const other = Math.sqrt(1 - share ** 2);
    return polar(Float64Array.of(share, 0, 0, other), 2)[0]!;
  });
  expect(Math.min(...ends)).toBeGreaterThan(0.68);
  expect(Math.max(...ends)).toBeLessThan(1.14);
});

test("neither the scale of a matrix nor laying it on its side changes anything", () => {
  const v = Float64Array.of(1, 2, 3, 4, 5, 7);
  const scaled = v.map((x) => 1000 * x);
  // What keeps the divisor above 0 leaves a trace of 1e-7.
  polar(scaled, 2).forEach((x, i) => expect(x).toBeCloseTo(polar(v, 2)[i]!, 6));
  const [a, b, c, d, e, f] = polar(Float64Array.of(1, 4, 2, 5, 3, 7), 3);
  expect([a!, c!, e!, b!, d!, f!]).toEqual(near([...polar(v, 2)]));
});

test("a last row that is not full is filled up with zeros; more rows than that are rows of zeros", () => {
  const [a, b, c] = polar(Float64Array.of(1, 2, 3, 0), 2);
  expect([...polar(Float64Array.of(1, 2, 3), 2)]).toEqual(near([a!, b!, c!]));
  expect([...polar(Float64Array.of(1, 2, 3, 4), 3)]).toEqual([...polar(Float64Array.of(1, 2, 3, 4), 2)]);
});

test("zeros stay zeros, and without rows there are no numbers", () => {
  expect([...polar(new Float64Array(4), 2)]).toEqual([0, 0, 0, 0]);
  for (const rows of [0, -1, NaN]) expect([...polar(Float64Array.of(1, 2), rows)]).toEqual([NaN, NaN]);
});
