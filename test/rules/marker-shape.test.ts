import { expect, test } from "vitest";
import { markerShape } from "../../src/rules/marker-shape.ts";
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
