import { describe, expect, test } from "vitest";
import { logAxis, scaleOf, suitableScale } from "../../src/figures/scale.ts";
import { grid, rangeOf, roundedIn } from "../../src/figures/view.ts";

describe("the range of an axis", () => {
  test("is the surface's own, widened to what must be in sight, where there is no path", () => {
    expect(rangeOf({ own: [-2, 2], landmarks: [3], path: [] })).toEqual([-2, 3]);
  });

  test("holds the path with 18 % of its length on each side", () => {
    expect(rangeOf({ landmarks: [0, 1], path: [0, 0.5, 1] })).toEqual([-0.18, 1.18]);
  });

  test("is no less than 45 % of what the surface proposes, so that a short path is seen in its place", () => {
    const [low, high] = rangeOf({ own: [-10, 10], landmarks: [0, 1], path: [0, 1] });
    expect(high - low).toBeCloseTo(9, 12);
    expect((high + low) / 2).toBeCloseTo(0.5, 12);
  });

  test("lets a path that runs far away leave the picture", () => {
    const [low, high] = rangeOf({ landmarks: [0, 1], path: [0, 1, 2, 1e6, -1e300] });
    expect(low).toBeCloseTo(-0.36, 12);
    expect(high).toBeCloseTo(2.36, 12);
  });
});

describe("the scale that suits numbers", () => {
  test("turns logarithmic where they span more than two and a half decades", () => {
    expect(suitableScale([1, 10, 316])).toBe("linear");
    expect(suitableScale([1, 10, 317])).toBe("log");
    // What is no number has no place on any axis, and chooses none.
    expect(suitableScale([1, NaN, 10, 317])).toBe("log");
    // On both sides of 0 it is the largest beside the middle one that counts.
    expect(suitableScale([-1, 1, 316])).toBe("linear");
    expect(suitableScale([-1, 1, 317])).toBe("symlog");
  });

  test("has no place on a logarithmic axis for what is not above 0, and on no axis for what is not finite", () => {
    const { place } = scaleOf("log", [1, 1000]);
    expect([0, -1, NaN, Infinity, 12.3456].map((x) => place(x))).toEqual([null, null, null, null, 12.35]);
    expect([0, -1, NaN].map((x) => scaleOf("linear", [1]).place(x))).toEqual([0, -1, null]);
  });

  test("has marks at powers of ten, one beyond at either end, and no crowd of them", () => {
    expect(logAxis([0.02, NaN, 0, 300])["tickvals"]).toEqual([1e-3, 0.01, 0.1, 1, 10, 100, 1000, 10_000]);
    // Twenty decades at most eight marks apart: every third power.
    expect(logAxis([1e-10, 1e10])["tickvals"]).toEqual(
      [-15, -12, -9, -6, -3, 0, 3, 6, 9, 12, 15].map((k) => Number(`1e${k}`)),
    );
  });

  test("on both sides of 0 has a few powers of ten on either, at the places of their values", () => {
    // A small one of these numbers is 1: y has its place at log10(1 + |y|), with the sign of y.
    const wide = scaleOf("symlog", [-1e6, -1, 1, 2, NaN, 1e6]);
    expect([0, 9, -99, NaN].map((y) => wide.place(y))).toEqual([0, 1, -2, null]);
    expect(wide.axis["ticktext"]).toEqual(["−10⁶", "−10000", "−100", "0", "100", "10000", "10⁶"]);
    expect(wide.axis["tickvals"]).toEqual([-1e6, -1e4, -100, 0, 100, 1e4, 1e6].map((y) => wide.place(y)));
    const near = scaleOf("symlog", [-1, 1, 2, 400]);
    expect(near.axis["ticktext"]).toEqual(["−10", "−1", "0", "1", "10", "100", "1000"]);
  });
});

test("numbers of a range are rounded to a three-thousandth of it, and a grid holds both ends", () => {
  expect(roundedIn([0, 3])(1.23456)).toBe(1.235);
  expect(roundedIn([0, 3000])(1234.56)).toBe(1235);
  expect(grid([-1, 1], 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
});

describe("exactly 0, and what is no number, on an axis", () => {
  test("are no sizes that the scale is chosen by", () => {
    expect(suitableScale([0, 0, 0, 1, 1000])).toBe("linear");
    expect(suitableScale([0, 0, 0])).toBe("linear");
    expect(suitableScale([Infinity, 1, 2])).toBe("linear");
  });

  test("move no marks of an axis of logarithms", () => {
    expect(logAxis([0, 1, Infinity, NaN, 1000])).toEqual(logAxis([1, 1000]));
  });

  test("around which an axis is linear, it is so up to 1 where most numbers are 0, else up to a small one of them", () => {
    expect(scaleOf("symlog", [0, 0, 0, 0, 10]).place(10)).toBeCloseTo(Math.log10(1 + 10), 3);
    expect(scaleOf("symlog", [0, -100, 100, 1000]).place(100)).toBeCloseTo(Math.log10(1 + 1), 3);
    for (const [values, ends] of [
      [
        [-1e6, -1, 0, 1],
        [-1e6, 1],
      ],
      [
        [-1, 0, 1, 1e6],
        [-1, 1e6],
      ],
    ] as const) {
      const { axis, place } = scaleOf("symlog", values);
      const marks = axis["tickvals"] as number[];
      expect(marks).toContain(0);
      expect(Math.min(...marks)).toBeGreaterThanOrEqual(place(10 * ends[0])!);
      expect(Math.max(...marks)).toBeLessThanOrEqual(place(10 * ends[1])!);
    }
  });
});
