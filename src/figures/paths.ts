import type { Look } from "../rules/look.ts";
import type { Trace } from "../trace/trace.ts";
import { dashed } from "./dashes.ts";
import { pointNumeral } from "../math/numerals.ts";
import { GOLD, INK, PAPER } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";
import { type Interval, rounded, roundedIn } from "./view.ts";

type Point = readonly [number, number];
type Views = readonly [Interval, Interval];

/** A path as it is drawn: where each shown step falls in the picture. */
export interface DrawnPath {
  readonly label: string;
  readonly look: Look;
  readonly steps: readonly number[];
  readonly points: readonly (readonly [number, number])[];
  readonly losses: readonly number[];
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
  return { label, look, steps, points, losses };
}

/** At most so many of a list, evenly spread; the first and the last stay. */
export function thinned<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.ceil(all.length / most);
  return all.filter((_, i) => i % stride === 0 || i === all.length - 1);
}

/** Marker size for so many points, so that they do not become one blot. */
function markerSize(count: number): number {
  return count > 120 ? 3 : count > 60 ? 4 : 6;
}

/** A path as a line with a marker at every step, as far as it lies in the picture. */
export function pathTrace({ label, look, steps, points, losses }: DrawnPath, views: Views): PlotlyObject {
  const { color, dash, symbol } = look;
  const everyStep = steps.at(-1) === steps.length - 1;
  const isDrawn = points.map((_, k) => [k - 1, k, k + 1].some((near) => isInside(points[near], views)));
  const [x, y] = views.map((view, axis) => {
    const round = roundedIn(view, FINE);
    return points.map((point, k) => (isDrawn[k]! ? round(point[axis]!) : null));
  });
  const shortLosses = losses.map((loss) => rounded(loss, 3));
  return {
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x,
    y,
    customdata: everyStep ? shortLosses : shortLosses.map((loss, row) => [loss, steps[row]!]),
    hovertemplate: `%{fullData.name}, step ${everyStep ? "%{pointNumber}" : "%{customdata[1]}"}<br>(%{x:.4~r}, %{y:.4~r})<br>loss %{customdata${everyStep ? "" : "[0]"}:.3~r}<extra></extra>`,
    line: { color, dash: dashed(dash), width: 2.4 },
    marker: { color, symbol, size: markerSize(points.length) },
  };
}

/** The places where paths start, each once. */
function startsOf(paths: readonly DrawnPath[]): Point[] {
  const starts = paths.map(({ points }) => points[0]!);
  return starts.filter(
    (start, i) => starts.findIndex((other) => other[0] === start[0] && other[1] === start[1]) === i,
  );
}

/** Rings around the starts. */
export function startTrace(paths: readonly DrawnPath[]): PlotlyObject[] {
  const starts = startsOf(paths);
  if (starts.length === 0) return [];
  return [
    {
      ...marks("start", starts),
      marker: { symbol: "circle-open", size: 15, color: INK.color, line: { width: 2.5 } },
      showlegend: false,
    },
  ];
}

/** What the words at a start are called. */
export const START_WORDS = "start";

/** A start in words beside its ring, where there is one only. */
export function startWords(paths: readonly DrawnPath[], views: Views): PlotlyObject[] {
  const [start, ...others] = startsOf(paths);
  if (start === undefined || others.length > 0) return [];
  const isRight = start[0] > middleOf(views[0]);
  return [
    {
      x: rounded(start[0], 6),
      y: rounded(start[1], 6),
      name: START_WORDS,
      text: `start ${pointNumeral(start)}`,
      showarrow: false,
      xanchor: isRight ? "right" : "left",
      xshift: isRight ? -12 : 12,
      yshift: start[1] > middleOf(views[1]) ? 14 : -14,
      font: { color: INK.color, size: 12 },
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

/** Where paths leave the picture and do not come back: a mark at the edge that points outwards. */
export function exitTraces(paths: readonly DrawnPath[], views: Views): PlotlyObject[] {
  return exitsOf(paths, views).map(({ path: { label, look }, at, side }) => ({
    ...marks(`${label} left`, [at]),
    marker: { symbol: `triangle-${side}`, size: 13, color: look.color },
    showlegend: false,
    cliponaxis: false,
  }));
}

/** Words at an edge are at least so many pixels apart, on a picture that is about so high. */
const APART = 24;
const HEIGHT = 440;

/** Which path left the picture at which step, beside the mark where it did. */
export function exitWords(paths: readonly DrawnPath[], views: Views): PlotlyObject[] {
  const taken: number[] = [];
  const [low, high] = views[1];
  return exitsOf(paths, views).map(({ path: { label, look }, at: [x, y], step }) => {
    const isRight = x > middleOf(views[0]);
    const up = y > middleOf(views[1]) ? -1 : 1;
    const from = ((y - low) / (high - low)) * HEIGHT;
    let place = Math.max(16, Math.min(HEIGHT - 16, from));
    while (taken.some((other) => Math.abs(other - place) < APART)) place += up * APART;
    taken.push(place);
    return {
      x: rounded(x, 6),
      y: rounded(y, 6),
      text: paths.length === 1 ? `left the map at step ${step}` : `${label} left the map at step ${step}`,
      showarrow: false,
      xanchor: isRight ? "right" : "left",
      xshift: isRight ? -14 : 14,
      yshift: Math.round(place - from),
      font: { color: INK.color, size: 12 },
      bgcolor: PAPER.color,
      bordercolor: look.color,
      borderwidth: 1.5,
      borderpad: 2,
    };
  });
}

const middleOf = ([low, high]: Interval): number => (low + high) / 2;

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
    hovertemplate: "%{fullData.name} (%{x:.4~r}, %{y:.4~r})<extra></extra>",
  };
}

/** Where a path leaves the picture for good. */
interface Exit {
  readonly path: DrawnPath;
  readonly at: Point;
  readonly side: "left" | "right" | "up" | "down";
  /** The first step outside. */
  readonly step: number;
}

/** The places at the edge of the picture where paths that end outside leave it for good. */
function exitsOf(paths: readonly DrawnPath[], views: Views): Exit[] {
  return paths.flatMap((path) => {
    const { points, steps } = path;
    const last = points.findLastIndex((point) => isInside(point, views));
    if (last < 0 || last === points.length - 1) return [];
    const [from, to] = [points[last]!, points[last + 1]!];
    const shares = views.map((view, k) => reach(from[k]!, to[k]!, view)) as [number, number];
    const share = Math.min(...shares);
    const at: Point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    const across = to[0] > from[0] ? "right" : "left";
    const upright = to[1] > from[1] ? "up" : "down";
    return [{ path, at, side: shares[0] < shares[1] ? across : upright, step: steps[last + 1]! }];
  });
}

function isInside(point: Point | undefined, views: Views): boolean {
  return views.every(([low, high], k) => point !== undefined && point[k]! >= low && point[k]! <= high);
}

/** What share of the way from one number to another lies within a range. */
function reach(from: number, to: number, [low, high]: Interval): number {
  if (to === from) return 1;
  return ((to > from ? high : low) - from) / (to - from);
}
