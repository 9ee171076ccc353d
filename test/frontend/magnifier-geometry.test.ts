import { describe, expect, test } from "vitest";
import {
  arrowShape,
  glassOver,
  insetIn,
  isHidden,
  placeLabels,
  type Rectangle,
} from "../../src/frontend/explorer/magnifier-geometry.ts";
import type { Pixels } from "../../src/frontend/explorer/strokes.ts";

test.each([
  [456, 456, 190, true],
  [400, 400, 190, true],
  [399, 399, 146, true],
  [230, 230, 146, true],
  [229, 229, 146, false],
])("in a place %d pixels wide the magnifier is %d by %d", (place, width, height, hasNames) => {
  expect(insetIn(place)).toEqual({ width, height, hasNames });
});

describe("glassOver(points, inset, mapScale)", () => {
  const box = (width: number, height: number): Pixels[] => [[0, 0], [width, height]]; // prettier-ignore
  const named = { width: 256, height: 164, hasNames: true };
  const bare = { ...named, hasNames: false };

  test.each([
    ["beside the arrows 78 pixels stay for names", named, box(10, 1), (256 - 156) / 10],
    ["without names 32", bare, box(10, 1), (256 - 64) / 10],
    ["and above and below 32", named, box(1, 10), (164 - 64) / 10],
  ])("%s", (_, inset, points, scale) => {
    expect(glassOver(points, inset, [4, -9]).scale).toBeCloseTo(scale, 10);
  });

  test("says how many times larger it is than the map, in the geometric mean of its axes", () => {
    const glass = glassOver(box(10, 1), named, [4, -9]);
    expect(glass.zoom).toBeCloseTo(10 / 6, 10);
    expect(glassOver(box(1e-9, 0), named, [4, -9])).toMatchObject({ zoom: 14, scale: 84 });
  });

  test("has the middle of the points in its middle, x to the right and y upwards", () => {
    const glass = glassOver(box(10, 4), named, [4, -9]);
    expect(glass.middle).toEqual([5, 2]);
    expect(glass.at([5, 2])).toEqual([128, 82]);
    expect(glass.at([6, 3])).toEqual([128 + glass.scale, 82 - glass.scale]);
  });
});

