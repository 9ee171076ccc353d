import { describe, expect, test } from "vitest";
import { type HeightField, RELIEF, shadedRelief } from "../../src/figures/shaded-relief.ts";

/** A round bowl in a square of 61 points. */
function bowl(): HeightField {
  const side = 61;
  const heights = Float64Array.from({ length: side ** 2 }, (_, k) => {
    const [x, y] = [(k % side) - 30, Math.floor(k / side) - 30];
    return (x * x + y * y) / 900;
  });
  return { width: side, height: side, heights, levels: Array.from({ length: 19 }, (_, k) => 0.1 * (k + 1)) };
}

const brightness = (pixels: Uint8ClampedArray, x: number, y: number): number =>
  [0, 1, 2].reduce((sum, k) => sum + pixels[4 * (61 * y + x) + k]!, 0);

test("on a light page the floor is the brightest, on a dark one too", () => {
  for (const look of [RELIEF.light, RELIEF.dark]) {
    const pixels = shadedRelief(bowl(), look);
    expect(brightness(pixels, 30, 30)).toBeGreaterThan(brightness(pixels, 30, 2));
    expect(brightness(pixels, 30, 30)).toBeGreaterThan(brightness(pixels, 58, 30));
  }
});

test("light comes from the north-west: the wall that faces it is brighter than the one across", () => {
  const pixels = shadedRelief(bowl(), RELIEF.dark);
  expect(brightness(pixels, 48, 48)).toBeGreaterThan(brightness(pixels, 12, 12));
});

test("what is not a number is as high as anything, and all is opaque", () => {
  const field = bowl();
  field.heights[0] = NaN;
  const pixels = shadedRelief(field, RELIEF.light);
  expect(pixels.every((value, k) => k % 4 !== 3 || value === 255)).toBe(true);
  expect(brightness(pixels, 0, 0)).toBeGreaterThan(0);
});

test("a valley on a scale of logarithms has a lit floor, however deep its lowest point", () => {
  const field = bowl();
  const logs = {
    ...field,
    heights: field.heights.map((h) => Math.log10(Math.max(h, 1e-12))),
    levels: [-1, -0.5, 0],
  };
  const pixels = shadedRelief(logs, RELIEF.light);
  const plain = shadedRelief({ ...logs, heights: logs.heights.map((h) => Math.max(h, -1.5)) }, RELIEF.light);
  expect(Array.from(pixels)).toEqual(Array.from(plain));
});

/** A relief without light and shade, from black to white: how far up the way of the colours each point is. */
function shares(heights: readonly number[], levels: readonly number[] = []): number[] {
  const field = { width: heights.length, height: 1, heights: Float64Array.from(heights), levels };
  const pixels = shadedRelief(field, { ramp: ["#000000", "#ffffff"], strength: 0, contour: "" });
  return heights.map((_, k) => pixels[4 * k]! / 255);
}

test.each([
  ["square root where half of a picture lies a quarter up", [0, 0.25, 0.25, 0.25, 1], [0, 0.5, 0.5, 0.5, 1]],
  ["square root where half of a picture lies at its floor", [0, 0, 0, 0.25, 1], [0, 0, 0, 0.5, 1]],
  [
    "square where half of a picture is nearly as high as anything",
    [0, 0.5, 0.9, 0.9, 1],
    [0, 0.25, 0.81, 0.81, 1],
  ],
  ["height itself where half of it lies at six tenths", [10, 12, 16, 18, 20], [0, 0.2, 0.6, 0.8, 1]],
])("heights are shown by their %s", (_, heights, roots) => {
  // Without contours all are one step, which has 92 % of the colour's way, and the rest changes evenly.
  const mean = roots.reduce((sum, one) => sum + one) / roots.length;
  shares(heights).forEach((share, k) => expect(share).toBeCloseTo(0.92 * mean + 0.08 * roots[k]!, 2));
});

test("from contour to contour the colour is that of the step's middle, a contour being the lowest of its step", () => {
  // Half of the picture lies at six tenths of the way, so heights are as they are.
  const [low, high] = [(0 + 0.5) / 2, (0.6 + 0.9 + 1) / 3];
  const due = [
    [low, 0],
    [low, 0.5],
    [high, 0.6],
    [high, 0.9],
    [high, 1],
  ];
  shares([0, 5, 6, 9, 10], [6]).forEach((share, k) => {
    const [step, even] = due[k]!;
    expect(share).toBeCloseTo(0.92 * step! + 0.08 * even!, 2);
  });
});

test("what has no number is as high as anything", () => {
  const [, lower, , highest, none] = shares([0, 5, 6, 9, NaN]);
  expect([none === highest, none! > lower!]).toEqual([true, true]);
  expect(shares([NaN, NaN]).every((share) => share > 0.9)).toBe(true);
  expect(shares([3, 3, 3])).toEqual([0, 0, 0]);
});

describe("light and shade", () => {
  /** Points of one grey, three in a row, of which the relief is 0.66 high. */
  const lit = (heights: readonly number[], width: number, strength = 1): number[] => {
    const field = { width, height: heights.length / width, heights: Float64Array.from(heights), levels: [] };
    const pixels = shadedRelief(field, { ramp: ["#808080", "#808080"], strength, contour: "" });
    return heights.map((_, k) => pixels[4 * k]!);
  };
  /** A plane's brightness: its normal (−dx, −dy, 1), as long as 1, times the light (−0.42, −0.52, 0.74). */
  const bright = (dx: number, dy: number, strength = 1): number =>
    Math.round(128 * (1 + strength * ((0.42 * dx + 0.52 * dy + 0.74) / Math.hypot(dx, dy, 1) - 0.74)));

  test("are as a slope faces the light, seen over both neighbours of a point, one at the edge", () => {
    expect(lit([0, 1, 1], 3)).toEqual([bright(0.33, 0), bright(0.33, 0), 128]);
    expect(lit([1, 1, 0], 3)).toEqual([128, bright(-0.33, 0), bright(-0.33, 0)]);
    expect(lit([0, 0, 0, 1, 1, 1, 1, 1, 1], 3)).toEqual([0.33, 0.33, 0].flatMap((dy) => Array<number>(3).fill(bright(0, dy)))); // prettier-ignore
    expect(lit([1, 1, 1, 1, 1, 1, 0, 0, 0], 3)).toEqual([0, -0.33, -0.33].flatMap((dy) => Array<number>(3).fill(bright(0, dy)))); // prettier-ignore
  });

  test("differ as much as the look says", () => {
    expect(lit([0, 1, 1], 3, 0.5)[0]).toBe(bright(0.33, 0, 0.5));
    expect(lit([0, 1, 1], 3, 0)).toEqual([128, 128, 128]);
  });
});
