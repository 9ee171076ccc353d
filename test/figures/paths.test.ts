import { describe, expect, test } from "vitest";
import {
  type DrawnPath,
  drawnPath,
  exitTraces,
  exitWords,
  minimaTraces,
  pathTrace,
  startTrace,
  startWords,
  thinned,
} from "../../src/figures/paths.ts";
import { gradientDescent } from "../../src/rules/gradient-descent.ts";
import { descend } from "../../src/trace/descend.ts";

type Point = readonly [number, number];

const look = { color: "#d62728", dark: "#ff7b72", dash: "dash", symbol: "square" } as const;
/** Steps of 3 from point to point; the loss counts the points. */
const path = (points: readonly Point[], label = "one"): DrawnPath => ({
  label,
  look,
  steps: points.map((_, k) => 3 * k),
  points,
  losses: points.map((_, k) => k),
});
/** 10 across and 100 up. */
const views = [
  [0, 10],
  [0, 100],
] as const;
const middle: Point = [5, 50];

test("thinned(list, most) takes as many, evenly spread, with the first and the last", () => {
  const all = Array.from({ length: 11 }, (_, k) => k);
  expect(thinned(all, 11)).toEqual(all);
  expect(thinned(all, 10)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(thinned(all, 4)).toEqual([0, 3, 6, 9, 10]);
});

test("drawnPath(trace, label, look, place) has every step of a descent of up to 600 points, and of a longer one every second", () => {
  const drawn = (steps: number): readonly number[] => {
    const trace = descend("x^2", gradientDescent, { start: [1], steps, hyper: { lambda: 1e-3 } });
    return drawnPath(trace, "one", look, ([x], loss) => [x!, loss]).steps;
  };
  expect(drawn(599)).toEqual(Array.from({ length: 600 }, (_, t) => t));
  expect(drawn(600)).toEqual(Array.from({ length: 301 }, (_, k) => 2 * k));
});

describe("a path", () => {
  test.each([
    [60, 6],
    [61, 4],
    [120, 4],
    [121, 3],
  ])("of %d points has markers of size %d", (count, size) => {
    const { marker } = pathTrace(path(Array.from({ length: count }, () => middle)), views);
    expect(marker).toEqual({ color: "#d62728", symbol: "square", size });
  });

  test("is drawn as far as it is in the picture, and to the first point outside", () => {
    const out: Point = [20, 50];
    const { x } = pathTrace(path([out, out, middle, out, out, out, middle, [10, 100], out]), views);
    expect(x).toEqual([null, 20, 5, 20, null, 20, 5, 10, 20]);
  });

  test("says step and loss of each point, and which step where some are left out", () => {
    const some = pathTrace(path([middle, middle]), views);
    expect(some.customdata).toEqual([[0, 0], [1, 3]]); // prettier-ignore
    expect(some.hovertemplate).toMatch(/step %\{customdata\[1\]\}<br>.*loss %\{customdata\[0\]:\.3~r\}</);
    const every = pathTrace({ ...path([middle, middle]), steps: [0, 1] }, views);
    expect(every.customdata).toEqual([0, 1]);
    expect(every.hovertemplate).toMatch(/step %\{pointNumber\}<br>.*loss %\{customdata:\.3~r\}</);
  });
});

describe("starts and minima", () => {
  test("each place has one ring, and words where there is one alone", () => {
    const starts = [path([[5, 1]]), path([[5, 2]]), path([[5, 1], [7, 1]]), path([[6, 1]])]; // prettier-ignore
    expect(startTrace(starts)).toMatchObject([{ name: "start", x: [5, 5, 6], y: [1, 2, 1] }]);
    expect(startWords(starts, views)).toEqual([]);
    expect([startTrace([]), startWords([], views)]).toEqual([[], []]);
    expect(startWords([path([[5, 1]]), path([[5, 1]])], views)).toHaveLength(1);
  });

  test.each<[Point, object]>([
    [[6, 40], { xanchor: "right", xshift: -12, yshift: -14 }],
    [[4, 60], { xanchor: "left", xshift: 12, yshift: 14 }],
    [[5, 50], { xanchor: "left", xshift: 12, yshift: -14 }],
  ])("the words of a start at %j stand towards the middle across, and outwards up and down", (at, beside) => {
    expect(startWords([path([at])], views)).toMatchObject([
      { x: at[0], y: at[1], text: `start (${at.join(", ")})`, ...beside },
    ]);
  });

  test("the lowest minima are full stars, local ones hollow", () => {
    expect(minimaTraces({ minima: [[1, 2]], localMinima: [[3, 4]] })).toMatchObject([
      { name: "minimum", x: [1], y: [2], marker: { symbol: "star" } },
      { name: "local minimum", x: [3], y: [4], marker: { symbol: "star-open" } },
    ]);
    expect(minimaTraces({ minima: [], localMinima: [] })).toEqual([]);
  });
});

describe("a path that leaves the picture for good", () => {
  test.each<[string, Point, Point, string]>([
    ["to the right", [15, 50], [10, 50], "right"],
    ["to the left", [-5, 50], [0, 50], "left"],
    ["upwards", [5, 150], [5, 100], "up"],
    ["downwards", [5, -50], [5, 0], "down"],
    // Both ways: it is out on the right after a quarter of the step, at the top only after a half.
    ["near a corner", [25, 150], [10, 75], "right"],
    ["near the other", [15, 250], [7.5, 100], "up"],
  ])("%s has a mark at the edge, which points there", (_, to, [x, y], side) => {
    expect(exitTraces([path([middle, to])], views)).toMatchObject([
      { name: "one left", x: [x], y: [y], marker: { symbol: `triangle-${side}`, color: "#d62728" } },
    ]);
  });

  test("does so after the last of its points inside, and is told by the first step outside", () => {
    const [words] = exitWords([path([middle, [20, 50], middle, [15, 50], [20, 50]])], views);
    expect(words).toMatchObject({ x: 10, y: 50, text: "left the map at step 9" });
  });

  test.each<[string, readonly Point[]]>([
    ["comes back", [middle, [20, 50], middle]],
    ["ends on its edge", [middle, [10, 100]]],
    ["was never inside", [[20, 50], [30, 50]]], // prettier-ignore
  ])("is none that %s", (_, points) => {
    expect(exitTraces([path(points)], views)).toEqual([]);
  });

  const leaving = (y: number, label: string): DrawnPath => path([[5, y], [15, y]], label); // prettier-ignore

  test("has words inside the picture, with its name where there are several", () => {
    expect(exitWords([leaving(50, "one")], views)).toMatchObject([
      { xanchor: "right", xshift: -14, yshift: 0, bordercolor: "#d62728" },
    ]);
    const left = path([[5, 50], [-5, 50]], "two"); // prettier-ignore
    expect(exitWords([leaving(10, "one"), left], views)).toMatchObject([
      { text: "one left the map at step 3" },
      { text: "two left the map at step 3", xanchor: "left", xshift: 14 },
    ]);
  });

  // The picture is laid out for 440 pixels: 100 is at 440 of them, and words need 16 to the edge and 24 from one another.
  test.each([
    [[80, 80, 80], [0, -24, -48]], // prettier-ignore
    [[20, 20, 20], [0, 24, 48]], // prettier-ignore
    [[100, 100], [-16, -40]], // prettier-ignore
    [[0, 0], [16, 40]], // prettier-ignore
    [[80, 70], [0, 0]], // prettier-ignore
  ])("at the heights %j has words shifted by %j, so that none cover others", (heights, shifts) => {
    const paths = heights.map((y, k) => leaving(y, String(k)));
    expect(exitWords(paths, views).map(({ yshift }) => yshift)).toEqual(shifts);
  });
});