describe("arrowShape(arrow)", () => {
  const numbers = (path: string): number[][] =>
    [...path.matchAll(/[ML](\S+) ([^MLz]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

  test.each([
    ["4.1 times as long as the shaft is wide", 200, 4, 16.4],
    ["at least 10.5 pixels", 200, 2, 10.5],
    ["at most 42 % of the arrow", 20, 4, 8.4],
  ])("has a head %s", (_, length, width, head) => {
    const shape = arrowShape({ from: [0, 0], to: [length, 0], width });
    const [tip, left, notch, right] = numbers(shape.head) as [number[], number[], number[], number[]];
    const tenth = (x: number): number => Number(x.toFixed(1));
    expect(tip).toEqual([length, 0]);
    expect(left).toEqual([tenth(length - head), tenth(0.42 * head)]);
    expect(right).toEqual([tenth(length - head), tenth(-0.42 * head)]);
    expect(notch).toEqual([tenth(length - 0.72 * head), 0]);
    expect(numbers(shape.shaft)).toEqual([[0, 0], notch]);
  });

  test("points the way it goes", () => {
    const { shaft, head } = arrowShape({ from: [10, 10], to: [10, 110], width: 1 });
    expect(numbers(head)[0]).toEqual([10, 110]);
    expect(numbers(shaft)[0]).toEqual([10, 10]);
    expect(numbers(head)[1]![0]).toBeLessThan(10);
  });

  test("without a length is a point", () => {
    expect(numbers(arrowShape({ from: [3, 4], to: [3, 4], width: 2 }).head)[0]).toEqual([3, 4]);
  });
});

describe("isHidden(below, above)", () => {
  const below = { from: [0, 0], to: [100, 0], width: 10 } as const;
  const over = (from: Pixels, to: Pixels, width = 2) => ({ from, to, width });

  test.each([
    ["one that lies on it", [over([0, 0], [100, 0])], true],
    ["one 1.5 of its own widths beside it", [over([0, 3], [100, 3])], true],
    ["one further beside it", [over([0, 3.1], [100, 3.1])], false],
    ["one that ends 3 pixels short", [over([0, 0], [97, 0])], true],
    ["one that ends shorter", [over([0, 0], [96, 0])], false],
    ["one that begins later", [over([4, 0], [100, 0])], false],
    ["two that have a half each", [over([0, 0], [50, 0]), over([50, 0], [100, 0])], false],
    ["two of which one hides it", [over([0, 50], [100, 50]), over([0, 0], [100, 0])], true],
    ["none", [], false],
  ])("below %s: %s", (_, above, hidden) => {
    expect(isHidden(below, above)).toBe(hidden);
  });
});

test("an arrow straight up is hidden by another that is as long, and not by a shorter one", () => {
  const up = (length: number) => ({ from: [0, 0], to: [0, length], width: 2 }) as const;
  expect([isHidden(up(100), [up(100)]), isHidden(up(100), [up(60)])]).toEqual([true, false]);
  const aside = { from: [2, 0], to: [2, 100], width: 2 } as const;
  expect(isHidden(up(100), [aside])).toBe(true);
});

describe("placeLabels(arrows, sizes, room)", () => {
  const room = { width: 300, height: 200 };
  const size = { width: 20, height: 16 };
  const flat = { from: [100, 100], to: [200, 100], width: 3 } as const;
  const one = (
    taken: Rectangle[] = [],
    shaft: typeof flat | { from: Pixels; to: Pixels; width: number } = flat,
  ) => placeLabels([shaft], [size], room, taken)[0]!;

  test("has a label of its size beside a lone arrow, nine pixels from its middle along the line at 60 degrees", () => {
    const { left, top, width, height } = one();
    expect({ width, height }).toEqual(size);
    expect(left).toBeGreaterThanOrEqual(100);
    expect(left + width).toBeLessThanOrEqual(200);
    // At 30 degrees it would lie within three pixels of the arrow.
    expect(Math.abs(top + height / 2 - 100)).toBeCloseTo((9 + height / 2) * Math.sin(Math.PI / 3), 9);
  });

  test("goes to the other side, or along, where a place is taken", () => {
    const first = one();
    const second = one([first]);
    const apart = Math.max(Math.abs(second.left - first.left) - 20, Math.abs(second.top - first.top) - 16);
    expect(apart).toBeGreaterThanOrEqual(3);
    const [a, b] = placeLabels([flat, { ...flat }], [size, size], room) as [Rectangle, Rectangle];
    expect(Math.max(Math.abs(a.left - b.left) - 20, Math.abs(a.top - b.top) - 16)).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["left", [2, 40], [2, 160]],
    ["right", [298, 40], [298, 160]],
    ["top", [100, 2], [200, 2]],
    ["bottom", [100, 198], [200, 198]],
    ["left, though there would be room beside it", [28, 40], [28, 160]],
    ["right, though there would be room beside it", [272, 40], [272, 160]],
    ["top, though there would be room above it", [100, 28], [200, 28]],
    ["bottom, though there would be room below it", [100, 172], [200, 172]],
  ] as const)("stays five pixels off the edge at the %s", (_, from, to) => {
    const { left, top } = one([], { from, to, width: 3 });
    expect(left).toBeGreaterThanOrEqual(5);
    expect(top).toBeGreaterThanOrEqual(5);
    expect(left + 20).toBeLessThanOrEqual(295);
    expect(top + 16).toBeLessThanOrEqual(195);
  });

  type At = (off: number) => Pixels;
  test.each<[edge: "left" | "right" | "top" | "bottom", from: At, to: At, reach: number]>([
    ["left", (off) => [off, 40], (off) => [off, 160], 26.5],
    ["right", (off) => [300 - off, 40], (off) => [300 - off, 160], 26.5],
    ["top", (off) => [100, off], (off) => [200, off], 22.75],
    ["bottom", (off) => [100, 200 - off], (off) => [200, 200 - off], 22.75],
  ])(
    "needs no more than five from the edge at the %s, before it goes to where another arrow is near",
    (edge, from, to, reach) => {
      const shaft = (off: number) => ({ from: from(off), to: to(off), width: 3 });
      // Its place on the side of the edge begins 5.2 pixels off it.
      const own = reach + 5.2;
      const [{ left, top }] = placeLabels([shaft(own), shaft(own + reach + 4)], [size, size], room) as [
        Rectangle,
      ];
      const off = { left, right: 300 - left - 20, top, bottom: 200 - top - 16 }[edge];
      expect(off).toBeCloseTo(5.2, 1);
    },
  );

  test("stands nearer to its own arrow than to another, though neither would be covered", () => {
    const across = { from: [100, 127], to: [200, 127], width: 3 } as const;
    const [label] = placeLabels([flat, across], [size, size], room) as [Rectangle];
    expect(label.top + size.height / 2).toBeLessThan(100);
    const up = (x: number) => ({ from: [x, 50], to: [x, 150], width: 3 }) as const;
    const [beside] = placeLabels([up(100), up(130)], [size, size], room) as [Rectangle];
    expect(beside.left + size.width / 2).toBeLessThan(100);
  });
});
