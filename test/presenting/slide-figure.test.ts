import { describe, expect, it, test } from "vitest";
import { namedAtPaths } from "../../src/figures/names-at-paths.ts";
import { INK } from "../../src/figures/palette.ts";
import {
  FORMER,
  holding,
  type PlainFigure,
  type PlainObject,
} from "../../src/presenting/page/plain-figure.ts";
import { bled, forSlide, withoutAxes } from "../../src/presenting/page/slide-figure.ts";

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
  yaxis: { range: [0, 10], title: { text: "y" } },
};
const round = { ...axes, yaxis: { ...axes.yaxis, scaleanchor: "x", constrain: "domain" } };
const place = { width: 640.7, height: 400.9, isLandscape: false };
const map = { ...place, isLandscape: true };
const drawn = (
  data: PlainObject[],
  where: Parameters<typeof forSlide>[1] = place,
  more: Partial<PlainFigure> = {},
): PlainFigure => forSlide({ data, layout: axes, ...more }, where);

describe("a figure on a slide", () => {
  it("has no numbers beside code, and none of the names of its axes", () => {
    const bare = withoutAxes({ data: [path("p", 2)], layout: round });
    expect(bare.layout).toMatchObject({
      xaxis: { visible: false, range: [0, 10] },
      yaxis: { visible: false },
    });
    const { annotations } = forSlide(bare, place).layout as { annotations: { text: string }[] };
    expect(annotations.map(({ text }) => text)).toEqual(["", ""]);
  });

  it("plays no path that has one step or none", () => {
    expect(drawn([path("p", 0)], map).frames).toEqual([]);
    expect(drawn([path("p", 1)], map).frames).toEqual([]);
    expect(drawn([path("p", 2)], map).frames).toHaveLength(3);
  });

  it("is as large as its place, in whole pixels; a film leaves room for its bar", () => {
    expect(drawn([]).layout).toMatchObject({ width: 640, height: 400 });
    expect(drawn([], place, { frames: [] }).layout).toMatchObject({ height: 400 });
    const frames = [{ name: "0" }];
    const film = drawn([], place, { frames });
    expect(film.layout).toMatchObject({ height: 374 });
    expect(film.frames).toEqual(frames);
    expect(drawn([], map, { frames }).layout, "but on a map").toMatchObject({ height: 400 });
    const slid = { layout: { ...axes, meta: { slid: {} } } };
    expect(drawn([], place, slid).layout, "and what is slid for its sliders").toMatchObject({ height: 348 });
  });

  it("has type of at least 13, and larger type as it was", () => {
    const { layout, data } = drawn([curve("a", { textfont: { size: 11 }, marker: { size: 4 } })], place, {
      layout: {
        ...axes,
        xaxis: { ...axes.xaxis, tickfont: { size: 9 } },
        font: { size: 15 },
        legend: { font: { size: 8 } },
        annotations: [{ text: "a", font: { size: 2 } }],
      },
    });
    expect(layout).toMatchObject({
      font: { size: 15 },
      legend: { font: { size: 13 } },
      xaxis: { tickfont: { size: 13 } },
      annotations: [
        { text: "a", font: { size: 13 } },
        { text: "y", font: { size: 13 } },
        { text: "x", font: { size: 13 } },
      ],
    });
    expect(data[0]).toMatchObject({ textfont: { size: 13 }, marker: { size: 4 } });
  });

  it("has the name of a scale of colours above it", () => {
    const colorbar = { x: 1, title: { text: "loss" } };
    const { data, layout } = drawn([{ type: "heatmap", colorbar }, curve("a")]);
    expect(data[0]!["colorbar"]).toMatchObject({ x: 1, title: undefined });
    expect(data[1]).not.toHaveProperty("colorbar");
    expect(layout["annotations"]).toMatchObject([
      { text: "y" },
      { text: "loss", x: 1, y: 1, xanchor: "right" },
      { text: "x" },
    ]);
  });

  it("has no legend on it, which stands beside it", () => {
    const { layout } = drawn([curve("a"), curve("b")]);
    expect(layout).toMatchObject({ margin: { t: 19 }, showlegend: false });
    expect(drawn([curve("a")], place, { layout: { ...axes, xaxis2: {} } }).layout["showlegend"]).toBe(false);
  });

  const end = { text: "Adam", xref: "paper", x: 1, xanchor: "left", y: 3 };

  it("has no name of an axis that it does not show", () => {
    const yaxis = { ...axes.yaxis, visible: false };
    const names = drawn([curve("a")], place, { layout: { ...axes, yaxis } }).layout["annotations"];
    expect((names as PlainObject[]).map(({ text }) => text)).toEqual(["", "x"]);
  });

  it("has the names of its curves within: the axis goes on behind their ends, without ticks", () => {
    const { layout } = drawn([curve("a")], place, { layout: { ...axes, annotations: [end] } });
    const { range, tickvals, title } = layout["xaxis"] as {
      range: number[];
      tickvals: number[];
      title: unknown;
    };
    const [name, up, across] = layout["annotations"] as PlainObject[];
    // 48 pixels of 580 are for the name.
    expect(name!["x"]).toBeCloseTo(532 / 580, 12);
    expect(range).toEqual([0, expect.closeTo((10 * 580) / 532, 12)]);
    expect(tickvals).toEqual([0, 2, 4, 6, 8, 10]);
    expect(title).toBeUndefined();
    expect([up, across]).toMatchObject([
      { text: "y", x: 0, y: 1, yanchor: "bottom" },
      { text: "x", x: 1, y: 0, yanchor: "top" },
    ]);
    expect(layout["margin"]).toEqual({ l: 8, r: 4, t: 19, b: 20 });
  });

  it("has room between its last tick and the name of its axis, where the names of its curves are shorter", () => {
    const steps = { ...axes, xaxis: { ...axes.xaxis, title: { text: "step" } } };
    const short = { ...end, text: "y" };
    const { layout } = drawn([curve("a")], place, { layout: { ...steps, annotations: [short] } });
    // 4 letters and what lies between take 56 of 580 pixels; the name of the curve 23.
    expect(layout["xaxis"]).toMatchObject({ range: [0, expect.closeTo((10 * 580) / 524, 12)] });
  });

  it("does not name an axis that is not seen", () => {
    const layout = { ...axes, yaxis: { ...axes.yaxis, visible: false } };
    expect(drawn([curve("a")], place, { layout }).layout["annotations"]).toMatchObject([
      { text: "" },
      { text: "x" },
    ]);
  });

  it("finds where its curves end, where no range says so, and keeps ticks of its own", () => {
    const xaxis = { rangemode: "tozero", tickvals: [1] };
    const { layout } = drawn([curve("a", { x: [2, null, 5] })], place, {
      layout: { ...axes, xaxis, annotations: [end] },
    });
    expect(layout["xaxis"]).toMatchObject({ range: [0, expect.closeTo((5 * 580) / 532, 12)], tickvals: [1] });
  });

  it("finds it in packed numbers, and by powers of ten", () => {
    const x = {
      dtype: "f4",
      bdata: btoa(String.fromCharCode(...new Uint8Array(new Float32Array([1, 100]).buffer))),
    };
    const layout = { ...axes, xaxis: { type: "log" }, annotations: [end] };
    const { range } = drawn([curve("a", { x })], place, { layout }).layout["xaxis"] as { range: number[] };
    expect(range).toEqual([0, expect.closeTo((2 * 580) / 532, 12)]);
  });

  it("has the names beside it, where its axis can't go on", () => {
    const { layout } = drawn([curve("a", { x: ["one", "two"] })], place, {
      layout: { ...axes, xaxis: { type: "category", title: { text: "x" } }, annotations: [end] },
    });
    expect(layout["margin"]).toMatchObject({ r: 48, b: 20 });
    expect(layout["xaxis"]).toEqual({ type: "category" });
    expect((layout["annotations"] as PlainObject[])[0]).toMatchObject({ x: 1 });
  });

  it.each([
    ["a short name", "step", {}, "top", [0, expect.closeTo((10 * 580) / 524, 12)]],
    ["a long one", "learning rate", {}, "bottom", [0, 10]],
    ["ticks of its own", "step", { dtick: 5 }, "bottom", [0, 10]],
  ])(
    "has the name of its axis behind all numbers of the row, or above a row that goes on for none: %s",
    (_, text, own, yanchor, range) => {
      const layout = { ...axes, xaxis: { ...axes.xaxis, ...own, title: { text } } };
      const { xaxis, margin, annotations } = drawn([curve("a")], place, { layout }).layout;
      // 4 letters and what lies between take 56 of 580 pixels.
      expect(xaxis).toMatchObject({ range, title: undefined });
      expect(xaxis).toMatchObject("dtick" in own ? own : { tickvals: [0, 2, 4, 6, 8, 10] });
      expect(margin).toMatchObject({ b: 20 });
      expect((annotations as PlainObject[])[1]).toMatchObject({ text, x: 1, yanchor });
    },
  );

  it("of several plots has their names where they are", () => {
    const { layout } = drawn([curve("a")], place, { layout: { ...axes, xaxis2: {} } });
    expect(layout["yaxis"]).toMatchObject({ title: { text: "y" } });
    expect(layout["annotations"]).toEqual([]);
  });
});

