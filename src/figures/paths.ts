import type { Look } from "../rules/look.ts";
import type { Trace } from "../trace/trace.ts";
import { GOLD } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";
import { type Interval, roundedIn } from "./view.ts";

/** A path as it is drawn: where each shown step falls in the picture. */
export interface DrawnPath {
  readonly label: string;
  readonly look: Look;
  readonly steps: readonly number[];
  readonly points: readonly (readonly [number, number])[];
  readonly losses: readonly number[];
  /** Why the descent ended, when something ended it. */
  readonly diverged: boolean;
}

const MOST_POINTS = 600;
const FINE = 30_000;

/** Where a descent goes in a picture: every step, or of a very long one steps evenly spread and the last. */
export function drawnPath(
  trace: Trace,
  label: string,
  look: Look,
  place: (w: Float64Array, loss: number) => readonly [number, number],
): DrawnPath {
  const steps = thinned(trace.recordedSteps, MOST_POINTS);
  const losses = steps.map((t) => trace.value("loss", t) as number);
  const points = steps.map((t, row) => place(trace.value("w", t) as Float64Array, losses[row]!));
  return { label, look, steps, points, losses, diverged: trace.stop.reason === "diverged" };
}

/** At most so many of a list, evenly spread; the first and the last stay. */
export function thinned<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.ceil(all.length / most);
  return stride <= 1 ? all : all.filter((_, i) => i % stride === 0 || i === all.length - 1);
}

/** Marker size for so many points, so that they do not become one blot. */
function markerSize(count: number): number {
  return count > 120 ? 3 : count > 60 ? 4 : 6;
}

/** A path as a line with a marker at every step. */
export function pathTrace(
  { label, look, steps, points, losses }: DrawnPath,
  views: readonly [Interval, Interval],
): PlotlyObject {
  const { color, dash, symbol } = look;
  const everyStep = steps.at(-1) === steps.length - 1;
  const [x, y] = views.map((view, axis) => {
    const round = roundedIn(view, FINE);
    return points.map((point) => round(point[axis]!));
  });
  const shortLosses = losses.map((loss) => Number(loss.toPrecision(3)));
  return {
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x,
    y,
    customdata: everyStep ? shortLosses : shortLosses.map((loss, row) => [loss, steps[row]!]),
    hovertemplate: `%{fullData.name}, step ${everyStep ? "%{pointNumber}" : "%{customdata[1]}"}<br>(%{x:.4g}, %{y:.4g})<br>loss %{customdata${everyStep ? "" : "[0]"}:.3g}<extra></extra>`,
    line: { color, dash, width: 2 },
    marker: { color, symbol, size: markerSize(points.length) },
  };
}

/** Rings around the starts. */
export function startTrace(paths: readonly DrawnPath[]): PlotlyObject[] {
  const starts = paths.map(({ points }) => points[0]!);
  const different = starts.filter(
    (start, i) => starts.findIndex((other) => other[0] === start[0] && other[1] === start[1]) === i,
  );
  if (different.length === 0) return [];
  return [
    {
      ...marks("start", different),
      marker: { symbol: "circle-open", size: 13, color: "#808080", line: { width: 2 } },
    },
  ];
}

/** Full stars on the lowest minima, hollow ones on local minima. */
export function minimaTraces({ minima, localMinima }: Minima): PlotlyObject[] {
  const stars = (name: string, symbol: string, points: Minima["minima"]): PlotlyObject[] =>
    points.length === 0 ? [] : [{ ...marks(name, points), marker: { symbol, size: 13, color: GOLD.color } }];
  return [...stars("minimum", "star", minima), ...stars("local minimum", "star-open", localMinima)];
}

/** Where in the picture the minima are. */
export interface Minima {
  readonly minima: readonly (readonly [number, number])[];
  readonly localMinima: readonly (readonly [number, number])[];
}

/** Where paths leave the picture and do not come back: a cross at the edge, with the step at which they do. */
export function exitTraces(
  paths: readonly DrawnPath[],
  views: readonly [Interval, Interval],
): PlotlyObject[] {
  return paths.flatMap((path) => {
    const exit = exitOf(path, views);
    if (exit === undefined) return [];
    const { x, y, step } = exit;
    const words = path.diverged ? "diverges" : "leaves";
    return [
      {
        ...marks(`${path.label} ${words}`, [[x, y]]),
        mode: "markers+text",
        text: [`${words} at step ${step}`],
        textposition: `${besideEdge(y, views[1])} ${besideEdge(x, views[0], "left", "right")}`,
        textfont: { color: path.look.color, size: 11 },
        marker: { symbol: "x", size: 10, color: path.look.color },
        showlegend: false,
        cliponaxis: false,
      },
    ];
  });
}

/** On which side of a mark its text has room. */
function besideEdge(at: number, [low, high]: Interval, before = "bottom", after = "top"): string {
  return at > (low + high) / 2 ? before : after;
}

/** Points by themselves, in grey and out of the legend. */
export function pointTrace(
  name: string,
  points: readonly (readonly [number, number])[],
  marker: { readonly symbol: string; readonly size: number; readonly color?: string },
): PlotlyObject {
  return {
    ...marks(name, points),
    marker: { color: "#767676", ...marker, line: { width: 2 } },
    showlegend: false,
  };
}

function marks(name: string, points: readonly (readonly [number, number])[]): PlotlyObject {
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: points.map(([x]) => Number(x.toPrecision(6))),
    y: points.map(([, y]) => Number(y.toPrecision(6))),
    hovertemplate: "%{fullData.name} (%{x:.4g}, %{y:.4g})<extra></extra>",
  };
}

/** The place at the edge of the picture where a path that ends outside leaves it for good. */
function exitOf(
  { points, steps }: Pick<DrawnPath, "points" | "steps">,
  [horizontal, vertical]: readonly [Interval, Interval],
): { x: number; y: number; step: number } | undefined {
  const isInside = ([x, y]: readonly [number, number]): boolean =>
    x >= horizontal[0] && x <= horizontal[1] && y >= vertical[0] && y <= vertical[1];
  const last = points.findLastIndex(isInside);
  if (last < 0 || last === points.length - 1) return undefined;
  const [from, to] = [points[last]!, points[last + 1]!];
  const share = Math.min(reach(from[0], to[0], horizontal), reach(from[1], to[1], vertical));
  return {
    x: from[0] + share * (to[0] - from[0]),
    y: from[1] + share * (to[1] - from[1]),
    step: steps[last + 1]!,
  };
}

/** What share of the way from one number to another lies within a range. */
function reach(from: number, to: number, [low, high]: Interval): number {
  if (to === from) return 1;
  return Math.min(1, ((to > from ? high : low) - from) / (to - from));
}
