import { describe, expect, it } from "vitest";
import { namedAtPaths } from "../../src/figures/names-at-paths.ts";
import { INK } from "../../src/figures/palette.ts";
import type { PlotlyObject } from "../../src/figures/plotly.ts";

/** A map without numbers of which one unit is one pixel, y upward. */
const layout = {
  xaxis: { range: [0, 400], visible: false },
  yaxis: { range: [0, 200], visible: false },
  meta: { names: {} },
};
const size = { width: 400, height: 200 };
const path = (name: string, ...dots: readonly (readonly [number | null, number | null])[]): PlotlyObject => ({
  type: "scatter",
  mode: "lines+markers",
  name,
  x: dots.map(([x]) => x),
  y: dots.map(([, y]) => y),
  line: { color: "#123456" },
});
const start = (...dots: readonly (readonly [number, number])[]): PlotlyObject => ({
  ...path("start", ...dots),
  mode: "markers",
  showlegend: false,
});
const drawn = (data: readonly PlotlyObject[], more: object = {}): PlotlyObject =>
  namedAtPaths({ data, layout: { ...layout, ...more } }, size);
/** The names alone, which are bold. */
const names = (...given: Parameters<typeof drawn>): PlotlyObject[] =>
  (drawn(...given)["annotations"] as PlotlyObject[]).filter(({ text }) => /^<b>/.test(String(text)));
/** Middles of names: 17 high, 9 from the dot, so half a height and 9 away from it. */
const HALF = ((3 * 0.69 + 1.04) * 13) / 2;
const below = (x: number, y: number) => ({ x, y: expect.closeTo(y - 17.5, 6) as number });
const above = (x: number, y: number) => ({ x, y: expect.closeTo(y + 17.5, 6) as number });

it("has no place in a picture that has no size yet", () => {
  const given = { data: [path("Adam", [200, 100])], layout };
  for (const none of [
    { width: 0, height: 200 },
    { width: 400, height: 0 },
  ])
    expect(namedAtPaths(given, none)).toBe(given.layout);
});