describe("a map with paths", () => {
  it("is a film of their steps, the shorter one as far as it has come", () => {
    const { frames, layout, data } = drawn([curve("level"), path("a", 1), path("b", 2)], map, {
      layout: { ...axes, meta: { kind: "landscape" } },
    });
    expect(layout).toMatchObject({ height: 400, meta: { kind: "landscape", film: { counts: "step" } } });
    expect(data).toHaveLength(4);
    expect(data[3], "balls at their ends").toMatchObject({ mode: "markers", x: [1, 2], y: [5, 5] });
    expect(frames).toMatchObject([
      { name: "0", traces: [1, 2, 3], data: [{ x: [0] }, { x: [0] }, { x: [0, 0] }] },
      { name: "1", traces: [1, 2, 3], data: [{ x: [0, 1] }, { x: [0, 1] }, { x: [1, 1] }] },
      { name: "2", traces: [1, 2, 3], data: [{ x: [0, 1] }, { x: [0, 1, 2] }, { x: [1, 2] }] },
    ]);
  });

  it("without ranges, and one that is no landscape, is not played", () => {
    expect(drawn([path("a", 2)], map, { layout: { xaxis: {}, yaxis: {} } }).frames).toEqual([]);
    expect(drawn([path("a", 2)]).frames).toEqual([]);
    expect(drawn([curve("a")], map).frames).toEqual([]);
  });

  it("has neither axes nor margins, and nothing on it but what is written there and the names of its paths, which leave room for its bar", () => {
    const played = drawn([path("a", 2)], map, {
      layout: { ...round, annotations: [{ text: "z", x: 9, y: 9 }] },
    });
    expect(played.layout).toMatchObject({ meta: { names: { corner: { width: 270, height: 36 } } } });
    const layout = namedAtPaths(played, { width: 640, height: 400 });
    expect(layout).toMatchObject({ height: 400, margin: { l: 0, r: 0, t: 0, b: 0 }, showlegend: false });
    expect(layout["xaxis"]).toMatchObject({ visible: false, range: [0, 10] });
    expect(layout["yaxis"]).toMatchObject({ visible: false, scaleanchor: undefined, constrain: undefined });
    expect(layout["annotations"]).toMatchObject([
      { text: "z" },
      { text: "" },
      { text: "" },
      { text: "<b>a</b>" },
    ]);
  });

  it("that is asked about has its axes, but where it is played and its bar lies over them", () => {
    const seen = (steps: number, isRead: boolean) =>
      (drawn([path("a", steps)], { ...map, isRead }).layout["xaxis"] as PlainObject)["visible"];
    expect([seen(1, true), seen(1, false), seen(2, true)]).toEqual([true, false, false]);
  });
});

