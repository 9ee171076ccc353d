import { describe, expect, test } from "vitest";
import { type Arrow, arrowLabels, arrowTraces, viewAround, visible } from "../../src/figures/arrows.ts";
import { placeLabel, type Segment } from "../../src/figures/label-placement.ts";

type Point = readonly [number, number];
const colour = { color: "#d62728", dark: "#ff7b72" };
const arrow = (label: string, from: Point, to: Point): Arrow => ({ label, from, to, colour });

describe("arrows", () => {
  test("have half as much again around them, be they tall or wide", () => {
    const [across, up] = viewAround([[2, 0], [2, 4]]); // prettier-ignore
    expect(up).toEqual([-1, 5]);
    expect((across[1] - across[0]) / (up[1] - up[0])).toBeCloseTo(566 / 420, 5);
    expect(viewAround([[0, 3], [4, 3]])[0]).toEqual([-1, 5]); // prettier-ignore
  });

  test("that cannot be seen beside the longest are left out", () => {
    const long = arrow("long", [0, 0], [1000, 0]);
    const some = [
      long,
      arrow("short", [0, 0], [0, 1.01]),
      arrow("dot", [0, 0], [0, 1]),
      arrow("none", [3, 3], [3, 3]),
    ];
    expect(visible(some).map(({ label }) => label)).toEqual(["long", "short"]);
    expect(visible([arrow("none", [3, 3], [3, 3])])).toEqual([]);
  });

  test("that coincide are one with the names of all, the last first", () => {
    const both = visible([
      arrow("a", [0, 0], [10, 0]),
      arrow("b", [0, 0], [10, 0.1]),
      { ...arrow("c", [0, 0], [10, 0.0005]), dash: "dot" },
      arrow("d", [1, 0], [10, 0]),
    ]);
    expect(both.map(({ label, dash }) => [label, dash])).toEqual([
      ["b", undefined],
      ["c = a", "dot"],
      ["d", undefined],
    ]);
  });

  test("are lines with a head, and their vector to read", () => {
    expect(arrowTraces([{ ...arrow("a", [1, 2], [4, 6]), dash: "dot", width: 2 }])).toMatchObject([
      {
        x: [1, 4],
        y: [2, 6],
        line: { dash: "dot", width: 2, color: "#d62728" },
        hovertemplate: "%{fullData.name}<br>(3, 4)<extra></extra>",
      },
    ]);
    const two = arrowTraces([arrow("short", [0, 0], [1, 1]), arrow("long", [0, 0], [2, 2])]);
    expect(two.map(({ name }) => name)).toEqual(["long", "short"]);
    expect(arrowTraces([arrow("a", [0, 0], [1, 1])])).toMatchObject([{ line: { dash: "solid", width: 3 } }]);
  });

  test("are seen in a view of the plot's form, with half as much again around them", () => {
    // 566 pixels across for 420 up.
    const [x, y] = viewAround([[0, 0], [4, 1]]); // prettier-ignore
    expect(x).toEqual([-1, 5]);
    expect((x[1] - x[0]) / (y[1] - y[0])).toBeCloseTo(566 / 420, 4);
    expect((y[0] + y[1]) / 2).toBeCloseTo(0.5, 5);
    const [across, up] = viewAround([[0, 0], [1, 4]], 420); // prettier-ignore
    expect([across, up]).toEqual([[-2.5, 3.5], [-1, 5]]); // prettier-ignore
    expect(viewAround([[2, 3]], 420)).toEqual([[1.5, 2.5], [2.5, 3.5]]); // prettier-ignore
  });

  test("have their names in the picture, none over another, turned as they are", () => {
    const labels = arrowLabels(
      [arrow("rising", [0, 0], [8, 8]), arrow("falling", [0, 10], [8, 2])],
      [[0, 10], [0, 10]], // prettier-ignore
      400,
    ) as unknown as {
      text: string;
      x: number;
      y: number;
      xshift: number;
      yshift: number;
      textangle: number;
    }[];
    expect(labels.map(({ text }) => text)).toEqual(["rising", "falling"]);
    // Upwards in a plot is a turn to the left for the words.
    expect(labels.map(({ textangle }) => textangle)).toEqual([-45, 45]);
    for (const [k, { x, y, xshift, yshift }] of labels.entries()) {
      expect(k === 0 ? y : 10 - y).toBeCloseTo(x, 5);
      expect([xshift, yshift].map(Math.abs)).toEqual([8, 8]);
      // Beside a rising line is the upper left or the lower right, beside a falling one the others.
      expect(Math.sign(xshift * yshift)).toBe(k === 0 ? -1 : 1);
    }
  });

  test("that coincide in part have names that do not", () => {
    const [one, other] = arrowLabels(
      [arrow("a name", [1, 5], [9, 5]), arrow("a name", [1, 5], [8, 5])],
      [[0, 10], [0, 10]], // prettier-ignore
      400,
    ) as unknown as { x: number; y: number; xshift: number; yshift: number }[];
    const [dx, dy] = [(one!.x - other!.x) * 40 + one!.xshift - other!.xshift, one!.yshift - other!.yshift];
    expect(Math.max(Math.abs(dx) / (6 * 6.8), Math.abs(dy) / 12)).toBeGreaterThanOrEqual(1);
  });
});

describe("a label", () => {
  const far: Segment = { from: [100, 200], to: [400, 200] };

  test("stands along the middle of an arrow that is long enough, above or below it", () => {
    const { along, shift, angle } = placeLabel("name", [far], 0, []);
    expect([along, angle, Math.abs(shift[1]), shift[0] + 0]).toEqual([0.5, 0, 12, 0]);
    const back = placeLabel("name", [{ from: far.to, to: far.from }], 0, []);
    expect(Math.abs(back.angle)).toBe(0);
  });

  test("is never upside down", () => {
    for (const turn of [0.1, 1, 2, 3, 4, 5, 6]) {
      const to: Point = [300 + 200 * Math.cos(turn), 300 + 200 * Math.sin(turn)];
      const { angle } = placeLabel("name", [{ from: [300, 300], to }], 0, []);
      expect(Math.abs(angle), String(turn)).toBeLessThanOrEqual(90);
    }
  });

  test("of a short arrow stands beside it, not turned", () => {
    const { angle, shift } = placeLabel("a very long name", [{ from: [300, 300], to: [320, 330] }], 0, []);
    expect(angle).toBe(0);
    expect(Math.hypot(...shift)).toBeGreaterThanOrEqual(12);
  });

  test("keeps off other arrows, other labels, and the upper and left edges", () => {
    const beside: Segment = { from: [100, 190], to: [400, 190] };
    expect(placeLabel("name", [far, beside], 0, []).shift[1]).toBeGreaterThan(0);
    const above: Segment = { from: [100, 210], to: [400, 210] };
    expect(placeLabel("name", [far, above], 0, []).shift[1]).toBeLessThan(0);
    const first = placeLabel("name", [far], 0, []);
    const second = placeLabel("name", [far, far], 1, [first]);
    const apart = Math.min(
      ...second.samples.flatMap(([x, y]) => first.samples.map(([a, b]) => Math.hypot(x - a, y - b))),
    );
    expect(apart).toBeGreaterThanOrEqual(17);
    const top: Segment = { from: [100, 10], to: [400, 10] };
    expect(placeLabel("name", [top], 0, []).shift[1]).toBeGreaterThan(0);
  });
});
