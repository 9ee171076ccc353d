import { describe, expect, test } from "vitest";
import { legend } from "../../src/figures/still/legend.ts";
import { annotationText, polyline, short, strokeDashes, text } from "../../src/figures/still/ink.ts";
import type { DrawnTrace } from "../../src/figures/still/drawn-trace.ts";
import { axesOf, panelsOf } from "../../src/figures/still/panel.ts";
import { stillPicture } from "../../src/figures/still/picture.ts";

const trace = (more: object = {}): DrawnTrace => ({ type: "scatter", x: [0, 10], y: [0, 10], ...more });
/** 640 across, of which 60 are left of the axes and 14 right of them; 400 up, of which 50 are above and 44 below. */
const page = { width: 640, height: 400, top: 50 };
const panel = (layout: object, ...traces: object[]) => panelsOf(traces.map(trace), { ...layout }, page)[0]!;
const labels = (marks: readonly { label: string }[]): string[] => marks.map(({ label }) => label);

describe("the panels of a still picture", () => {
  test("fill the page but for the margins, the right one as wide as the figure's", () => {
    expect(panel({}, {})).toMatchObject({ left: 60, right: 626, top: 50, bottom: 356 });
    expect(panel({ margin: { r: 100 } }, {})).toMatchObject({ right: 540 });
    expect(panel({ margin: { r: 5 } }, {})).toMatchObject({ right: 626 });
  });

  test("stand in their domains, each with its own traces", () => {
    const layout = {
      xaxis: { domain: [0, 0.5] },
      xaxis2: { domain: [0.5, 1] },
      yaxis2: { domain: [0.25, 1] },
    };
    const [first, second] = panelsOf([trace(), trace({ xaxis: "x2", name: "b" })], layout, page);
    expect(first).toMatchObject({ name: "x", left: 60, right: 343, traces: [{ x: [0, 10] }] });
    expect(second).toMatchObject({ name: "x2", left: 343, right: 626, top: 50, traces: [{ name: "b" }] });
    expect(second!.bottom).toBeCloseTo(50 + 0.75 * 306, 9);
    expect([first!.traces.length, second!.traces.length]).toEqual([1, 1]);
  });

  test("have one unit on both axes where these are so, in the middle of their place", () => {
    const { left, right, top, bottom } = panel(
      { xaxis: { range: [0, 10] }, yaxis: { range: [0, 20], scaleanchor: "x" } },
      {},
    );
    expect((right - left) / 10).toBeCloseTo((bottom - top) / 20, 9);
    expect([top, bottom, (left + right) / 2]).toEqual([50, 356, 343]);
  });

  test("have one unit where the plot is narrow, too, and stand in the part of its height that is theirs", () => {
    const { left, right, top, bottom } = panel(
      { xaxis: { range: [0, 20] }, yaxis: { range: [0, 2], scaleanchor: "x" } },
      {},
    );
    expect([left, right, (top + bottom) / 2]).toEqual([60, 626, 203]);
    expect((bottom - top) / 2).toBeCloseTo((right - left) / 20, 9);
    const lower = panel({ yaxis: { domain: [0, 0.5] } }, {});
    expect([lower.top, lower.bottom]).toEqual([203, 356]);
  });

  test("go from left to right and from below upwards, with the room of a thirtieth around what has no range", () => {
    const { x, y } = panel({ xaxis: { range: [0, 10] } }, {});
    expect([x.scale(0), x.scale(10), x.place(5)]).toEqual([60, 626, 343]);
    expect(y.scale(0) - 50).toBeCloseTo(306 * (10.3 / 10.6), 6);
    expect(y.scale(10)).toBeLessThan(y.scale(0));
  });

  test.each([
    ["begins at 0 where it is told to", { rangemode: "tozero" }, [2, 10], 0, 10],
    ["is not cut off below 0", { rangemode: "tozero" }, [-2, 10], -2, 10],
    ["of one number has a unit on each side", {}, [3, 3], 1.94, 4.06],
    ["passes over gaps", {}, [0, null, 10], -0.3, 10.3],
    ["of nothing is around 0 and 1", {}, [null], -0.03, 1.03],
  ])("an axis %s", (_, axis, y, low, high) => {
    const { y: drawn } = panel({ yaxis: axis }, { x: y, y });
    expect(drawn.place(low)).toBeCloseTo(356, 6);
    expect(drawn.place(high)).toBeCloseTo(50, 6);
  });

  test("an axis of logarithms counts exponents, and passes over what is not above 0", () => {
    const { y } = panel({ yaxis: { type: "log" } }, { x: [1, 2, 3, 4], y: [-5, 0, 1, 1000] });
    expect(y.place(-0.09)).toBeCloseTo(356, 6);
    expect(y.scale(1000)).toBeCloseTo(y.place(3), 9);
    // Between whole powers there are no marks.
    const short = panel({ yaxis: { type: "log", range: [0, 2] } }, {}).y;
    expect(labels(short.marks)).toEqual(["1", "10", "100"]);
    expect(labels(panel({ yaxis: { range: [0, 1] } }, {}).y.marks)).toEqual([
      "0",
      "0.2",
      "0.4",
      "0.6",
      "0.8",
      "1",
    ]);
  });

  test("has the marks that the figure has, with its words, as far as they are in sight", () => {
    const yaxis = { range: [0, 10], tickvals: [-1, 0, 5, 10, 11] };
    const { marks } = panel({ yaxis }, {}).y;
    expect(marks).toEqual([
      { at: 356, label: "0" },
      { at: 203, label: "5" },
      { at: 50, label: "10" },
    ]);
    expect(labels(panel({ yaxis: { ...yaxis, ticktext: ["a", "b", "c", "d"] } }, {}).y.marks)).toEqual([
      "b",
      "c",
      "d",
    ]);
    const log = panel({ xaxis: { type: "log", range: [0, 2], tickvals: [1, 100, 1000] } }, {}).x;
    expect(log.marks.map(({ at }) => at)).toEqual([60, 626]);
  });

  test("are framed, with marks and titles below and on the left", () => {
    const layout = {
      xaxis: { range: [0, 10], tickvals: [10], title: { text: "step" } },
      yaxis: { range: [0, 10], tickvals: [10], ticktext: ["<ten>"], title: { text: "loss <0>" } },
    };
    expect(axesOf(panel(layout, {}))).toBe(
      '<rect x="60" y="50" width="566" height="306" fill="none" stroke="#767676"/>' +
        '<text x="626" y="372" text-anchor="middle">10</text>' +
        '<text text-anchor="middle" x="343" y="392">step</text>' +
        '<text x="54" y="54" text-anchor="end">&lt;ten&gt;</text>' +
        '<text text-anchor="middle" transform="translate(14 203) rotate(-90)">loss &lt;0&gt;</text>',
    );
    expect(axesOf(panel({ xaxis: { visible: false }, yaxis: { visible: false } }, {}))).toBe("");
    const half = axesOf(panel({ ...layout, xaxis: { visible: false, title: { text: "step" } } }, {}));
    expect(half).toContain("loss");
    expect(half).not.toMatch(/step|<rect/);
  });
});

