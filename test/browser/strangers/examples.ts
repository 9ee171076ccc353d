import { explore, momentum, gradientDescent } from "fall-line";
import { KINDS } from "../../../src/figures/specification.ts";

const numbers = (count: number, of: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => of(k));
const wave = (rows: number): number[][] =>
  numbers(rows, Number).map((i) => numbers(rows, (j) => Math.sin(i / 3) * Math.cos(j / 4)));
const [few, up] = [numbers(12, (k) => Math.sin(k)), numbers(12, Number)];
const words = up.map((k) => `word ${k}`);
const space = { x: up, y: few, z: numbers(12, (k) => Math.cos(3 * k)) };
const cube = {
  x: numbers(27, (k) => k % 3),
  y: numbers(27, (k) => Math.floor(k / 3) % 3),
  z: numbers(27, (k) => Math.floor(k / 9)),
};
const flow = { u: numbers(27, () => 1), v: numbers(27, Math.sin), w: numbers(27, Math.cos) };
const tree = { labels: ["a", "b", "c", "d"], parents: ["", "a", "a", "b"], values: [10, 4, 3, 2] };
const prices = {
  x: up,
  open: up,
  high: up.map((k) => k + 2),
  low: up.map((k) => k - 1),
  close: up.map((k) => k + 1),
};
const carpet = {
  type: "carpet",
  carpet: "c",
  a: [1, 2, 3, 1, 2, 3],
  b: [4, 4, 4, 5, 5, 5],
  y: [2, 3, 4, 3, 4, 5],
};

/** A trace of every kind that plotly.js draws here. */
const TRACES: readonly object[][] = [
  [
    {
      type: "scatter",
      y: few,
      mode: "lines+markers+text",
      text: words,
      error_y: { array: few },
      fill: "tozeroy",
    },
  ],
  [{ type: "scattergl", x: up, y: few, mode: "markers", marker: { size: up, color: few } }],
  [
    { type: "bar", x: words, y: few, text: words },
    { type: "bar", x: words, y: up },
  ],
  [
    { type: "box", y: few },
    { type: "violin", y: few, box: { visible: true } },
  ],
  [{ type: "histogram", x: few, xbins: { start: -1, end: 1, size: 0.25 } }],
  [{ type: "histogram2d", x: few, y: up, nbinsx: 5 }],
  [{ type: "histogram2dcontour", x: few, y: up }],
  [
    {
      type: "heatmap",
      z: wave(12),
      colorbar: { dtick: 0.5, title: { text: "z" } },
      texttemplate: "%{z:.1f}",
    },
  ],
  [{ type: "contour", z: wave(12), contours: { start: -1, end: 1, size: 0.2, showlabels: true } }],
  [{ type: "surface", z: wave(12), contours: { z: { show: true, start: -1, end: 1, size: 0.2 } } }],
  [{ type: "scatter3d", ...space, mode: "lines+markers" }],
  [{ type: "mesh3d", ...space, alphahull: 0 }],
  [{ type: "isosurface", ...cube, value: flow.v, surface: { count: 3 } }],
  [{ type: "volume", ...cube, value: flow.v, opacity: 0.3 }],
  [{ type: "cone", ...cube, ...flow }],
  [{ type: "streamtube", ...cube, ...flow, maxdisplayed: 50 }],
  [{ type: "pie", labels: words, values: up }],
  [{ type: "sunburst", ...tree }],
  [{ type: "treemap", ...tree }],
  [{ type: "icicle", ...tree }],
  [{ type: "funnel", y: words, x: up }],
  [{ type: "funnelarea", labels: words, values: up }],
  [{ type: "waterfall", x: words, y: few }],
  [{ type: "candlestick", ...prices }],
  [{ type: "ohlc", ...prices }],
  [{ type: "table", header: { values: ["a", "b"] }, cells: { values: [words, few] } }],
  [
    {
      type: "sankey",
      node: { label: words },
      link: { source: [0, 1, 2], target: [3, 4, 5], value: [1, 2, 3] },
    },
  ],
  [{ type: "parcoords", dimensions: [{ values: few }, { values: up }, { values: few }] }],
  [{ type: "parcats", dimensions: [{ values: ["a", "b", "a"] }, { values: ["c", "c", "d"] }] }],
  [{ type: "splom", dimensions: [{ values: few }, { values: up }, { values: few }] }],
  [{ type: "indicator", mode: "number+delta+gauge", value: 3, delta: { reference: 2 } }],
  [{ type: "scatterpolar", r: up, theta: up.map((k) => 30 * k) }],
  [{ type: "scatterpolargl", r: up, theta: up.map((k) => 30 * k) }],
  [{ type: "barpolar", r: up, theta: up.map((k) => 30 * k) }],
  [{ type: "scatterternary", a: up, b: few, c: up }],
  [{ type: "scattersmith", real: up, imag: few }],
  [carpet, { type: "scattercarpet", carpet: "c", a: [1, 2], b: [4, 5] }],
  [
    carpet,
    {
      type: "contourcarpet",
      carpet: "c",
      a: [1, 2, 3, 1, 2, 3],
      b: [4, 4, 4, 5, 5, 5],
      z: [1, 2, 3, 4, 5, 6],
    },
  ],
  [
    {
      type: "image",
      z: [
        [
          [255, 0, 0],
          [0, 255, 0],
        ],
        [
          [0, 0, 255],
          [9, 9, 9],
        ],
      ],
    },
  ],
  [{ type: "quiver", x: up, y: few, u: few, v: up }],
];