test("a map that was stored as a chart has no margins either, and its axes are named once, as it is drawn", () => {
  const [xaxis, yaxis] = [axes.xaxis, axes.yaxis].map((one) => ({ ...one, range: [0, 10] }));
  const figure = drawn([path("a", 1)], place, {
    layout: { xaxis, yaxis, meta: { names: {} }, height: 900 },
  });
  const layout = namedAtPaths(figure, { width: 640, height: 400 });
  expect(layout).toMatchObject({ width: 640, height: 400, margin: { l: 0, r: 0, t: 0, b: 0 } });
  expect(layout["annotations"]).toMatchObject([
    { text: "x", y: 0, yshift: 20 },
    { text: "y", y: 1, yanchor: "top" },
    { text: "<b>a</b>" },
  ]);
});

test("a plane has no margins: its numbers stand within it, in ink, and the names of its axes past them", () => {
  const { layout } = drawn([curve("a")], place, {
    layout: { ...round, height: 900, annotations: [{ text: "z", x: 9, y: 9 }] },
  });
  expect(layout).toMatchObject({ width: 640, height: 400, margin: { l: 0, r: 0, t: 0, b: 0 } });
  const numbers = { title: undefined, ticklabelposition: "inside", tickfont: { size: 13, color: INK.color } };
  expect(layout["xaxis"]).toMatchObject({ range: [0, 10], ...numbers });
  expect(layout["yaxis"]).toMatchObject({ scaleanchor: "x", constrain: "domain", ...numbers });
  expect(layout["annotations"]).toMatchObject([
    { text: "z" },
    { text: "x", xref: "x domain", x: 1, yref: "y domain", y: 0, yshift: 20 },
    { text: "y", xref: "x domain", x: 0, yref: "y domain", y: 1, xshift: 40 },
  ]);
});

