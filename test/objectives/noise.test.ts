import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  iris,
  miniBatch,
  momentum,
  network,
  noisy,
  quadratic,
  ravine,
  type Rule,
} from "fall-line";
import { shuffled } from "../../src/math/random.ts";

const gradient = (
  on: { gradient(w: Float64Array, out: Float64Array, t: number): void },
  t: number,
): number[] => {
  const out = new Float64Array(2);
  on.gradient(Float64Array.of(1, 1), out, t);
  return [...out];
};

describe("noisy", () => {
  const rough = noisy(ravine, { size: 1, seed: 3 });

  test("gives the same noise for the same seed and step, and another one otherwise", () => {
    expect(gradient(rough, 5)).toEqual(gradient(noisy(ravine, { size: 1, seed: 3 }), 5));
    expect(gradient(rough, 5)).not.toEqual(gradient(rough, 6));
    expect(gradient(rough, 5)).not.toEqual(gradient(noisy(ravine, { size: 1, seed: 4 }), 5));
  });

  test("has mean 0 and the deviation asked for, and leaves the value alone", () => {
    const noise = Array.from({ length: 5000 }, (_, t) =>
      gradient(rough, t + 1).map((g, i) => g - gradient(ravine, 1)[i]!),
    ).flat();
    const mean = noise.reduce((sum, x) => sum + x, 0) / noise.length;
    const deviation = Math.sqrt(noise.reduce((sum, x) => sum + (x - mean) ** 2, 0) / noise.length);
    expect(Math.abs(mean)).toBeLessThan(0.04);
    expect(deviation).toBeCloseTo(1, 1);
    expect(rough.value(Float64Array.of(1, 1))).toBe(1.05);
  });

  test("leaves plain descent and momentum at the known heights above the floor", () => {
    const rough = noisy(quadratic([1, 1]), { size: 1, seed: 1 });
    const floor = (rule: Rule, lambda: number): number => {
      const { losses } = descend(rough, rule, {
        start: [0, 0],
        steps: 60_000,
        hyper: { lambda },
        record: "path",
      });
      return losses.slice(1000).reduce((sum, loss) => sum + loss, 0) / (losses.length - 1000);
    };
    const within = (got: number, expected: number): void => {
      expect(Math.abs(got / expected - 1)).toBeLessThan(0.15);
    };
    within(floor(gradientDescent, 0.01), 0.0049);
    within(floor(momentum, 0.01), 0.0504);
    within(floor(momentum, 0.001), 0.0048);
  });

  test.each([
    [{ size: -1 }, "size must be 0 or more"],
    [{ size: 1, seed: 0.5 }, "seed must be a whole number"],
  ])("%o is refused", (noise, message) => {
    expect(() => noisy(ravine, noise)).toThrow(message);
  });
});

describe("a network on the iris data", () => {
  const flowers = network(iris(), { hidden: [6, 4], seed: 2 });

  test("the data are 150 flowers of 3 species, at mean 0 and deviation 1", () => {
    const { inputs, labels, classes } = iris();
    expect([inputs.length, inputs[0]!.length, classes.length]).toEqual([150, 4, 3]);
    expect([0, 1, 2].map((k) => labels.filter((label) => label === k).length)).toEqual([50, 50, 50]);
    expect(inputs.reduce((sum, row) => sum + row[2]!, 0)).toBeCloseTo(0, 9);
    expect(inputs.reduce((sum, row) => sum + row[2]! ** 2, 0) / 150).toBeCloseTo(1, 9);
  });

  test("asked for raw, the flowers are in cm as they were measured", () => {
    const { inputs } = iris({ raw: true });
    expect(inputs[0]).toEqual([5.1, 3.5, 1.4, 0.2]); // the first line of the published table
    expect(inputs.reduce((sum, row) => sum + row[2]!, 0) / 150).toBeCloseTo(3.758, 9);
  });

  test("backpropagation agrees with central differences", () => {
    const w = Float64Array.from(flowers.start, (x, i) => x + 0.1 * Math.sin(i));
    const g = new Float64Array(w.length);
    flowers.gradient(w, g, 1);
    w.forEach((_, i) => {
      const [up, down] = [w.slice(), w.slice()];
      up[i]! += 1e-5;
      down[i]! -= 1e-5;
      expect(g[i]).toBeCloseTo((flowers.value(up) - flowers.value(down)) / 2e-5, 8);
    });
  });

  test("learns to tell the species apart", () => {
    const { end } = descend(flowers, adam, { steps: 200, hyper: { eta: 0.05 }, record: "none" });
    expect(end.loss).toBeLessThan(0.1);
    expect(flowers.accuracy(end.w)).toBeGreaterThan(0.96);
    const odds = flowers.predict(end.w, iris().inputs[0]!);
    expect(odds.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  test("mini-batches use every sample once an epoch, reproducibly, in another order each time", () => {
    const batches = miniBatch(flowers, { size: 40, seed: 5 });
    const epoch = (first: number): number[] => [0, 1, 2, 3].flatMap((k) => [...batches.batch(first + k)]);
    expect(batches.stepsPerEpoch).toBe(4);
    expect([...epoch(1)].sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, i) => i));
    expect(epoch(1)).not.toEqual(epoch(5));
    expect(epoch(1)).toEqual(
      [0, 1, 2, 3].flatMap((k) => [...miniBatch(flowers, { size: 40, seed: 5 }).batch(1 + k)]),
    );
    expect(() => miniBatch(flowers, { size: 0 })).toThrow(
      "size must be a whole number, got 0; allowed: 1 to 150",
    );
  });

  test("the mean of an epoch's gradients of equal batches is the whole gradient", () => {
    const batches = miniBatch(flowers, { size: 30 });
    const w = Float64Array.from(flowers.start);
    const [whole, part, sum] = [0, 1, 2].map(() => new Float64Array(w.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    flowers.gradient(w, whole, 1);
    for (let t = 1; t <= 5; t++) {
      batches.gradient(w, part, t);
      part.forEach((g, i) => (sum[i]! += g / 5));
    }
    sum.forEach((g, i) => {
      expect(g).toBeCloseTo(whole[i]!, 12);
    });
  });
});

test("shuffled gives every order about equally often", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 6000; seed++) {
    const order = shuffled(3, seed).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
