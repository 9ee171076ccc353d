import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { cleanFigure } from "../../src/frontend/clean/figure.ts";
import { cleanMarkup } from "../../src/frontend/clean/markup.ts";
import { ticksOn, withoutTicks } from "../../src/frontend/clean/ticks.ts";

const many = <T>(count: number, of: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => of(k));
const one = { y: [1, 2, 3] };
const base64 = (numbers: readonly number[]): string =>
  Buffer.from(Float32Array.from(numbers).buffer).toString("base64");

describe("cleanFigure(figure)", () => {
  test("keeps a usual figure as it is", () => {
    const figure = {
      data: [{ type: "bar", y: [1, null, 3], name: "a", marker: { color: "#d62728" } }],
      layout: { title: { text: "<b>Bars</b>" }, xaxis: { dtick: 1 }, annotations: [{ text: "x" }] },
    };
    expect(cleanFigure(figure)).toEqual({ ...figure, frames: [], config: {} });
  });

  test("unpacks numbers, also as a table", () => {
    const z = { dtype: "f4", bdata: base64([1, 2, 3, 4, 5, 6]), shape: "2, 3" };
    const { data } = cleanFigure({
      data: [{ type: "heatmap", z, x: { dtype: "f4", bdata: base64([7, 8]) } }],
    });
    expect(data[0]).toEqual({
      type: "heatmap",
      z: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      x: [7, 8],
    });
  });

  const refused: Record<string, [object, RegExp]> = {
    "no figure": [[1, 2], /a list "data"/],
    "many traces": [{ data: many(201, () => one) }, /too many traces, got 201; allowed: up to 200/],
    "many points": [
      { data: [{ type: "bar", y: many(3001, Number) }] },
      /kind bar, got 3001; allowed: up to 3000/,
    ],
    "many traces of many points": [
      { data: many(2, () => ({ type: "bar", y: many(2000, Number) })) },
      /together/,
    ],
    "many words": [{ data: [{ mode: "text", y: many(501, Number) }] }, /words beside points/],
    "a grid of places": [
      { data: [{ type: "contour", x: many(300, Number), y: many(300, Number), z: many(300, Number) }] },
      /got 90000/,
    ],
    "contours through noise": [
      { data: [{ type: "contour", z: many(200, (i) => many(200, (j) => (i + j) % 2)) }] },
      /turns of contours/,
    ],
    "tiny contours": [
      {
        data: [
          {
            type: "contour",
            z: [
              [0, 1],
              [1, 2],
            ],
            contours: { start: 0, end: 2, size: 1e-6 },
          },
        ],
      },
      /contours, got 2000000/,
    ],
    "tiny bins": [
      { data: [{ type: "histogram", x: [0, 5], xbins: { size: 1e-12 } }] },
      /bins, got 5000000000000/,
    ],
    "tiny bins of dates": [
      { data: [{ type: "histogram", x: ["2000-01-01", "2001-01-01"], xbins: { size: 1 } }] },
      /bins/,
    ],
    "bins as words": [{ data: [{ type: "histogram", x: ["$0", "$9"], xbins: { size: "1e-9" } }] }, /bins/],
    "many categories": [
      { data: [{ type: "histogram", x: many(2000, (k) => `c${k}`) }] },
      /categories, got 2000/,
    ],
    "bins in a template": [
      { data: [one], layout: { template: { data: { histogram: [{ xbins: { size: 1 } }] } } } },
      /traces of a figure alone/,
    ],
    "ticks in a template": [
      { data: [one], layout: { template: { layout: { xaxis: { dtick: 1 } } } } },
      /tickvals/,
    ],
    "ticks by a button": [
      { data: [one], layout: { updatemenus: [{ buttons: [{ args: [{ "xaxis.dtick": 1e-9 }] }] }] } },
      /dtick/,
    ],
    "ticks of a colour bar": [{ data: [{ type: "heatmap", z: [[1]], colorbar: { dtick: 1e-9 } }] }, /dtick/],
    "many ticks": [{ data: [one], layout: { xaxis: { tickvals: many(101, Number) } } }, /tickvals, got 101/],
    "many ticks as a word": [{ data: [one], layout: { xaxis: { nticks: "1e9" } } }, /nticks/],
    "a large grid": [{ data: [one], layout: { grid: { rows: 1e9 } } }, /rows/],
    "many plots": [{ data: many(41, (k) => ({ ...one, xaxis: `x${k + 1}` })) }, /axes of kind xaxis/],
    "many plots in space": [
      { data: many(5, (k) => ({ type: "scatter3d", scene: `scene${k + 1}` })) },
      /kind scene/,
    ],
    "many annotations": [
      { data: [one], layout: { annotations: many(201, () => ({ text: "a" })) } },
      /annotations, got 201/,
    ],
    "many frames": [{ data: [one], frames: many(1001, () => ({})) }, /frames, got 1001/],
    "a long text": [
      { data: [one], layout: { title: { text: "x".repeat(4001) } } },
      /letters in one text, got 4001/,
    ],
    "nested markup": [
      { data: [one], layout: { title: { text: "<b>".repeat(17) } } },
      /tags nested .* got 17/,
    ],
    "much markup": [{ data: [one], layout: { title: { text: "<b></b>".repeat(101) } } }, /tags in one text/],
    "deep lists": [{ data: [JSON.parse("[".repeat(30) + "]".repeat(30))] }, /in one another/],
    "numbers without an end": [{ data: [{ y: many(800_001, () => 1) }] }, /numbers and names/],
    "packed numbers of a false shape": [
      { data: [{ z: { dtype: "f4", bdata: base64([1]), shape: "9, 9" } }] },
      /fill their shape/,
    ],
    "packed numbers that are none": [{ data: [{ z: { dtype: "f4", bdata: "?" } }] }, /base64/],
    "a map": [{ data: [{ type: "scattergeo" }] }, /fetch maps from the network/],
    "a map in a frame": [{ data: [one], frames: [{ data: [{ type: "choropleth" }] }] }, /fetch maps/],
    "a map by a button": [
      { data: [one], layout: { updatemenus: [{ buttons: [{ args: [{ type: "scattermap" }] }] }] } },
      /fetch maps/,
    ],
    "no such kind": [{ data: [{ type: "nonsense" }] }, /no such kind of trace/],
    "a map whose kind is no text": [{ data: [{ type: ["scattergeo"] }] }, /fetch maps/],
  };

  test.each(Object.entries(refused))("refuses %s in words", (_name, [figure, words]) => {
    expect(() => cleanFigure(figure)).toThrow(InputError);
    expect(() => cleanFigure(figure)).toThrow(words);
  });

  test("keeps no address of a picture that lies elsewhere", () => {
    const inline = "data:image/png;base64,AAAA";
    const layout = {
      images: [{ source: "http://example.com/a.png" }, { source: inline }],
      template: { layout: { images: [{ source: "//example.com/b.png" }] } },
    };
    expect(cleanFigure({ data: [one], layout }).layout).toEqual({
      images: [{ source: "" }, { source: inline }],
      template: { layout: { images: [{ source: "" }] } },
    });
  });
});

