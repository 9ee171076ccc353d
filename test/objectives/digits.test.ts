import { describe, expect, test } from "vitest";
import { digits, InputError, iris, randomSplit, type SplitOptions } from "fall-line";

describe("digits", () => {
  const { inputs, labels, classes } = digits();

  test("are scikit-learn's: 1797 pictures of 64 pixels, as many of each digit, with as much ink", () => {
    expect([inputs.length, labels.length]).toEqual([1797, 1797]);
    expect(new Set(inputs.map((row) => row.length))).toEqual(new Set([64]));
    const counts = classes.map((_, digit) => labels.filter((label) => label === digit).length);
    // numpy.bincount(load_digits().target), and load_digits().data.sum()
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(16 * inputs.flat().reduce((sum, ink) => sum + ink, 0)).toBe(561_718);
    // (load_digits().data * (numpy.arange(64) + 1)).sum(1) @ (numpy.arange(1797) + 1): each pixel in its place
    const placed = inputs.map((row) => row.reduce((sum, ink, j) => sum + 16 * ink * (j + 1), 0));
    expect(placed.reduce((sum, x, i) => sum + x * (i + 1), 0)).toBe(16_337_198_609);
  });

  test("the first is a nought, its ink between 0 and 1", () => {
    const first = [0, 0, 5, 13, 9, 1, 0, 0].map((ink) => ink / 16);
    expect(inputs[0]!.slice(0, 8)).toEqual(first);
    expect([labels[0], classes[0], Math.max(...inputs.flat()), Math.min(...inputs.flat())]).toEqual([
      0,
      "0",
      1,
      0,
    ]);
  });
});

describe("randomSplit", () => {
  const data = digits();
  const numbered = { ...data, inputs: data.labels.map((_, i) => [i]) };

  test("draws parts of the sizes asked for, no sample twice, each with its label", () => {
    const parts = randomSplit(numbered, { sizes: [300, 300, 1197], seed: 4 });
    expect(parts.map(({ labels }) => labels.length)).toEqual([300, 300, 1197]);
    const drawn = parts.flatMap(({ inputs }) => inputs.map(([i]) => i!));
    expect(drawn.toSorted((a, b) => a - b)).toEqual(data.labels.map((_, i) => i));
    expect(parts.flatMap(({ labels }) => labels)).toEqual(drawn.map((i) => data.labels[i]));
    expect(drawn.slice(0, 300).some((i) => i > 1500)).toBe(true);
  });

  test("the same seed draws the same parts, another seed others; what is left over is in none", () => {
    const first = (seed: number) =>
      randomSplit(numbered, { sizes: [5, 7], seed }).map(({ inputs }) => inputs.flat());
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(1).flat()).toHaveLength(12);
  });

  test.each<[string, SplitOptions]>([
    ["more than there are", { sizes: [100, 51] }],
    ["none", { sizes: [] }],
    ["half a sample", { sizes: [0.5] }],
    ["no list", { sizes: 50 as unknown as number[] }],
  ])("%s: says what sizes may be", (_, options) => {
    expect(() => randomSplit(iris(), options)).toThrow(InputError);
    expect(() => randomSplit(iris(), options)).toThrow(/150 at most together/);
  });
});
