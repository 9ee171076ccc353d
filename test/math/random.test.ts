import { describe, expect, test } from "vitest";
import { normal, shuffled, uniform } from "../../src/math/random.ts";

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const centred = (xs: readonly number[]): number[] => {
  const middle = mean(xs);
  return xs.map((x) => x - middle);
};
const product = (a: readonly number[], b: readonly number[]): number => mean(a.map((x, i) => x * b[i]!));
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [centred(a), centred(b)];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
};

const MANY = 20_000;

describe("uniform(seed, ...place)", () => {
  const numbers = range(MANY).map((i) => uniform(5, i));

  test("lies in (0, 1), in each tenth equally often", () => {
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const tenth of range(10)) {
      const count = numbers.filter((x) => Math.floor(10 * x) === tenth).length;
      expect(Math.abs(count / MANY - 0.1)).toBeLessThan(0.01);
    }
  });

  test("depends on the seed and on each number of the place, and on nothing else", () => {
    expect(uniform(5, 17)).toBe(numbers[17]);
    for (const other of [
      range(MANY).map((i) => uniform(6, i)),
      range(MANY).map((i) => uniform(5, i + 1)),
      range(MANY).map((i) => uniform(5, i, 0)),
      range(MANY).map((i) => uniform(5, i, 1)),
      range(MANY).map((i) => uniform(5, 0, i)),
    ]) {
      expect(new Set([...numbers.slice(0, 9), ...other.slice(0, 9)]).size).toBeGreaterThan(9);
      expect(Math.abs(correlation(numbers, other))).toBeLessThan(0.03 + Number(numbers[1] === other[0]));
    }
    expect(uniform(5, 1, 2)).not.toBe(uniform(5, 2, 1));
  });
});

describe("the numbers of a seed stay the same from version to version:", () => {
  const GOLDEN_RATIO = 0x9e3779b9;
  // MurmurHash3 of no bytes, by its seed: the published values.
  const HASHES = [
    [0, 0],
    [1, 0x514e28b7],
    [0xffffffff, 0x81f16f39],
  ] as const;

  test.each(HASHES)("the last step of MurmurHash3 makes of %i the hash %i", (from, hash) => {
    expect(uniform(from ^ GOLDEN_RATIO)).toBe((hash + 0.5) / 2 ** 32);
    expect(uniform(GOLDEN_RATIO, from - GOLDEN_RATIO)).toBe((hash + 0.5) / 2 ** 32);
  });

  test("a normal number is made of the uniform ones at the places 1 and 2 behind its own, by Box and Muller", () => {
    const [u, v] = [uniform(3, 8, 1), uniform(3, 8, 2)];
    expect(normal(3, 8)).toBeCloseTo(Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v), 14);
  });

  test("an order is made from its end, each place exchanged with one up to itself, by Fisher and Yates", () => {
    const choices = range(5).map((i) => Math.floor(uniform(4, 9, i) * (i + 1)));
    const due = range(5);
    for (const i of [4, 3, 2, 1]) due.splice(i, 1, ...due.splice(choices[i]!, 1, due[i]!));
    expect(shuffled(5, 4, 9)).toEqual(due);
  });
});

test("normal(seed, ...place) has mean 0, variance 1, no skew, and the tails of a bell", () => {
  const numbers = range(MANY).map((i) => normal(3, i));
  expect(Math.abs(mean(numbers))).toBeLessThan(0.03);
  expect(Math.abs(mean(numbers.map((x) => x * x)) - 1)).toBeLessThan(0.04);
  expect(Math.abs(mean(numbers.map((x) => x ** 3)))).toBeLessThan(0.1);
  expect(Math.abs(mean(numbers.map((x) => x ** 4)) - 3)).toBeLessThan(0.3);
  for (const [bound, share] of [
    [0, 0.5],
    [1, 0.8413],
    [-1, 0.1587],
    [2, 0.9772],
  ] as const)
    expect(Math.abs(numbers.filter((x) => x < bound).length / MANY - share)).toBeLessThan(0.015);
  expect(normal(3, 8)).toBe(numbers[8]);
  expect(normal(4, 8)).not.toBe(numbers[8]);
});

test("shuffled(count, seed, ...place) is an order of all, the same for the same seed and place", () => {
  expect([...shuffled(30, 1, 2)].sort((a, b) => a - b)).toEqual(range(30));
  expect(shuffled(30, 1, 2)).toEqual(shuffled(30, 1, 2));
  expect(shuffled(30, 1, 3)).not.toEqual(shuffled(30, 1, 2));
  expect(shuffled(30, 2, 2)).not.toEqual(shuffled(30, 1, 2));
  expect([shuffled(0, 1), shuffled(1, 1)]).toEqual([[], [0]]);
});
