/** How far what lesson 02 says of a network was varied. */
import { expect, test } from "vitest";
import { descend, gradientDescent, iris, network } from "fall-line";
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

test("at a rate of 8 some end higher, and with four neurons one of ten at a rate of 4", () => {
  const higher = (neurons: number, lambda: number) =>
    starts(neurons, 10).filter(([hidden, seed]) => {
      const net = network(iris(), { hidden: [hidden], seed });
      const lossAt = (rate: number) =>
        descend(net, gradientDescent, { steps: 400, hyper: { lambda: rate }, record: "none" }).end.loss;
      return lossAt(lambda) > lossAt(0.5);
    }).length;
  expect(higher(4, 4)).toBe(1);
  expect(higher(6, 4)).toBe(0);
  expect(higher(6, 8)).toBeGreaterThan(0);
  expect(higher(6, 8)).toBeLessThan(10);
});
