import { describe, expect, test } from "vitest";
import { objective } from "fall-line";
import { evenLevels } from "../../src/figures/contour-levels.ts";
import { heightsOver } from "../../src/figures/heights.ts";
import { isStrong, reliefOver } from "../../src/figures/relief.ts";
import { rangeOf, rounded, roundedIn } from "../../src/figures/view.ts";

/** Heights along a line of places, at which the loss is what it is given. */
const over = (losses: readonly number[], least?: number) =>
  heightsOver(
    { value: ([k = 0]) => losses[k]!, ...(least === undefined ? {} : { least }) },
    losses.map((_, k) => k),
    [0],
    (x) => Float64Array.of(x),
  );

describe("the heights of a picture", () => {
  test("are the losses where they do not span decades, with gaps where there is none", () => {
    const { z, name, height } = over([0, 1, 2, NaN, 4, Infinity]);
    expect([z, name, height(3.3)]).toEqual([[[0, 1, 2, null, 4, null]], "loss", 3.3]);
  });

  /** The lowest quarter of 0, 1, 2, h ends at 1: logarithms are drawn beyond forty times that. */
  test.each([
    [40, "loss"],
    [40.1, "log₁₀(loss − least)"],
  ])("up to %d above a lowest quarter of 1 are: %s", (high, name) => {
    expect(over([0, 1, 2, high]).name).toBe(name);
    // From the least, where it is known: half a unit below, the quarter ends at 1.5 and the highest is to be above 60.
    expect(over([0.5, 1.5, 2, 1.5 * high], 0).name).toBe(high > 40 ? "log₁₀(loss − least)" : "loss");
  });

  test("are losses where a quarter of the picture is as low as anything: there logarithms have no floor", () => {
    expect(over([1, 1, 1, 1, 5])).toMatchObject({ name: "loss", z: [[1, 1, 1, 1, 5]] });
  });

  test("are logarithms above the least, or above the lowest where none is known or it is not the least", () => {
    const far = [1, 2, 11, 1001];
    expect(over(far, 1).z[0]!.slice(1)).toEqual([0, 1, 3]);
    expect(over(far).z).toEqual(over(far, 1).z);
    expect(over(far, 5).z).toEqual(over(far, 1).z);
    expect(over(far, -Infinity).z).toEqual(over(far, 1).z);
    // Nothing is drawn lower than a ten-thousandth of the lowest quarter.
    expect(over(far, 1).z[0]![0]).toBe(-4);
    expect(over(far, 1).height(0)).toBeCloseTo(-4, 12);
  });

  test("that are all one have one level, and none at all are no fault", () => {
    expect(over([3, 3, 3])).toMatchObject({ z: [[3, 3, 3]], levels: { start: 4, end: 3, size: 1 } });
    expect(evenLevels(over([3, 3, 3]).levels)).toEqual([]);
    expect(over([NaN, NaN])).toMatchObject({ z: [[null, null]] });
  });

  test("have about sixteen contours at round heights, none at the very floor", () => {
    const { levels } = over([0, 4, 8, 16]);
    expect(levels).toEqual({ start: 1, end: 16, size: 1 });
    expect(over([0.5, 4, 8, 16]).levels.start).toBe(1);
    expect(evenLevels(levels)).toHaveLength(16);
    expect(evenLevels({ start: 0, end: 1000, size: 1 })).toHaveLength(60);
    expect(evenLevels({ start: 0.1, end: 0.3, size: 0.1 })).toEqual([0.1, 0.2, 0.3]);
  });
});

describe("a relief", () => {
  test("has every fifth contour drawn more strongly, counted from 0", () => {
    expect([-1, 0, 0.2, 0.8, 1, 1.2, 2].map((level) => isStrong(level, 0.2))).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  test("has heights by rows from below, and the height of any place", () => {
    const slope = objective("x + 10*y");
    const { heights, height } = reliefOver(slope, (x, y) => Float64Array.of(x, y), [[0, 1], [0, 2]], 3); // prettier-ignore
    expect(heights.z).toEqual([[0, 0.5, 1], [10, 10.5, 11], [20, 20.5, 21]]); // prettier-ignore
    expect(height(0.25, 1)).toBe(10.25);
  });
});

describe("numbers of a picture", () => {
  test.each<[readonly [number, number], number, number]>([
    [[0, 3], 1.23456, 1.235],
    [[0, 30], 12.3456, 12.35],
    [[0, 1e5], 123456.7, 123460],
    [[0, 1e-20], 1.23456789e-21, 1.23457e-21],
    [[5, 5], 5.1234567, 5.12346],
    [[0, 3], 1.23456789e9, 1.23457e9],
  ])("of the range %j are rounded: %d to %d", (range, value, expected) => {
    expect(roundedIn(range)(value)).toBe(expected);
  });

  test("are rounded to four digits where there is no range", () => {
    expect([rounded(1.23456), rounded(123456), rounded(1.23456, 2)]).toEqual([1.235, 123500, 1.2]);
  });

  test.each<[string, Parameters<typeof rangeOf>[0], readonly [number, number]]>([
    ["a path without landmarks is held whole", { landmarks: [], path: [2, 4] }, [2 - 0.36, 4 + 0.36]],
    ["one place has a unit on each side, and the margin", { landmarks: [5], path: [] }, [4 - 0.36, 6 + 0.36]],
    ["nothing is around 0", { landmarks: [], path: [] }, [-1.36, 1.36]],
    ["what is no number is passed over", { landmarks: [NaN, 0, 1], path: [] }, [-0.18, 1.18]],
    [
      "a path is near within one and a half times the landmarks' room",
      { landmarks: [0, 2], path: [4.9, 5.1] },
      [-0.882, 5.782],
    ],
    [
      "or within the surface's own range",
      { own: [-4, 4], landmarks: [0, 2], path: [9.9, 10.1] },
      [-1.782, 11.682],
    ],
    [
      "the surface's own range is widened where there is no path",
      { own: [0, 1], landmarks: [2], path: [] },
      [0, 2],
    ],
    [
      "numbers that are one but for rounding are one",
      { landmarks: [1e9, 1e9 + 0.5], path: [] },
      [1e9 - 1, 1e9 + 1.5].map((x, k) => x + (k ? 0.45 : -0.45)) as unknown as readonly [number, number],
    ],
  ])("%s", (_, extent, [low, high]) => {
    const [from, to] = rangeOf(extent);
    expect(from).toBeCloseTo(low, 6);
    expect(to).toBeCloseTo(high, 6);
  });
});
