import { InputError } from "../errors.ts";
import { formatNumber } from "../math/tex.ts";
import type { Objective } from "../objectives/objective.ts";
import { Trace } from "../trace/trace.ts";
import { Figure, type PlotlyObject } from "./figure.ts";
import { labelsOf } from "./labels.ts";
import { darkColours, type Look, looksOf } from "./palette.ts";
import { specificationOf } from "./specification.ts";
import { grid, type Interval, rounded, viewOf } from "./view.ts";

export interface LandscapeOptions {
  /** Which two parameters to draw when there are more than two (from 0); the others stay at the end of the first path. */
  readonly coordinates?: readonly [number, number];
  /** Range of each drawn parameter; chosen to hold the paths when not given. */
  readonly view?: readonly Interval[];
  readonly title?: string;
  /** Height in pixels. */
  readonly height?: number;
}

const GRID = 49;
const CURVE = 161;
const SHADE = [
  [0, "rgba(128,128,128,0.02)"],
  [1, "rgba(128,128,128,0.28)"],
];

/**
 * The landscape of an objective with the paths of descents on it: contours for two parameters, the curve itself for one.
 * Every step has a marker; the start is a ring, each known minimum a star.
 *
 * @param shown an objective alone, one trace, or several traces on the same objective
 * @throws InputError when the traces are of different objectives
 * @example landscape(descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 30 }))
 */
export function landscape(
  shown: Objective | Trace | readonly Trace[],
  options: LandscapeOptions = {},
): Figure {
  const traces = (shown instanceof Trace ? [shown] : Array.isArray(shown) ? shown : []) as readonly Trace[];
  const objective = (traces[0]?.objective ?? shown) as Objective;
  const other = traces.find(
    (trace) => trace.objective !== objective && trace.objective.name !== objective.name,
  );
  if (other !== undefined) {
    throw new InputError({
      what: "one landscape shows one objective",
      got: `${objective.name} and ${other.objective.name}`,
    });
  }
  const specification = specificationOf(traces, { kind: "landscape", options }, objective);
  const parts =
    objective.dimension === 1
      ? curveParts(objective, traces, options)
      : contourParts(objective, traces, options);
  return new Figure({
    ...parts,
    alt: `${describeSurface(objective)} ${describePaths(traces).join(" ")}`.trim(),
    ...(specification === undefined ? {} : { specification }),
  });
}

interface Parts {
  readonly data: PlotlyObject[];
  readonly layout: PlotlyObject;
}

