import { describe, expect, it } from "vitest";
import type { PlainFigure, PlainObject } from "../../src/presenting/page/plain-figure.ts";
import { bled, forSlide } from "../../src/presenting/page/slide-figure.ts";

const curve = (name: string, more: object = {}): PlainObject => ({
  type: "scatter",
  mode: "lines",
  name,
  x: [0, 1],
  y: [0, 1],
  ...more,
});
const path = (name: string, steps: number): PlainObject =>
  curve(name, {
    mode: "lines+markers",
    x: Array.from({ length: steps + 1 }, (_, t) => t),
    y: Array.from({ length: steps + 1 }, () => 5),
  });
const axes = {
  xaxis: { range: [0, 10], title: { text: "x", font: { size: 9 } } },
  yaxis: { range: [0, 10], title: { text: "y" }, scaleanchor: "x", constrain: "domain" },
};
const place = { width: 640.7, height: 400.9, isBled: false, isLandscape: false };
const map = { ...place, isLandscape: true };
const drawn = (data: PlainObject[], where = place, more: Partial<PlainFigure> = {}): PlainFigure =>
  forSlide({ data, layout: axes, ...more }, where);

describe("a figure on a slide", () => {
  it("is as large as its place, in whole pixels; a film leaves room for its bar", () => {
    expect(drawn([]).layout).toMatchObject({ width: 640, height: 400 });
    expect(drawn([], place, { frames: [] }).layout).toMatchObject({ height: 400 });
    const frames = [{ name: "0" }];
    const film = drawn([], place, { frames });
    expect(film.layout).toMatchObject({ height: 360 });
    expect(film.frames).toEqual(frames);
    expect(drawn([], { ...place, isBled: true }, { frames }).layout).toMatchObject({ height: 400 });
    const slid = { layout: { ...axes, meta: { slid: {} } } };
    expect(drawn([], place, slid).layout, "and what is slid for its sliders").toMatchObject({ height: 336 });
  });

  it("has type of at least 13, and larger type as it was", () => {
    const { layout, data } = drawn([curve("a", { textfont: { size: 11 }, marker: { size: 4 } })], place, {
      layout: {
        ...axes,
        font: { size: 15 },
        legend: { font: { size: 8 } },
        annotations: [{ text: "a", font: { size: 2 } }],
      },
    });
    expect(layout).toMatchObject({
      font: { size: 15 },
      legend: { font: { size: 13 } },
      xaxis: { range: [0, 10], title: { text: "x", font: { size: 13 } } },
      annotations: [{ text: "a", font: { size: 13 } }],
    });
    expect(data[0]).toMatchObject({ textfont: { size: 13 }, marker: { size: 4 } });
  });

  it("has the name of a scale of colours along it", () => {
    const [heat, bare] = drawn([
      { type: "heatmap", colorbar: { x: 1, title: { text: "loss" } } },
      curve("a"),
    ]).data;
    expect(heat!["colorbar"]).toEqual({ x: 1, title: { text: "loss", side: "right" } });
    expect(bare).not.toHaveProperty("colorbar");
  });

  it.each<[what: string, names: string[], width: number, top: number, legend: object | undefined]>([
    ["of nothing there is no legend", [], 640, 12, undefined],
    ["two short names stand in a row", ["a", "b"], 640, 30, { maxheight: 1 }],
    ["names take a row for as many as fit", ["a", "b", "c"], 40 + 2 * 57, 50, { maxheight: 1 }],
    [
      "names take a row more where one of two is too wide",
      ["a", "b", "c"],
      40 + 2 * 57 - 1,
      70,
      { maxheight: 1 },
    ],
    ["names are as wide as the widest", ["a", "Gradient descent"], 40 + 2 * 57, 50, { maxheight: 1 }],
    ["five stand in rows of two", ["a", "b", "c", "d", "e"], 40 + 2 * 57, 70, { maxheight: 1 }],
    ["where one fits, four stand below one another", ["a", "b", "c", "d"], 40 + 57, 90, { maxheight: 1 }],
    ["where none fits too", ["a", "b"], 60, 50, { maxheight: 1 }],
    [
      "five or more stand in two columns then",
      ["a", "b", "c", "d", "e"],
      40 + 57,
      94,
      { maxheight: 1, entrywidthmode: "fraction", entrywidth: 0.5 },
    ],
  ])("%s", (_, names, width, top, legend) => {
    const { layout } = drawn(
      names.map((name) => curve(name)),
      { ...place, width },
    );
    expect((layout["margin"] as { t: number }).t).toBe(top);
    expect(layout["legend"]).toEqual(legend);
    expect(layout["showlegend"]).toBe(legend === undefined ? false : undefined);
  });

  it("has room for the names at the ends of its curves", () => {
    const end = { text: "Adam", xref: "paper", x: 1, xanchor: "left", y: 3 };
    const { layout } = drawn([curve("a")], place, { layout: { ...axes, annotations: [end] } });
    expect(layout["margin"]).toEqual({ l: 30, r: 48, t: 30, b: 34 });
  });

  it("counts only names that stand in the legend", () => {
    const hidden = curve("hidden", { showlegend: false });
    expect((drawn([hidden, { type: "heatmap" }]).layout["margin"] as { t: number }).t).toBe(12);
  });

  it.each([
    ["Gradient descent", "Gradient descent"],
    ["Gradient descents", "Gradient<br>descents"],
    ["Gradient descent with momentum", "Gradient descent<br>with momentum"],
    ["Gradientdescentwithmomentum", "Gradientdescentwithmomentum"],
  ])("breaks long names of two columns: %s", (name, shown) => {
    const { data } = drawn(
      [name, "b", "c", "d", "e"].map((one) => curve(one)),
      { ...place, width: 100 },
    );
    expect(data[0]!["name"]).toBe(shown);
    expect(drawn([curve(name)]).data[0]!["name"]).toBe(name);
  });
});

