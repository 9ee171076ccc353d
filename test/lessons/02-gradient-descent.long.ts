/** How far what lesson 02 says of a network was varied. */
import { expect, test } from "vitest";
import { trained } from "./trained.ts";

const starts = (hidden: number, count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [hidden, i + 1]);

test.each([...starts(6, 10), ...starts(12, 5)])(
  "with %d neurons, from start %d, the network is where the largest curvature is about 2/λ, and ends lower",
  (hidden, seed) => {
    const [small, two, four] = [0.5, 2, 4].map((lambda) => trained(hidden, seed, lambda));
    expect(Math.abs(two!.curvature - 1)).toBeLessThan(0.2);
    expect(Math.abs(four!.curvature - 0.5)).toBeLessThan(0.3);
    expect(Math.max(two!.loss, four!.loss)).toBeLessThan(small!.loss);
  },
);

test("at a rate of 8 some end higher", () => {
  const isHigher = starts(6, 10).map(
    ([hidden, seed]) => trained(hidden, seed, 8).loss > trained(hidden, seed, 0.5).loss,
  );
  expect(new Set(isHigher)).toEqual(new Set([true, false]));
});
