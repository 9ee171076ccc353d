import { expect, test } from "vitest";
import { iris, network } from "fall-line";

test("a network starts with biases of 0 and weights of variance 2/(inputs + outputs) in each layer", () => {
  const { start, layers } = network(iris(), { hidden: [60, 40], seed: 3 });
  expect(layers).toEqual([4, 60, 40, 3]);
  let from = 0;
  layers.slice(1).forEach((outputs, k) => {
    const inputs = layers[k]!;
    const weights = start.slice(from, from + inputs * outputs);
    const biases = start.slice(from + inputs * outputs, from + (inputs + 1) * outputs);
    from += (inputs + 1) * outputs;
    expect(new Set(biases)).toEqual(new Set([0]));
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    // The sample's variance strays by its share √(2/count): four times that is allowed.
    const stray = 4 * Math.sqrt(2 / weights.length);
    expect(Math.abs((variance * (inputs + outputs)) / 2 - 1)).toBeLessThan(stray);
  });
  expect(from).toBe(start.length);
});
