import { describe, expect, test } from "vitest";
import { objective } from "fall-line";
import { evenLevels } from "../../src/figures/contour-levels.ts";
import { heightsOver } from "../../src/figures/heights.ts";
import type { Plane } from "../../src/figures/plane.ts";
import { isStrong, RELIEF_COLOURS, reliefOver, reliefTrace } from "../../src/figures/relief.ts";
import { RELIEF } from "../../src/figures/shaded-relief.ts";
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

  test("are as low as a ten thousandth of the lowest quarter where the loss is the least", () => {
    // Above 1000 the lowest quarter ends at 1.
    for (const far of [over([1000, 1001, 1010, 1100], 1000), over([-1, 0, 9, 99])])
      expect(far.z).toEqual([[-4, 0, 1, 2]]);
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

describe("the trace of a relief", () => {
  const plane = { point: (x: number, y: number) => Float64Array.of(x, y, 0) } as unknown as Plane;
  const views = [[0, 4], [0, 8]] as const; // prettier-ignore
  interface Ground {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly z: readonly (readonly number[])[];
    readonly contours: { readonly start: number; readonly end: number; readonly coloring: string };
    readonly colorscale: readonly (readonly [number, string])[];
    readonly hovertemplate: string;
    readonly meta: { readonly relief: { readonly levels: readonly number[]; readonly size: number } };
  }
  /** The trace of a surface whose values are counted. */
  function counted(formula: string, isFormula: boolean): { trace: Ground; calls: () => number } {
    let calls = 0;
    const on = objective(formula);
    const { dimension } = on;
    const watched = {
      ...(isFormula ? { expression: formula } : {}),
      dimension,
      value: (w: Float64Array) => ((calls += 1), on.value(w.subarray(0, dimension))),
    };
    return { trace: reliefTrace(watched as never, plane, views) as unknown as Ground, calls: () => calls };
  }

  test("has 133 heights along each axis, and 31 of more than two parameters", () => {
    for (const [formula, count] of [
      ["x + y", 133],
      ["x + y + z", 31],
    ] as const) {
      const { x, y, z } = counted(formula, true).trace;
      expect([x.length, y.length, z.length, z[0]!.length]).toEqual([count, count, count, count]);
      expect([x[0], x.at(-1), y[0], y.at(-1)]).toEqual([0, 4, 0, 8]);
      expect([z[0]!.at(-1), z.at(-1)![0]]).toEqual([4, 8]);
    }
  });

  test("is computed once, when it is asked for where a formula gives it, and at once where a function does", () => {
    const { trace, calls } = counted("x + y", true);
    expect(calls()).toBe(0);
    expect(trace.z).toBe(trace.z);
    const once = calls();
    expect(once).toBeGreaterThanOrEqual(133 ** 2);
    expect([trace.contours, trace.meta, trace.hovertemplate]).toHaveLength(3);
    expect(calls()).toBe(once);
    expect(counted("x + y", false).calls()).toBeGreaterThan(0);
  });

  test("has its contours at round heights, and says what its heights are", () => {
    const { contours, meta, hovertemplate } = counted("x + y", true).trace;
    // From 0 to 12 in steps of 1, without the floor.
    expect(meta.relief).toEqual({ levels: Array.from({ length: 12 }, (_, k) => k + 1), size: 1 });
    expect(contours).toEqual({ start: 1, end: 12, size: 1, coloring: "heatmap" });
    expect(hovertemplate).toContain("loss: %{z");
    expect(counted("x^6 + y", true).trace.hovertemplate).toContain("log₁₀(loss − least): %{z");
    const { levels } = counted("0*x + 0*y", true).trace.meta.relief;
    expect(levels).toEqual([]);
    expect(counted("0*x + 0*y", true).trace.contours).toMatchObject({ start: 1, end: 0 });
  });

  test("has the colours of its look at squares of the way, whose counterparts on a dark page are known", () => {
    const { colorscale } = counted("x + y", true).trace;
    expect(colorscale.map(([at]) => at)).toEqual(
      [0, 1, 4, 9, 16, 25, 36, 49, 64].map((k) => rounded(k / 64)),
    );
    expect(colorscale.filter((_, k) => k % 2 === 0).map(([, color]) => color)).toEqual(RELIEF.light.ramp);
    expect(RELIEF_COLOURS.map(({ color }) => color)).toEqual([
      ...colorscale.map(([, color]) => color),
      RELIEF.light.contour,
    ]);
    expect(RELIEF_COLOURS.filter((_, k) => k % 2 === 0).map(({ dark }) => dark)).toEqual(RELIEF.dark.ramp);
    expect(RELIEF_COLOURS.at(-1)!.dark).toBe(RELIEF.dark.contour);
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