describe("a map with paths", () => {
  it("is a film of their steps, the shorter one as far as it has come", () => {
    const { frames, layout, data } = drawn([curve("level"), path("a", 1), path("b", 2)], map, {
      layout: { ...axes, meta: { kind: "landscape" } },
    });
    expect(layout).toMatchObject({ height: 360, meta: { kind: "landscape", film: { counts: "step" } } });
    expect(layout["showlegend"]).toBe(false);
    expect(data).toHaveLength(3);
    expect(frames).toEqual([
      {
        name: "0",
        traces: [1, 2],
        data: [
          { x: [0], y: [5] },
          { x: [0], y: [5] },
        ],
      },
      {
        name: "1",
        traces: [1, 2],
        data: [
          { x: [0, 1], y: [5, 5] },
          { x: [0, 1], y: [5, 5] },
        ],
      },
      {
        name: "2",
        traces: [1, 2],
        data: [
          { x: [0, 1], y: [5, 5] },
          { x: [0, 1, 2], y: [5, 5, 5] },
        ],
      },
    ]);
  });

  it("has the names of its axes within, at their ends, and of its paths beside them", () => {
    const { layout } = drawn([path("a", 1)], map, {
      layout: { ...axes, annotations: [{ text: "z", x: 9, y: 9 }] },
    });
    const texts = (layout["annotations"] as PlainObject[]).map(({ text }) => text);
    expect(texts).toEqual(["z", "<b>a</b>", "<i>x</i>", "<i>y</i>"]);
    expect((layout["annotations"] as PlainObject[]).slice(2)).toMatchObject([
      {
        xref: "x domain",
        yref: "y domain",
        x: 1,
        y: 0,
        xanchor: "right",
        yanchor: "bottom",
        showarrow: false,
      },
      { x: 0, y: 1, xanchor: "left", yanchor: "top", font: { size: 13 } },
    ]);
    expect(layout["xaxis"]).toEqual({ range: [0, 10], title: undefined });
    expect(layout["margin"]).toEqual({ l: 30, r: 12, t: 12, b: 24 });
  });

  it.each<[what: string, across: number, more: object, unit: number]>([
    ["as high as the plot, where it is square", 10, { scaleanchor: "x" }, (360 - 12 - 26) / 10],
    ["as wide as the plot, where it is wide", 40, { scaleanchor: "x" }, (640.7 - 46) / 40],
    ["as high as the plot, where its units differ", 40, {}, (360 - 12 - 26) / 10],
  ])("has names beside its paths in a picture %s", (_, across, more, unit) => {
    const xaxis = { range: [0, across] };
    const { layout } = drawn([{ ...path("a", 0), x: [5] }], map, {
      layout: { xaxis, yaxis: { range: [0, 10], ...more } },
    });
    const [name] = layout["annotations"] as PlainObject[];
    expect(name!["y"]).toBeCloseTo(5 - 17.5 / unit, 9);
  });

  it("from edge to edge has a name to the right of a path that begins under the words", () => {
    const one = { ...path("a", 0), x: [4.7] };
    const { layout } = drawn([one], { ...map, isBled: true });
    const [name] = layout["annotations"] as PlainObject[];
    expect(name!["x"]).toBeCloseTo(4.7 + ((9 + 7.2 / 2) / 640.7) * 10, 9);
  });

  it("without ranges, and one that is no landscape, is not played", () => {
    expect(drawn([path("a", 1)], map, { layout: { xaxis: {}, yaxis: {} } }).frames).toEqual([]);
    expect(drawn([path("a", 1)]).frames).toEqual([]);
    expect(drawn([curve("a")], map).frames).toEqual([]);
  });

  it("from edge to edge has neither axes nor margins, and its paths' names where no words cover them", () => {
    const { layout } = drawn([path("a", 1)], { ...map, isBled: true });
    expect(layout).toMatchObject({ height: 400, margin: { l: 0, r: 0, t: 0, b: 0 } });
    expect(layout["xaxis"]).toMatchObject({ visible: false, range: [0, 10] });
    expect(layout["yaxis"]).toMatchObject({ visible: false, scaleanchor: undefined, constrain: undefined });
    expect(layout["annotations"]).toMatchObject([{ text: "<b>a</b>" }]);
  });
});

