import { describe, expect, test } from "vitest";
import { isOpenMarker, markerShape } from "../../src/rules/marker-shape.ts";
import { SYMBOLS } from "../../src/rules/look.ts";

const corners = (d: string): number[][] =>
  d
    .slice(1, -1)
    .split("L")
    .map((pair) => pair.split(" ").map(Number));

test("every symbol that a look can name has a shape of its own around its place", () => {
  const shapes = SYMBOLS.map((symbol) => markerShape(symbol, [50, 50], 10));
  expect(new Set(shapes).size).toBe(SYMBOLS.length);
  for (const shape of shapes)
    for (const [x, y] of corners(shape)) expect(Math.hypot(x! - 50, y! - 50)).toBeLessThan(16);
});

test("a triangle points up, its open form has the same outline", () => {
  const [top] = corners(markerShape("triangle-up", [0, 0], 10));
  expect(top![0]).toBeCloseTo(0);
  expect(top![1]).toBeLessThan(-10);
  expect(markerShape("square-open", [3, 4], 5)).toBe(markerShape("square", [3, 4], 5));
});

test("a square and a diamond weigh as much as a circle, to a tenth", () => {
  const area = (symbol: string): number => {
    const all = corners(markerShape(symbol, [0, 0], 1000));
    return all.reduce((sum, [x, y], k) => sum + x! * all.at(k - 1)![1]! - y! * all.at(k - 1)![0]!, 0) / -2e6;
  };
  expect(area("circle") / Math.PI).toBeCloseTo(1, 1);
  for (const symbol of ["square", "diamond"]) expect(Math.abs(area(symbol) / Math.PI - 1)).toBeLessThan(0.1);
});

test("what a quarter turn leaves as it is reaches as far across as up", () => {
  for (const symbol of ["circle", "square", "diamond", "cross", "x", "star-square", "star-diamond"]) {
    const all = corners(markerShape(symbol, [0, 0], 1000));
    const [across, up] = [0, 1].map((axis) => Math.max(...all.map((corner) => corner[axis]!)));
    expect(across! / up!).toBeCloseTo(1, 2);
  }
});

test("a bowtie lies, and an hourglass is the same upright: its left side mirrors its right one", () => {
  const places = (symbol: string): number[][] => corners(markerShape(symbol, [0, 0], 10));
  const inOrder = (all: number[][]): string[] => all.map(([x, y]) => `${x! + 0} ${y! + 0}`).sort();
  const hourglass = places("hourglass");
  expect(inOrder(hourglass.map(([x, y]) => [-x!, y!]))).toEqual(inOrder(hourglass));
  expect(inOrder(hourglass.map(([x, y]) => [y!, x!]))).toEqual(inOrder(places("bowtie")));
});

/** Of each symbol the corners, how far the farthest and the nearest lie from the middle, and how far it goes up, down and across. */
const MEASURES: Readonly<
  Record<
    string,
    readonly [corners: number, far: number, near: number, up: number, down: number, across: number]
  >
