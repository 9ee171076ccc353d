import { describe, expect, test } from "vitest";
import { type Dataset, InputError, iris, network, standardized, subset } from "fall-line";

const raw = iris({ raw: true });
const columns = ({ inputs }: Dataset) => [0, 1, 2, 3].map((j) => inputs.map((row) => row[j]!));
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const deviation = (xs: readonly number[]) => Math.sqrt(mean(xs.map((x) => (x - mean(xs)) ** 2)));

describe("subset", () => {
  test("keeps inputs with their labels, in their order", () => {
    const third = subset(raw, (i) => i % 3 === 1);
    expect(third.labels).toHaveLength(50);
    expect(third.inputs[1]).toEqual(raw.inputs[4]);
    expect(third.labels[49]).toBe(raw.labels[148]);
  });

  test("keeps one sample at least, of a data set", () => {
    expect(() => subset(raw, () => false)).toThrow(InputError);
    expect(() => subset(3 as unknown as Dataset, () => true)).toThrow(/a data set has inputs and labels/);
  });
});

describe("standardized", () => {
  const training = subset(raw, (i) => i % 3 === 0);

  test("by the training part alone: that part has mean 0 and deviation 1, the whole has not", () => {
    const all = standardized(raw, training);
    for (const column of columns(subset(all, (i) => i % 3 === 0))) {
      expect(mean(column)).toBeCloseTo(0, 12);
      expect(deviation(column)).toBeCloseTo(1, 12);
    }
    for (const column of columns(all)) expect(Math.abs(mean(column))).toBeGreaterThan(1e-3);
    expect(all.inputs[0]![0]).toBeCloseTo(-0.8708, 4);
  });

  test("by itself, as iris() does; an input that never changes becomes 0", () => {
    expect(standardized(raw).inputs).toEqual(iris().inputs);
    const still = { ...raw, inputs: raw.inputs.map(() => [7, 1]) };
    expect(standardized(still).inputs[3]).toEqual([0, 0]);
  });
});

test("a data set may be of one sample: it becomes the middle, and a network learns it", () => {
  const one: Dataset = { name: "one", inputs: [[3, -2]], labels: [1], classes: ["a", "b"] };
  expect(standardized(one).inputs).toEqual([[0, 0]]);
  expect(subset(one, () => true)).toEqual(one);
  const on = network(one, { hidden: [] });
  expect([on.layers, on.samples, on.accuracy(Float64Array.of(0, 0, 0, 0, 0, 1))]).toEqual([[2, 2], 1, 1]);
});