const LAYOUT = {
  title: { text: "A <b>figure</b>" },
  xaxis: { title: { text: "x" }, dtick: 2, rangeslider: { visible: false } },
  yaxis: { type: "linear", tickformat: ".2f", minor: { nticks: 4 } },
  annotations: [{ x: 1, y: 0, text: "here" }],
  shapes: [{ type: "rect", x0: 1, x1: 2, y0: 0, y1: 1, label: { text: "a" } }],
  images: [{ source: "data:image/png;base64,AAAA", x: 0, y: 1, sizex: 1, sizey: 1 }],
  updatemenus: [{ buttons: [{ label: "one", method: "relayout", args: [{ "title.text": "b" }] }] }],
  sliders: [{ steps: [{ label: "1", method: "skip" }] }],
  grid: { rows: 1, columns: 1 },
  font: { size: 12 },
};

/** A figure of each kind of Plotly's traces, with a bit of everything in its layout. */
export const PLOTLY_FIGURES: readonly object[] = TRACES.map((data) => ({
  data,
  layout: LAYOUT,
  frames: [{ name: "1", data: [{ y: [1] }] }],
}));

const question = {
  format: 1,
  kind: "card-predict",
  id: "mine/one",
  title: "A guess",
  prompt: "How far?",
  hints: ["Add them."],
  fields: [{ name: "far", label: "how far", answer: 2, within: 0.1 }],
  because: "1 + 1 is 2",
  solution: [{ kind: "text", text: "2" }],
  reveal: [],
};

const feedback = {
  format: 1,
  kind: "card-feedback",
  id: "mine/one",
  title: "A guess",
  outcome: "not yet",
  headline: "Not yet",
  blocks: [
    { kind: "table", cells: { head: ["a"], rows: [["1"], null] } },
    { kind: "equations", groups: [{ title: "a", lines: ["w"] }] },
    { kind: "code", code: "1" },
  ],
  hints: ["Add them."],
  solution: [{ kind: "text", text: "2" }],
};

const explorer = explore({
  objective: "x^2 + 10*y^2",
  rules: [gradientDescent, momentum],
  start: [2, 1],
  steps: 20,
}).specification!;

/** A recipe of each kind of our own figures, an explorer and cards. */
export const RECIPES: readonly object[] = [
  ...KINDS.map(({ example }) => example().specification!),
  explorer,
  question,
  feedback,
];