describe("a landscape from edge to edge", () => {
  const view = (place: { width: number; height: number }, isRound = true): unknown => {
    const layout = {
      xaxis: { range: [0, 100] },
      yaxis: { range: [-10, 10], ...(isRound && { scaleanchor: "x" }) },
    };
    const specification = { kind: "landscape", options: { levels: 3 } };
    return bled(specification, () => ({ data: [], layout }), place);
  };

  it("with a unit as long up as across reaches on where its place does", () => {
    const reaching = (across: number[], up: number[]) => ({
      kind: "landscape",
      options: { levels: 3, view: [across, up] },
    });
    expect(view({ width: 200, height: 100 })).toEqual(reaching([0, 100], [-25, 25]));
    expect(view({ width: 1000, height: 100 })).toEqual(reaching([-50, 150], [-10, 10]));
  });

  it("stays as it is where its units differ, and where it has no ranges", () => {
    expect(view({ width: 200, height: 100 }, false)).toEqual({ kind: "landscape", options: { levels: 3 } });
    const one = { kind: "curves" };
    expect(bled(one, () => ({ data: [], layout: { xaxis: { range: [0, 1] } } }), place)).toBe(one);
    expect(bled(one, () => ({ data: [], layout: { yaxis: { range: [0, 1] } } }), place)).toBe(one);
  });
});

test("two charts of one slide have one scale, where they count the same", () => {
  const chart = (range: unknown, text: string, type?: string): PlainFigure => ({
    data: [],
    layout: { yaxis: { range, title: { text }, ...(type !== undefined && { type }) } },
  });
  const rangeOf = (other: PlainFigure): unknown =>
    (holding(chart([1, 2], "loss"), other).layout["yaxis"] as PlainObject)["range"];
  expect(rangeOf(chart([0, 1.5], "loss"))).toEqual([0, 2]);
  expect(rangeOf(chart([1.5, 4], "loss"))).toEqual([1, 4]);
  const others = [chart([0, 9], "rate"), chart([0, 9], "loss", "log"), chart(undefined, "loss")];
  for (const other of others) expect(rangeOf(other)).toEqual([1, 2]);
});

test("the curve that was asked about stays behind the mended one, grey and named", () => {
  const end = (text: string) => ({ xref: "paper", x: 1, xanchor: "left", y: 1, name: text, text });
  const chart = (name: string, range: unknown): PlainFigure => ({
    data: [{ name, y: [name.length], line: { color: "#d00", dash: "dot" } }],
    layout: { yaxis: { range }, annotations: [end("training"), { text: "a remark" }] },
  });
  const both = (range: unknown, isFormer?: boolean): PlainFigure =>
    holding(chart("now", [0, 1]), chart("then", range), isFormer);
  const { data, layout } = both([0, 2], true);
  expect(data.map(({ name, line }) => [name, line])).toEqual([
    ["now", { color: "#d00", dash: "dot" }],
    ["before, then", { color: "#808080", dash: "dot" }],
  ]);
  expect(data[1]).toMatchObject({ showlegend: false, zorder: -1 });
  const names = layout["annotations"] as { readonly name: string; readonly text: string }[];
  expect(names.map(({ text }) => text)).toEqual(["training", "a remark", "before, training"]);
  expect(names.at(-1)!.name).toBe("before, training");
  const same = holding(chart("now", [0, 1]), chart("now", [0, 2]), true);
  expect([both([0, 2]), both(undefined, true), same].map((one) => one.data.length)).toEqual([1, 1, 1]);
});

test("grey curves have a contrast of 3 at least to the page, light and dark", () => {
  const luminance = (color: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const page of ["#f5f4f0", "#1e2126"]) {
    const [low, high] = [page, FORMER].map(luminance).sort((a, b) => a - b) as [number, number];
    expect((high + 0.05) / (low + 0.05), page).toBeGreaterThan(3);
  }
});
