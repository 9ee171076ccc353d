import fc from "fast-check";
import { expect, test } from "vitest";
import { histogramOf } from "../../../src/presenting/page/room/histogram.ts";

test("classes are of equal width, with round ends, and count both votes", () => {
  const { range, bins, most } = histogramOf([[0, 1, 1, 4], [4]], [2]);
  expect(range).toEqual([0, 4]);
  expect(new Set(bins.map(({ from, to }) => (to - from).toFixed(9)))).toEqual(new Set(["0.200000000"]));
  const at = (x: number) => bins.findIndex(({ from, to }) => x >= from && x < to);
  expect([at(0), at(1)].map((k) => bins[k]!.counts)).toEqual([
    [1, 0],
    [2, 0],
  ]);
  // The highest class takes its upper end in.
  expect(bins.at(-1)!.counts).toEqual([1, 1]);
  expect(most).toBe(2);
});

test("what lies far off is counted and does not make the others one class", () => {
  const { range, bins, beyond } = histogramOf([[1, 2, 3, 4, 1e6, -1e6]], [2.5]);
  expect(range[1] - range[0]).toBeLessThan(30);
  expect(beyond).toEqual([{ below: 1, above: 1 }]);
  expect(bins.reduce((sum, { counts }) => sum + counts[0]!, 0)).toBe(4);
});

test("every number is in a class or beyond, and what is true is in the range", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(number, { maxLength: 50 }),
      fc.array(number, { maxLength: 50 }),
      number,
      (one, two, is) => {
        const { range, bins, beyond } = histogramOf([one, two], [is]);
        expect(is).toBeGreaterThanOrEqual(range[0]);
        expect(is).toBeLessThanOrEqual(range[1]);
        for (const [k, numbers] of [one, two].entries()) {
          const within = bins.reduce((sum, { counts }) => sum + counts[k]!, 0);
          expect(within + beyond[k]!.below + beyond[k]!.above).toBe(numbers.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});