describe("cleanMarkup(text)", () => {
  test.each([
    ["a < b and <b>c</b><br>d", "a < b and <b>c</b><br>d"],
    ['<a href="https://example.com/x">a</a>', '<a href="https://example.com/x">a</a>'],
    [
      "<span style='color: #d62728; font-size:20px'>a</span>",
      '<span style="color: #d62728; font-size:20px">a</span>',
    ],
    ['<span style="background-image:url(http://example.com/a.png)">a</span>', "<span>a</span>"],
    ['<span style="color:red;list-style:url(//example.com)">a</span>', '<span style="color:red">a</span>'],
    ['<span style="color:u\\72l(//example.com)">a</span>', "<span>a</span>"],
    ['<span style="color:u&#114;l(//example.com)">a</span>', "<span>a</span>"],
    ["<span style=fill:url(//example.com)>a</span>", "<span>a</span>"],
    [`<a href="x' style='fill:url(//example.com)'">a</a>`, '<a href="xstyle=fill:url(//example.com)">a</a>'],
    ['<em onload="x()" class="y">a</em>', "<em>a</em>"],
  ])("%s becomes %s", (text, clean) => {
    expect(cleanMarkup(text)).toBe(clean);
  });
});

describe("steps from tick to tick", () => {
  test("are taken out of the axes until their ranges are known", () => {
    const layout = { xaxis: { dtick: 2, minor: { dtick: 1 } }, yaxis: { tickmode: "linear" }, height: 3 };
    expect(withoutTicks(layout)).toEqual({
      bare: { xaxis: { minor: {} }, yaxis: {}, height: 3 },
      ticks: { "xaxis.dtick": 2, "xaxis.minor.dtick": 1, "yaxis.tickmode": "linear" },
    });
  });

  test.each([
    ["linear", [0, 10], 2, 5],
    ["linear", [0, 10], "0.5", 20],
    ["linear", [0, 7], undefined, 7],
    ["log", [0, 3], 1, 3],
    ["log", [0, 2], "L0.5", 198],
    ["log", [0, 2], "D1", 18],
    ["date", ["2000-01-01", "2000-01-11"], 86_400_000, 10],
    ["date", ["2000-01-01", "2000-12-26"], "M3", 4],
    ["linear", [0, 10], "no number", 0],
  ] as const)("make as many ticks on a %s axis from %j by %j: %d", (type, range, dtick, count) => {
    expect(ticksOn({ type, range }, dtick)).toBeCloseTo(count, 9);
  });
});