describe("the words of a still picture", () => {
  const toX = (x: number): number => 10 * x;
  const toY = (y: number): number => 100 - y;

  test.each([
    [
      "at its place, shifted to the right and upwards",
      { xshift: 3, yshift: 4 },
      'transform="translate(13 94)" dy="0.35em" text-anchor="middle">a</text>',
    ],
    [
      "turned, to the left of its place",
      { textangle: -45, xanchor: "right" },
      'transform="translate(10 98) rotate(-45)" dy="0.35em" text-anchor="end">a</text>',
    ],
    [
      "below its place, to the right of it",
      { yanchor: "top", xanchor: "left" },
      'transform="translate(10 98)" dy="1em" text-anchor="start">a</text>',
    ],
    [
      "in its colour and size, on its ground",
      { font: { color: "#123456", size: 9 }, bgcolor: "#ffffff" },
      'dy="0.35em" text-anchor="middle" fill="#123456" font-size="9" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">a</text>',
    ],
  ] as const)("stand %s", (_, more, svg) => {
    expect(annotationText({ x: 1, y: 2, text: "a", ...more }, toX, toY)).toContain(svg);
  });

  test("a line to a name goes from its place so far aside and down", () => {
    const led = { x: 1, y: 2, text: "", ax: 30, ay: -8, arrowcolor: "#c00" };
    expect(annotationText(led, (x) => 10 * x, (y) => 10 * y)).toBe('<path d="M10 20l30 -8" stroke="#c00" stroke-width="1.5"/>'); // prettier-ignore
  });

  test("of several lines stand around their place", () => {
    expect(annotationText({ x: 1, y: 2, text: "a<br>b & c" }, toX, toY)).toMatch(
      /dy="-0\.2\d*em".*><tspan x="0" dy="0">a<\/tspan><tspan x="0" dy="1\.1em">b &amp; c<\/tspan><\/text>$/,
    );
  });

  test("are text, without what XML has no place for", () => {
    expect(text('a\u0000\u000b<b> & "c"\n\uffff')).toBe("a&lt;b&gt; &amp; &quot;c&quot;\n");
    expect([1.25, -0.04, 3].map(short)).toEqual(["1.3", "0", "3"]);
  });
});

describe("lines of a still picture", () => {
  test("go in whole pixels, are broken by gaps, and leave out what does not move", () => {
    expect(polyline([[1.2, 2.4], [3, 2], [3.3, 2.4], [3, 1], undefined, [5, 5], [4, 7]])).toBe("M1 2l2 0l0-1M5 5l-1 2"); // prettier-ignore
    expect(polyline([[3, 2], undefined, [3, 2]])).toBe("M3 2M3 2"); // prettier-ignore
  });

  test("are dashed by name or by pixels", () => {
    expect([strokeDashes(), strokeDashes("solid"), strokeDashes("dash"), strokeDashes("7px,4px")]).toEqual([
      undefined,
      undefined,
      "7 4",
      "7 4",
    ]);
  });
});