function contourParts(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Parts {
  const [i, j] = options.coordinates ?? [0, 1];
  const views = [
    options.view?.[0] ?? viewOf(objective, traces, i),
    options.view?.[1] ?? viewOf(objective, traces, j),
  ] as const;
  const looks = looksOf(traces.map(({ rule }) => rule.id));
  const base =
    traces[0]?.end.w ?? Float64Array.from(objective.start ?? new Array<number>(objective.dimension).fill(0));
  const labels = labelsOf(traces);
  const paths = traces.map((trace, k) => pathTrace(trace, labels[k]!, looks[k]!, ({ w }) => [w[i]!, w[j]!]));
  const stars = minimaTrace((objective.minima ?? []).map((point) => [point[i]!, point[j]!]));
  return {
    data: [contours(objective, base, [i, j], views), ...paths, ...stars],
    layout: frame(options, looks, [nameOf(objective, i), nameOf(objective, j)], views, 460),
  };
}

function contours(
  objective: Objective,
  base: Float64Array,
  [i, j]: readonly [number, number],
  views: readonly [Interval, Interval],
): PlotlyObject {
  const [xs, ys] = [grid(views[0], GRID), grid(views[1], GRID)];
  const point = base.slice();
  const losses = ys.map((y) =>
    xs.map((x) => {
      [point[i], point[j]] = [x, y];
      return objective.value(point);
    }),
  );
  const { heights, name } = heightsOf(losses, objective.least);
  return {
    type: "contour",
    x: xs,
    y: ys,
    z: heights,
    ncontours: 18,
    colorscale: SHADE,
    showscale: false,
    line: { color: "rgba(128,128,128,0.55)", width: 1 },
    hovertemplate: `%{x:.3g}, %{y:.3g}<br>${name}: %{z:.3g}<extra></extra>`,
    name: "loss",
  };
}

/** Heights for the contours: the loss itself, or the logarithm of its height above the least where it spans decades. */
function heightsOf(
  losses: number[][],
  least: number | undefined,
): { heights: (number | null)[][]; name: string } {
  const finite = losses.flat().filter((loss) => Number.isFinite(loss));
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const floor = least !== undefined && Number.isFinite(least) ? Math.min(least, low) : low;
  const middle = [...finite].sort((a, b) => a - b)[Math.floor(finite.length / 4)] ?? 0;
  const spansDecades = high - floor > 40 * (middle - floor);
  const height = (loss: number): number =>
    spansDecades ? Math.log10(Math.max(loss - floor, 1e-4 * (middle - floor) || 1e-12)) : loss;
  return {
    heights: losses.map((row) => row.map((loss) => (Number.isFinite(loss) ? rounded(height(loss)) : null))),
    name: spansDecades ? "log₁₀(loss - least)" : "loss",
  };
}

function curveParts(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Parts {
  const view = options.view?.[0] ?? viewOf(objective, traces, 0);
  const looks = looksOf(traces.map(({ rule }) => rule.id));
  const xs = grid(view, CURVE);
  const at = (x: number): number => objective.value(Float64Array.of(x));
  const curve = {
    type: "scatter",
    mode: "lines",
    x: xs,
    y: xs.map((x) => rounded(at(x))),
    name: "loss",
    line: { color: "rgba(128,128,128,0.9)", width: 2 },
    hoverinfo: "x+y",
  };
  const labels = labelsOf(traces);
  const paths = traces.map((trace, k) =>
    pathTrace(trace, labels[k]!, looks[k]!, ({ w, loss }) => [w[0]!, loss]),
  );
  const stars = minimaTrace((objective.minima ?? []).map(([x]) => [x!, at(x!)]));
  return {
    data: [curve, ...paths, ...stars],
    layout: frame(options, looks, [nameOf(objective, 0), "loss"], [view], 380),
  };
}

interface PathPoint {
  readonly t: number;
  readonly w: Float64Array;
  readonly loss: number;
}

function pathTrace(
  trace: Trace,
  label: string,
  { color, dash, symbol }: Look,
  place: (point: PathPoint) => [number, number],
): PlotlyObject {
  const { path, losses, recordedSteps } = trace;
  const points = recordedSteps.map((t, row) => place({ t, w: path[row]!, loss: losses[row]! }));
  const many = points.length > 60;
  return {
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x: points.map(([x]) => rounded(x, 6)),
    y: points.map(([, y]) => rounded(y, 6)),
    customdata: losses.map((loss, row) => [recordedSteps[row]!, rounded(loss)]),
    hovertemplate: `${label}, step %{customdata[0]}<br>(%{x:.4g}, %{y:.4g})<br>loss %{customdata[1]:.4g}<extra></extra>`,
    line: { color, dash, width: 2 },
    marker: {
      color,
      symbol: points.map((_, row) => (row === 0 ? "circle-open" : symbol)),
      size: points.map((_, row) => (row === 0 ? 12 : many ? 4 : 6)),
    },
  };
}

function minimaTrace(points: readonly (readonly [number, number])[]): PlotlyObject[] {
  if (points.length === 0) return [];
  const [x, y] = [points.map(([first]) => first), points.map(([, second]) => second)];
  const marker = {
    symbol: "star",
    size: 13,
    color: "#e3b505",
    line: { color: "rgba(90,70,0,0.9)", width: 1 },
  };
  return [
    {
      type: "scatter",
      mode: "markers",
      name: "minimum",
      x,
      y,
      marker,
      hovertemplate: "minimum (%{x:.4g}, %{y:.4g})<extra></extra>",
    },
  ];
}

function frame(
  options: LandscapeOptions,
  looks: readonly Look[],
  [x, y]: readonly [string, string],
  views: readonly Interval[],
  height: number,
): PlotlyObject {
  const [horizontal, vertical] = views;
  const ratio = vertical === undefined ? 0 : (vertical[1] - vertical[0]) / (horizontal![1] - horizontal![0]);
  const equalScales = ratio > 0.4 && ratio < 1.4;
  return {
    ...(options.title === undefined ? {} : { title: { text: options.title } }),
    height: options.height ?? height,
    margin: { l: 56, r: 16, t: options.title === undefined ? 16 : 48, b: 48 },
    xaxis: { title: { text: x }, range: horizontal, zeroline: false, constrain: "domain" },
    yaxis: {
      title: { text: y },
      zeroline: false,
      ...(vertical === undefined ? {} : { range: vertical }),
      ...(equalScales ? { scaleanchor: "x", constrain: "domain" } : {}),
    },
    legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0 },
    hovermode: "closest",
    meta: { dark: darkColours(looks) },
  };
}

function nameOf(objective: Objective, coordinate: number): string {
  return "variables" in objective
    ? (objective as { variables: readonly string[] }).variables[coordinate]!
    : `w${coordinate + 1}`;
}

function describeSurface(objective: Objective): string {
  const shape = objective.dimension === 1 ? "The curve" : "Contours";
  const minima = (objective.minima ?? []).map((point) => `(${point.map(formatNumber).join(", ")})`);
  return `${shape} of ${objective.name}${minima.length === 0 ? "" : `, with its minimum at ${minima.join(" and ")}`}.`;
}

/** Paths in words and numbers, a sentence or two each. */
export function describePaths(traces: readonly Trace[]): string[] {
  const labels = labelsOf(traces);
  return traces.map((trace, k) => describePath(trace, labels[k]!));
}

function describePath({ path, losses, steps, stop }: Trace, label: string): string {
  const point = (w: Float64Array): string => `(${Array.from(w, formatNumber).join(", ")})`;
  const end = stop.reason === "steps" ? "" : ` ${stop.sentence}`;
  return `${label} goes from ${point(path[0]!)} to ${point(path.at(-1)!)} in ${steps} steps; the loss goes from ${formatNumber(losses[0]!)} to ${formatNumber(losses.at(-1)!)}.${end}`;
}
