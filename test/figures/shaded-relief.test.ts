import { expect, test } from "vitest";
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