describe("the name of a path", () => {
  it("stands below its dot, in bold and in its colour", () => {
    expect(names([path("Adam", [200, 100])])).toEqual([
      { ...below(200, 100), text: "<b>Adam</b>", showarrow: false, font: { size: 13, color: "#123456" } },
    ]);
  });

  it("of a minimum is in ink; other marks have no name, and neither has what is no mark", () => {
    const minimum = { ...path("minimum", [200, 100]), mode: "markers" };
    const map = { ...path("map", [300, 100]), type: "contour" };
    const found = names([minimum, start([20, 100]), map]);
    expect(found.map(({ text }) => text)).toEqual(["<b>minimum</b>"]);
    expect(found[0]!["font"]).toEqual({ size: 13, color: INK.color });
  });

  it.each<[what: string, others: readonly (readonly [number, number])[], x: number, y: number]>([
    ["below, where nothing is in the way", [], 200, 117.5 - 35],
    ["above, where a path runs below", [[200, 82]], 200, 117.5],
    [
      "to the right, where paths run above and below",
      [
        [200, 82],
        [200, 118],
      ],
      200 + 9 + HALF,
      100,
    ],
    [
      "to the left, where the right is taken too",
      [
        [200, 82],
        [200, 118],
        [222, 100],
      ],
      200 - 9 - HALF,
      100,
    ],
  ])("stands %s", (_, others, x, y) => {
    const data = [path("Adam", [200, 100]), start(...others)];
    const [found] = names(data);
    expect([found!["x"], found!["y"]]).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)]);
  });

  it.each<[what: string, dot: readonly [number, number], isBelow: boolean]>([
    ["three beside it, is in the way", [200 + HALF + 2.9, 82], false],
    ["farther, is not", [200 + HALF + 3.1, 82], true],
    ["three beside it on the left, is in the way", [200 - HALF - 2.9, 82], false],
    ["farther on the left, is not", [200 - HALF - 3.1, 82], true],
    ["two above it, is in the way", [200, 91 + 1.9], false],
    ["farther above, is not", [200, 91 + 2.1], true],
    ["two below it, is in the way", [200, 74 - 1.9], false],
    ["farther below, is not", [200, 74 - 2.1], true],
  ])("lies on no dot: one %s", (_, dot, isBelow) => {
    const [found] = names([path("Adam", [200, 100]), start(dot)]);
    expect(found).toMatchObject(isBelow ? below(200, 100) : above(200, 100));
  });

  it("may stand at any dot of its path, and passes over gaps", () => {
    const around = start([200, 82], [200, 118], [222, 100], [178, 100]);
    expect(names([path("Adam", [200, 100], [300, 100]), around])[0]).toMatchObject(below(300, 100));
    expect(names([path("Adam", [null, 100], [100, null], [300, 100])])[0]).toMatchObject(below(300, 100));
  });

  it("lies on no other name", () => {
    const [first, second] = names([path("Adam", [200, 100]), path("Lion", [202, 100])]);
    expect(first).toMatchObject(below(200, 100));
    expect(second).toMatchObject(above(202, 100));
    const [, apart] = names([path("Adam", [200, 100]), path("Lion", [237, 100])]);
    expect(apart).toMatchObject(below(237, 100));
  });

  it.each<[what: string, word: object, isBelow: boolean]>([
    ["on a word in its middle", { x: 200, y: 82 }, false],
    ["beside one that begins to its right", { x: 221, y: 82, xanchor: "left" }, true],
    ["on one that begins within it", { x: 220, y: 82, xanchor: "left" }, false],
    ["beside one that ends to its left", { x: 179, y: 82, xanchor: "right" }, true],
    ["on one that ends within it", { x: 180, y: 82, xanchor: "right" }, false],
    ["beside one that is shifted away", { x: 200, y: 82, xshift: 38 }, true],
    ["on one that is shifted to it", { x: 165, y: 82, xshift: 35 }, false],
    ["on one that is shifted up to it", { x: 200, y: 62, yshift: 20 }, false],
    ["on one that reaches down to it", { x: 200, y: 99.4 }, false],
    ["below one that is just above it", { x: 200, y: 99.6 }, true],
    ["on one that reaches up to it", { x: 200, y: 65.6 }, false],
    ["above one that is just below it", { x: 200, y: 65.4 }, true],
    ["beside one that is shifted down", { x: 200, y: 82, yshift: -18 }, true],
  ])("lies %s as it has to", (_, word, isBelow) => {
    const [found] = names([path("Adam", [200, 100])], { annotations: [{ text: "Lion", ...word }] });
    expect(found).toMatchObject(isBelow ? below(200, 100) : above(200, 100));
  });

  const bar = { meta: { names: { corner: { width: 270, height: 36 } } } };

  it.each<[what: string, dot: [number, number], more: object, at: [number, number]]>([
    ["moved up from the lower edge", [300, 30], {}, [300, 9 + 8.5]],
    ["above a dot at the lower edge", [300, 27], {}, [300, 27 + 17.5]],
    ["below, where nothing lies over its corner", [200, 50], {}, [200, 50 - 17.5]],
    ["above what lies over its corner", [200, 50], bar, [200, 50 + 17.5]],
    ["beside what lies over its corner", [291, 50], bar, [291, 50 - 17.5]],
    ["moved in from the left edge", [12, 100], {}, [9 + HALF, 82.5]],
    ["just inside the left edge", [30, 100], {}, [30, 82.5]],
    ["moved in from the right edge", [388, 100], {}, [391 - HALF, 82.5]],
    ["just inside the right edge", [370, 100], {}, [370, 82.5]],
  ])("stays within the picture: %s", (_, dot, more, [x, y]) => {
    const [found] = names([path("Adam", dot)], more);
    expect([found!["x"], found!["y"]]).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)]);
  });

  it("lies rather on ten dots than on a word, and rather on a word than on thirty", () => {
    const dots = (count: number, x: number, y: number) => Array<[number, number]>(count).fill([x, y]);
    const corners = [75, 90, 110, 125].flatMap((y) => [...dots(40, 170, y), ...dots(40, 230, y)]);
    const around = (above: number) => [
      ...corners,
      ...dots(40, 200, 70),
      ...dots(40, 200, 130),
      ...dots(40, 222, 100),
      ...dots(40, 178, 100),
      ...dots(above, 200, 118),
    ];
    const marks = (above: number) => start(...around(above));
    const onWord = { annotations: [{ text: "Lion", x: 200, y: 82 }] };
    expect(names([path("Adam", [200, 100]), marks(10)], onWord)[0]).toMatchObject(above(200, 100));
    expect(names([path("Adam", [200, 100]), marks(30)], onWord)[0]).toMatchObject(below(200, 100));
  });

  it("is placed in the units of the axes, wherever they begin", () => {
    const axes = { xaxis: { range: [-2, 2], visible: false }, yaxis: { range: [1, 3], visible: false } };
    expect(names([path("Adam", [0.5, 2])], axes)).toMatchObject([
      { x: expect.closeTo(0.5, 9) as number, y: expect.closeTo(2 - 17.5 / 100, 9) as number },
    ]);
  });

  it("of what has few places comes before those of longer paths", () => {
    const minimum = { ...path("minimum", [200, 100]), mode: "markers" };
    const [first, second] = names([path("Adam", [100, 100], [200, 100]), minimum]);
    expect(first).toMatchObject({ text: "<b>minimum</b>", ...below(200, 100) });
    expect(second).toMatchObject({ text: "<b>Adam</b>", ...above(200, 100) });
  });

  it("is there where a ball is at its end, and a minimum's is where a ball is on it", () => {
    const ball = { ...start([200, 100]), name: undefined };
    const minimum = { ...path("minimum", [200, 100]), mode: "markers" };
    const found = names([path("Newton", [20, 100], [200, 100]), minimum, start([20, 100]), ball]);
    expect(found.map(({ text }) => text).sort()).toEqual(["<b>Newton</b>", "<b>minimum</b>"]);
  });

  it("is none before it has gone anywhere from its start", () => {
    expect(names([path("Adam", [200, 100]), start([200, 100])])).toEqual([]);
    expect(names([path("Adam", [200, 100], [250, 100]), start([200, 100])])).toHaveLength(1);
  });

  it("stands rather at the end of its path", () => {
    expect(names([path("Adam", [100, 100], [200, 100], [300, 100])])[0]).toMatchObject(below(300, 100));
  });

  it("leaves room for the numbers of the axes, where these are seen", () => {
    const axes = { xaxis: { range: [0, 400] }, yaxis: { range: [0, 200] } };
    expect(names([path("Adam", [200, 36])], axes)[0]).toMatchObject(above(200, 36));
    expect(names([path("Adam", [200, 48])], axes)[0]).toMatchObject(below(200, 48));
    expect(names([path("Adam", [44, 100])], axes)[0]).toMatchObject({
      x: expect.closeTo(44 + 9 + HALF, 6) as number,
      y: 100,
    });
  });

  it("is placed in the middle of the picture, where a unit is as long on both axes", () => {
    const round = {
      xaxis: { range: [0, 200], visible: false },
      yaxis: { range: [0, 200], visible: false, scaleanchor: "x" },
    };
    // 20.2 of half the name, 9 and the edge of 9 do not fit beside 20; in the whole picture they would.
    expect(names([path("Adam", [10, 100])], round)[0]).toMatchObject({
      x: expect.closeTo(9 + HALF, 6) as number,
      y: 82.5,
    });
    expect(names([path("Adam", [100, 100])], round)[0]).toMatchObject(below(100, 100));
  });
});