> = {
  circle: [24, 1, 1, 1, 1, 2],
  square: [4, 1.2, 1.2, 1.2 * Math.SQRT1_2, 1.2 * Math.SQRT1_2, 1.2 * Math.SQRT2],
  diamond: [4, 1.25, 1.25, 1.25, 1.25, 2.5],
  cross: [12, Math.hypot(1, 0.36), 0.36 * Math.SQRT2, 1, 1, 2],
  x: [
    12,
    Math.hypot(1, 0.36),
    0.36 * Math.SQRT2,
    1.36 * Math.SQRT1_2,
    1.36 * Math.SQRT1_2,
    1.36 * Math.SQRT2,
  ],
  "triangle-up": [3, 1.15, 1.15, 1.15, 0.575, 1.15 * Math.sqrt(3)],
  "triangle-down": [3, 1.15, 1.15, 0.575, 1.15, 1.15 * Math.sqrt(3)],
  "triangle-left": [3, 1.15, 1.15, 0.575 * Math.sqrt(3), 0.575 * Math.sqrt(3), 1.725],
  "triangle-right": [3, 1.15, 1.15, 0.575 * Math.sqrt(3), 0.575 * Math.sqrt(3), 1.725],
  pentagon: [5, 1, 1, 1, Math.cos(Math.PI / 5), 2 * Math.sin((2 * Math.PI) / 5)],
  hexagon: [6, 1, 1, 1, 1, Math.sqrt(3)],
  hexagon2: [6, 1, 1, Math.sqrt(3) / 2, Math.sqrt(3) / 2, 2],
  octagon: [8, 1, 1, Math.cos(Math.PI / 8), Math.cos(Math.PI / 8), 2 * Math.cos(Math.PI / 8)],
  "star-triangle-up": [6, 1.2, 0.42, 1.2, 0.6, 1.2 * Math.sqrt(3)],
  "star-square": [8, 1.25, 0.5625, 1.25 * Math.SQRT1_2, 1.25 * Math.SQRT1_2, 1.25 * Math.SQRT2],
  "star-diamond": [8, 1.25, 0.5625, 1.25, 1.25, 2.5],
  hexagram: [12, 1.15, 0.667, 1.15, 1.15, 1.15 * Math.sqrt(3)],
  "diamond-tall": [4, 1.4, 0.8, 1.4, 1.4, 1.6],
  "diamond-wide": [4, 1.4, 0.8, 0.8, 0.8, 2.8],
  hourglass: [4, Math.hypot(1, 0.8), Math.hypot(1, 0.8), 1, 1, 1.6],
  bowtie: [4, Math.hypot(1, 0.8), Math.hypot(1, 0.8), 0.8, 0.8, 2],
  star: [10, 1.3, 0.546, 1.3, 1.3 * Math.cos(Math.PI / 5), 2.6 * Math.sin((2 * Math.PI) / 5)],
};

describe("a marker of radius 1 has its corners at their places:", () => {
  test("each symbol, and the star of a minimum, is measured", () => {
    expect(Object.keys(MEASURES)).toEqual([...SYMBOLS, "star"]);
  });

  test.each(Object.entries(MEASURES))("%s", (symbol, [count, ...measures]) => {
    const all = corners(markerShape(symbol, [0, 0], 1000));
    const far = all.map(([x, y]) => Math.hypot(x!, y!));
    const [across, upright] = [0, 1].map((axis) => all.map((corner) => corner[axis]!));
    const [left, right, top, bottom] = [across!, upright!].flatMap((one) => [
      Math.min(...one),
      Math.max(...one),
    ]);
    expect(all).toHaveLength(count);
    [Math.max(...far), Math.min(...far), -top!, bottom!, right! - left!].forEach((size, i) =>
      expect(size / 1000).toBeCloseTo(measures[i]!, 3),
    );
  });

  test.each(Object.keys(MEASURES))("%s mirrors itself, or what points the other way", (symbol) => {
    const MIRRORED: Readonly<Record<string, string>> = {
      "triangle-left": "triangle-right",
      "triangle-right": "triangle-left",
    };
    const inOrder = (all: number[][]): string[] =>
      all.map(([x, y]) => `${Math.round(x!) + 0} ${Math.round(y!) + 0}`).sort();
    const other = corners(markerShape(MIRRORED[symbol] ?? symbol, [0, 0], 1000));
    expect(inOrder(corners(markerShape(symbol, [0, 0], 1000)))).toEqual(
      inOrder(other.map(([x, y]) => [-x!, y!])),
    );
  });
});

test("a marker has its radius around its place, to a tenth; a symbol that is not known is a circle", () => {
  expect(markerShape("diamond", [3, -2], 0.8)).toBe("M3.0 -3.0L4.0 -2.0L3.0 -1.0L2.0 -2.0z");
  expect(markerShape("unheard-of", [1, 2], 3)).toBe(markerShape("circle", [1, 2], 3));
  expect(["square-open", "square", "open-square"].map(isOpenMarker)).toEqual([true, false, false]);
});
