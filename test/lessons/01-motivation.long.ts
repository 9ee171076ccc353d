/** What lesson 01 says of a race in which every number of every rule is searched, and of starts in a larger square. */
import { expect, test } from "vitest";
import { choices, winsOf } from "./races.ts";

test("with all numbers searched and no lucky rate Adam is lowest from 15 of 18 starts after 60 steps", () => {
  const rates = Array.from({ length: 101 }, (_, k) => 10 ** ((4 * k) / 100 - 3));
  const [at60] = winsOf(choices, [60], rates);
  expect(at60!["adam"]).toBe(15);
});

test("from a larger square other shares end in the deeper well: more than a third, four fifths, half to two thirds", () => {
  const slope = (x: number, y: number): [number, number] => {
    const [right, left] = [1, -1].map((at) => Math.exp(-((x - at) ** 2 + y * y) / 0.2)) as [number, number];
    return [2 * x + 20 * right * (x - 1) + 30 * left * (x + 1), 2 * y + (20 * right + 30 * left) * y];
  };
  const endsLeft = (from: readonly [number, number], alpha: number) => {
    const [w, m] = [[...from] as [number, number], [0, 0] as [number, number]];
    for (let t = 0; t < 2000; t++) {
      const g = slope(...w);
      for (const i of [0, 1] as const) w[i] += m[i] = alpha * m[i] - 0.02 * g[i];
    }
    return w[0] < 0;
  };
  const square = (n: number, [x0, x1]: [number, number], height: number) =>
    Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [(k % n) / (n - 1), Math.floor(k / n) / (n - 1)];
      return [x0 + (x1 - x0) * i, height * (2 * j - 1)] as const;
    });
  const share = (alpha: number, places = square(17, [0.2, 3], 1.5)) =>
    places.filter((from) => endsLeft(from, alpha)).length / places.length;
  for (let alpha = 0.9; alpha < 0.9901; alpha += 0.005) {
    const count = 81 * share(alpha, square(9, [0.4, 2], 0.8));
    expect(count, `the 81 starts at ${String(alpha)}`).toBeGreaterThan(32.5);
    expect(count, `the 81 starts at ${String(alpha)}`).toBeLessThan(45.5);
  }
  const [at80, at90, at95, at99] = [0.8, 0.9, 0.95, 0.99].map((alpha) => share(alpha)) as [
    number,
    number,
    number,
    number,
  ];
  expect(at80).toBeGreaterThan(1 / 3);
  expect(at80).toBeLessThan(0.45);
  expect(at90).toBeCloseTo(0.78, 1);
  for (const more of [at95, at99]) {
    expect(more).toBeGreaterThan(0.5);
    expect(more).toBeLessThan(2 / 3);
  }
});
