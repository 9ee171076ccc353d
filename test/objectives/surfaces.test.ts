import { expect, test } from "vitest";
import { objectives } from "fall-line";

/** Values by hand, from the formulas of the papers. */
const VALUES: Readonly<Record<string, readonly (readonly [point: number[], value: number])[]>> = {
  bowl: [[[3, 4], 25]],
  ravine: [[[2, 3], 9.2]],
  Rosenbrock: [
    [[-1.2, 1], 24.2],
    [[0, 2], 401],
  ],
  Beale: [
    [[0, 9], 1.5 ** 2 + 2.25 ** 2 + 2.625 ** 2],
    [[1, 2], 2.5 ** 2 + 5.25 ** 2 + 9.625 ** 2],
  ],
  Himmelblau: [
    [[0, 0], 170],
    [[1, 2], 68],
  ],
  "two wells": [
    [[1, 0], 1 - 2 - 3 * Math.exp(-20)],
    [[-1, 0], 1 - 3 - 2 * Math.exp(-20)],
    [[0, 1], 1 - 5 * Math.exp(-10)],
  ],
  saddle: [[[3, 1], 8]],
  "monkey saddle": [[[2, 1], 2]],
  "Styblinski-Tang": [
    [[1, 0], -5],
    [[0, 2], -19],
  ],
  Rastrigin: [
    [[1, 2], 5],
    [[0.5, 0], 20.25],
    [[0, 0.5], 20.25],
  ],
  Booth: [[[1, 2], 5]],
  Matyas: [[[1, 2], 0.34]],
  McCormick: [
    [[0, 0], 1],
    [[1, -1], 1],
  ],
  "six-hump camel": [
    [[1, 0], 4 - 2.1 + 1 / 3],
    [[0, 2], 48],
    [[1, 1], 4 - 2.1 + 1 / 3 + 1],
  ],
  parabola: [[[3], 9]],
  quartic: [[[2], -6]],
  chain: [[[2], Math.cosh(1)]],
  waves: [
    [[20], -20],
    [[-20], 20],
  ],
};

test.each(objectives.map((on) => [on.name, on] as const))("%s has the values of its formula", (name, on) => {
  const known = VALUES[name]!;
  expect(known.length).toBeGreaterThan(0);
  for (const [point, value] of known) expect(on.value(Float64Array.from(point))).toBeCloseTo(value, 10);
});

test("the surfaces of two parameters come first, and no name stands twice", () => {
  const dimensions = objectives.map(({ dimension }) => dimension);
  expect(dimensions).toEqual([...dimensions].sort((a, b) => b - a));
  expect(new Set(objectives.map(({ name }) => name)).size).toBe(18);
  expect(Object.keys(VALUES)).toEqual(objectives.map(({ name }) => name));
});

type Range = readonly [number, number];

/** Where each is usually started, and its usual domain: those of the papers (Jamil & Yang 2013) where there are any. */
const PLACES: Readonly<Record<string, readonly [start: readonly number[], ...view: Range[]]>> = {
  bowl: [
    [1.5, -2],
    [-3, 3],
    [-3, 3],
  ],
  ravine: [
    [-8, 1.5],
    [-10, 10],
    [-3, 3],
  ],
  Rosenbrock: [
    [-1.2, 1],
    [-2, 2],
    [-1, 3],
  ],
  Beale: [
    [1, 1],
    [-4.5, 4.5],
    [-4.5, 4.5],
  ],
  Himmelblau: [
    [0.5, 0.5],
    [-5, 5],
    [-5, 5],
  ],
  "two wells": [
    [0.75, 1],
    [-2, 2],
    [-2, 2],
  ],
  saddle: [
    [1, 0.01],
    [-2, 2],
    [-2, 2],
  ],
  "monkey saddle": [
    [0.9, 0.1],
    [-2, 2],
    [-2, 2],
  ],
  "Styblinski-Tang": [
    [0, 0],
    [-5, 5],
    [-5, 5],
  ],
  Rastrigin: [
    [-2, 3.5],
    [-5.12, 5.12],
    [-5.12, 5.12],
  ],
  Booth: [
    [-8, 7],
    [-10, 10],
    [-10, 10],
  ],
  Matyas: [
    [-9.08, -7.83],
    [-10, 10],
    [-10, 10],
  ],
  McCormick: [
    [2, 2],
    [-1.5, 4],
    [-3, 4],
  ],
  "six-hump camel": [
    [1.5, 1],
    [-2, 2],
    [-1.1, 1.1],
  ],
  parabola: [[10], [-11, 11]],
  quartic: [[10], [-2, 4]],
  chain: [[10], [-11, 11]],
  waves: [[10], [-12, 12]],
};

test.each(objectives.map((on) => [on.name, on] as const))("%s has its usual start and domain", (name, on) => {
  expect([on.start, ...on.view!]).toEqual(PLACES[name]);
});