describe("the legend of a still picture", () => {
  const named = (name: string, more: object = {}): DrawnTrace => trace({ name, mode: "lines", ...more });
  const places = (svg: string): string[] =>
    Array.from(svg.matchAll(/<text x="([\d.]+)" y="(\d+)"/g), ([, x, y]) => `${x} ${y}`);

  test("has a row or more of the names that belong in it", () => {
    expect(
      legend([named("a", { showlegend: false }), trace(), { ...named("b"), type: "contour" }], 640),
    ).toEqual({ svg: "", height: 0 });
    const two = legend([named("a"), named("<b>")], 640);
    expect(two.height).toBe(22);
    // A sample of 28 pixels, and 7.2 for each letter.
    expect(places(two.svg)).toEqual(["38 20", "89.2 20"]);
    expect(two.svg).toContain("&lt;b&gt;");
    // 44 and 8 pixels with 10 letters are 124: two of them need 240.
    expect(legend([named("a".repeat(10)), named("b".repeat(10))], 240).height).toBe(22);
    const apart = legend([named("a".repeat(10)), named("b".repeat(10))], 239);
    expect([apart.height, places(apart.svg)]).toEqual([40, ["38 20", "38 38"]]);
    expect(legend([named("a".repeat(100))], 50).height).toBe(22);
  });

  test("has a sample as the trace is drawn: its line, its mark, or both", () => {
    const look = {
      line: { color: "#111111", dash: "dash" },
      marker: { color: ["#222222", "#333333"], symbol: "star" },
    };
    const svg = (mode: string): string => legend([named("a", { ...look, mode })], 640).svg;
    expect(svg("lines")).toMatch(
      /^<path d="M8 16h28" stroke="#111111" stroke-width="2" stroke-dasharray="7 4"\/><text/,
    );
    expect(svg("lines")).not.toContain("#222222");
    expect(svg("markers")).not.toContain("h28");
    expect(svg("markers")).toContain('fill="#222222"');
    expect(svg("lines+markers")).toMatch(/h28.*fill="#222222"/);
  });
});

describe("stillPicture({ data, layout, alt })", () => {
  const drawn = (layout: object, data: object[] = [trace()]): string =>
    stillPicture({ data: data as never, layout: layout as never, alt: "a <tide>" });

  test("is as high as the figure, or 400 pixels, and says what it shows", () => {
    expect(drawn({ height: 300 })).toMatch(
      /^<svg [^>]*viewBox="0 0 640 300" width="640" height="300" role="img"/,
    );
    expect(drawn({})).toContain('height="400"');
    expect(drawn({})).toContain("<title>a &lt;tide&gt;</title>");
  });

  test("has its title in lines without markup, as small as the figure has it, and makes room", () => {
    const titled = drawn({
      title: { text: "<b>High</b> <i>tide</i><br>and <span style='x'>low</span> a<b" },
    });
    expect(titled).toContain(
      '<text x="8" y="18" font-size="15">High tide</text><text x="8" y="34" font-size="15">and low a&lt;b</text>',
    );
    expect(titled).toContain('<rect x="60" y="48"');
    expect(drawn({ title: { text: "" } })).toContain('<rect x="60" y="10"');
    expect(drawn({ title: { text: "a", font: { size: 13 } } })).toContain('<rect x="60" y="32"');
    expect(drawn({ title: { text: "a", font: { size: 13 } } })).toContain('font-size="13">a<');
  });

  test("has the figure's words on their own axes, or beside the plot", () => {
    const words = (annotation: object): string =>
      drawn({
        xaxis: { range: [0, 10] },
        yaxis: { range: [0, 10] },
        annotations: [{ x: 1, y: 10, text: "<b>a</b>", ...annotation }],
      });
    expect(words({})).toContain("translate(116.6 10)");
    expect(words({ xref: "paper" })).toContain("translate(626 10)");
    expect(words({ xref: "paper", x: 0 })).toContain("translate(60 10)");
    expect(words({ xref: "x2" })).not.toContain(">a<");
  });

  test("has the counterparts on a dark page of the colours in which something is drawn", () => {
    const style = (color: string, dark: object): string | undefined =>
      /<style>.*<\/style>/.exec(drawn({ meta: { dark } }, [trace({ line: { color } })]))?.[0];
    expect(style("#111111", { "#111111": "#eeeeee", "#222222": "#dddddd" })).toBe(
      '<style>@media (prefers-color-scheme:dark){[stroke="#111111"]{stroke:#eeeeee}}</style>',
    );
    expect(style("#333333", { "#111111": "#eeeeee" })).toBeUndefined();
    expect(style("#333333", {})).toBeUndefined();
    expect(style('a"]', { 'a"]': "<b>" })).toContain('[stroke="a&quot;]"]{stroke:&lt;b&gt;}');
  });

  test("has each plot in a window of its own, as large as its place", () => {
    expect(drawn({ height: 300 })).toContain(
      '<svg x="60" y="10" width="566" height="246" viewBox="60 10 566 246">',
    );
  });
});