describe("a landscape from edge to edge", () => {
  const draw = (): PlainFigure => ({
    data: [],
    layout: { xaxis: { range: [0, 100] }, yaxis: { range: [-1, 1] } },
  });

  it("reaches on under the words to the left, and above and below", () => {
    expect(bled({ kind: "landscape", options: { levels: 3 } }, draw, place)).toEqual({
      kind: "landscape",
      options: {
        levels: 3,
        view: [
          [-62, 104],
          [-1.32, 1.32],
        ],
      },
    });
  });

  it("has a unit as long up as across, where it has so beside words", () => {
    const yaxis = { range: [-2, 3], scaleanchor: "x" };
    const round = (): PlainFigure => ({ data: [], layout: { xaxis: { range: [-10, 2] }, yaxis } });
    const slide = { width: 1600, height: 900 };
    const { options } = bled({ kind: "landscape" }, round, slide) as { options: { view: number[][] } };
    const [[left, right], [low, high]] = options.view as [[number, number], [number, number]];
    expect((high - low) / (right - left)).toBeCloseTo(slide.height / slide.width, 12);
    expect((high + low) / 2).toBeCloseTo(0.5, 12);
  });

  it("stays as it is where it has no ranges", () => {
    const one = { kind: "curves" };
    expect(bled(one, () => ({ data: [], layout: { xaxis: { range: [0, 1] } } }), place)).toBe(one);
    expect(bled(one, () => ({ data: [], layout: { yaxis: { range: [0, 1] } } }), place)).toBe(one);
  });
});
