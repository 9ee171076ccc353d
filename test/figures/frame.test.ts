import { describe, expect, test } from "vitest";
import { axis, frame, planeAxes } from "../../src/figures/frame.ts";

const named = (...lengths: number[]) =>
  lengths.map((length) => ({ type: "scatter", name: "n".repeat(length) }));
const parts = { colours: [], data: [], plotHeight: 400 };

/** About how many pixels a legend has across, and a name in it takes: 46 and 7.4 for each letter. */
const ACROSS = 488;

describe("the layout of a figure", () => {
  test("is as high as the plot with what stands above it: 8 pixels, a title's 30, 20 a row of the legend", () => {
    const heightOf = (options: object, more: object = {}) => {
      const { height, margin } = frame(options, { ...parts, ...more }, {}) as {
        height: number;
        margin: { t: number };
      };
      expect(height).toBe(400 + margin.t);
      return margin.t;
    };
    expect(heightOf({})).toBe(8);
    expect(heightOf({ title: "A" })).toBe(38);
    expect(heightOf({ title: "A" }, { data: named(3) })).toBe(58);
  });

  test("is as high as it was told to be", () => {
    expect(frame({ height: 300 }, parts, {})).toMatchObject({ height: 300, margin: { t: 8 } });
  });

  test("has a legend where a curve has a name in it, in as many rows as its names need", () => {
    const rows = (data: readonly object[]): number => {
      const { margin, showlegend } = frame({}, { ...parts, data: data as never }, {}) as {
        margin: { t: number };
        showlegend: boolean;
      };
      expect(showlegend).toBe(margin.t > 8);
      return (margin.t - 8) / 20;
    };
    expect(rows([])).toBe(0);
    expect(
      rows([
        { type: "contour", name: "loss" },
        { ...named(4)[0], showlegend: false },
      ]),
    ).toBe(0);
    expect(rows(named(4))).toBe(1);
    // Two names of 26 letters take 2 * 238.4 pixels, two of 27 more than there are.
    expect(2 * (46 + 7.4 * 26)).toBeLessThan(ACROSS);
    expect(rows(named(26, 26))).toBe(1);
    // In columns as wide as the longest name: two for 26 letters, one for 27.
    expect(rows(named(26, 26, 26))).toBe(2);
    expect(rows(named(27, 27))).toBe(2);
    expect(rows(named(100, 1, 1))).toBe(3);
  });

  test("has its title at the upper left", () => {
    expect(frame({}, parts, {}).title).toBeUndefined();
    expect(frame({ title: "A" }, parts, {}).title).toMatchObject({ text: "A", x: 0.01, y: 1 });
  });

  test("has the dark counterparts of all colours, and what else the figure asks for", () => {
    const colours = [{ color: "#123456", dark: "#abcdef" }];
    const layout = frame({}, { ...parts, colours }, { hovermode: false });
    expect(layout).toMatchObject({ hovermode: false, meta: { dark: { "#123456": "#abcdef" } } });
  });
});

describe("the axes of a plane", () => {
  const isRound = (height: number, always = false): boolean =>
    "scaleanchor" in (planeAxes(["x", "y"], [[0, 10], [0, height]], always).yaxis as object); // prettier-ignore

  test("have one unit where the picture is about as high as wide, or must", () => {
    expect([4, 4.1, 13.9, 14].map((height) => isRound(height))).toEqual([false, true, true, false]);
    expect([1, 100].map((height) => isRound(height, true))).toEqual([true, true]);
  });

  test("have their names and ranges, one without a range none", () => {
    expect(
      planeAxes(
        ["x", "y"],
        [
          [0, 10],
          [0, 2],
        ],
      ),
    ).toEqual({
      // prettier-ignore
      xaxis: { title: { text: "x" }, range: [0, 10], zeroline: false, showgrid: false },
      yaxis: { title: { text: "y" }, range: [0, 2], zeroline: false, showgrid: false },
    });
    expect(axis({ name: "y" })).toEqual({ title: { text: "y" }, zeroline: false });
    expect(axis({ name: "a", range: [1, 2] }, { range: [3, 4] })).toMatchObject({ range: [3, 4] });
  });
});