it("has a line in its colour to its path, where it has room only at another", () => {
  const row = (from: number, to: number, y: number): [number, number][] =>
    Array.from({ length: (to - from) / 4 + 1 }, (_, k) => [from + 4 * k, y]);
  const field = Array.from({ length: 21 }, (_, k) => row(0, 400, 4 * k + 60));
  const { annotations } = drawn([path("Adam", [200, 100]), path("Field", ...field.flat())]) as { annotations: PlotlyObject[] }; // prettier-ignore
  const [name, lead] = [annotations.find(({ text }) => text === "<b>Adam</b>")!, annotations.find(({ showarrow }) => showarrow === true)!]; // prettier-ignore
  expect(lead).toMatchObject({ showarrow: true, arrowcolor: "#123456" });
  const [across, up] = [Number(lead["x"]) + Number(lead["ax"]), Number(lead["y"]) - Number(lead["ay"])];
  expect(Math.abs(across - Number(name["x"]))).toBeLessThanOrEqual(HALF + 1e-6);
  expect(Math.abs(up - Number(name["y"]))).toBeLessThanOrEqual(8.5 + 1e-6);
});

describe("a map with names at its paths", () => {
  it("puts the words at its start where they lie on no path, and names paths of one rule by what they differ in", () => {
    const word = { name: "start", text: "start (1, 2)", x: 200, y: 100, xanchor: "left", xshift: 12 };
    const down = path("Lion, rate = 1", [200, 100], [200, 40]);
    const across = path("Lion, rate = 2", [200, 100], [300, 100]);
    const map = drawn([down, across], { annotations: [word] })["annotations"] as PlotlyObject[];
    const [start, ...others] = map.filter(({ text }) => text !== "");
    // 12 pixels above the ring, with half a height of 17.
    expect(start).toMatchObject({ text: "start (1, 2)", x: 200, y: 120.5, xanchor: "center", xshift: 0 });
    expect(others.map(({ text }) => text).sort()).toEqual(["<b>rate = 1</b>", "<b>rate = 2</b>"]);
  });

  it("has neither margins nor a legend, and its numbers and the names of its axes within", () => {
    const axes = {
      xaxis: { range: [0, 400], title: { text: "x" } },
      yaxis: { range: [0, 200], title: { text: "y" } },
    };
    const map = drawn([path("Adam", [200, 100])], { ...axes, legend: {}, showlegend: true });
    expect(map).toMatchObject({
      margin: { l: 0, r: 0, t: 0, b: 0 },
      showlegend: false,
      xaxis: { range: [0, 400], title: undefined, ticklabelposition: "inside" },
    });
    expect((map["annotations"] as PlotlyObject[]).map(({ text }) => text)).toEqual(["x", "y", "<b>Adam</b>"]);
  });

  it("leaves room for its title", () => {
    const map = drawn([path("Adam", [200, 100])], { title: { text: "A race" } });
    expect(map["margin"]).toMatchObject({ t: 34 });
    // The picture has 166 pixels for 200 units; the name stands 17.5 pixels below the dot.
    const [name] = names([path("Adam", [200, 100])], { title: { text: "A race" } });
    expect(name!["y"]).toBeCloseTo(100 - (17.5 * 200) / 166, 6);
  });

  it.each([
    ["does not ask for it", { meta: {} }],
    ["asks in another way", { meta: { names: "here" } }],
    ["has no ranges", { xaxis: {} }],
    ["has other ranges", { xaxis: { range: ["2024-01-01", "2024-02-01"] } }],
  ])("is none where the figure %s", (_, more) => {
    const given = { data: [path("Adam", [200, 100])], layout: { ...layout, ...more } };
    expect(namedAtPaths(given, size)).toBe(given.layout);
  });

  it("has no names of what has no places", () => {
    expect(names([{ type: "scatter", mode: "markers", name: "lost" }, path("Adam", [NaN, 3])])).toEqual([]);
  });
});
