import { InputError } from "../../errors.ts";
import { atMost } from "./caps.ts";
import { cellsOf, checkCells } from "./cells.ts";
import { isObject, type PlainObject } from "./plain.ts";

/**
 * How many points, cells or marks of one kind of trace a page draws in about half a second. A kind that is not here is not
 * drawn: nobody has measured it.
 */
const POINTS: Readonly<Record<string, number>> = {
  bar: 3000,
  barpolar: 1000,
  box: 20_000,
  candlestick: 2000,
  carpet: 2500,
  cone: 1000,
  contour: 60_000,
  contourcarpet: 2500,
  funnel: 500,
  funnelarea: 100,
  heatmap: 500_000,
  histogram: 200_000,
  histogram2d: 200_000,
  histogram2dcontour: 100_000,
  icicle: 300,
  image: 250_000,
  indicator: 20,
  isosurface: 2000,
  mesh3d: 2000,
  ohlc: 2000,
  parcats: 150,
  parcoords: 1000,
  pie: 100,
  sankey: 300,
  scatter: 25_000,
  scatter3d: 10_000,
  scattercarpet: 3000,
  scattergl: 200_000,
  scatterpolar: 10_000,
  scatterpolargl: 20_000,
  scattersmith: 5000,
  scatterternary: 10_000,
  splom: 20_000,
  streamtube: 1000,
  sunburst: 300,
  surface: 45_000,
  table: 3000,
  treemap: 200,
  violin: 2500,
  volume: 1000,
  waterfall: 1000,
};

/** Traces that fetch maps from the network. */
const MAPS = /geo|map(?:box)?$|choropleth/;

/** Kinds that draw a number for each place of a plane. */
const FIELDS = ["contour", "contourcarpet", "heatmap", "surface"];

const MOST_TRACES = 200;
const MOST_WORDS = 500;
const MOST_IN_HULL = 300;
const MOST_STACKED = 100_000;

/**
 * Checks that traces can be drawn together without holding the page up: each takes a share of what it can draw.
 * @throws InputError when they can't, when one would fetch something, or when there is no such kind
 */
export function checkPoints(traces: readonly PlainObject[]): void {
  atMost(MOST_TRACES, traces.length, "traces");
  const shares = traces.map((trace) => {
    const listed = pointsOf(trace);
    const kind = isForGraphics(trace, listed) ? "scattergl" : kindOf(trace);
    const isField = FIELDS.includes(kind) && trace["z"] !== undefined;
    const points = isField ? cellsOf(trace, listed) : listed;
    atMost(POINTS[kind]!, points, `points in a trace of kind ${kind}`);
    checkWords(trace, points);
    if (kind === "mesh3d" && Number(trace["alphahull"]) > 0) atMost(MOST_IN_HULL, points, "points in a hull");
    if (isField) checkCells(trace, kind, points);
    return points / POINTS[kind]!;
  });
  checkStacks(traces);
  atMost(
    100,
    100 * shares.reduce((sum, share) => sum + share, 0),
    "points in all traces together, in percent of what is drawn at once",
  );
}

/** Each trace of a stack gets a point wherever another one has its own. */
function checkStacks(traces: readonly PlainObject[]): void {
  const stacked = traces.filter(({ stackgroup }) => stackgroup !== undefined).map((trace) => pointsOf(trace));
  const together = stacked.reduce((sum, points) => sum + points, 0);
  atMost(MOST_STACKED, together * stacked.length, "points of stacks");
}

/** Scatter traces of more points than this are drawn by the graphics processor, those with markers sooner. */
const MANY = { points: 20_000, markers: 5000 };

export function isForGraphics({ type = "scatter", mode = "lines" }: PlainObject, points: number): boolean {
  return type === "scatter" && points > (String(mode).includes("markers") ? MANY.markers : MANY.points);
}

/** @throws InputError when a trace is of a kind that is not drawn here */
export function kindOf({ type = "scatter" }: PlainObject): string {
  const kind = String(type);
  if (typeof type === "string" && MAPS.test(kind) && kind !== "heatmap" && kind !== "treemap")
    throw new InputError({
      what: `traces of kind ${kind} fetch maps from the network, and figures here do not`,
    });
  if (typeof type === "string" && Object.hasOwn(POINTS, kind)) return kind;
  throw new InputError({
    what: "there is no such kind of trace here",
    got: type,
    allowed: Object.keys(POINTS).join(", "),
  });
}

/** What is not drawn point by point. */
const BESIDE = ["colorscale", "customdata", "hovertext", "ids", "meta"];

/** The numbers of the largest list or table in a trace. */
export function pointsOf(value: unknown, depth = 0): number {
  if (Array.isArray(value)) return sizeOf(value);
  if (!isObject(value) || depth > 4) return 0;
  return Object.entries(value)
    .filter(([name]) => !BESIDE.includes(name))
    .reduce<number>((most, [, inner]) => Math.max(most, pointsOf(inner, depth + 1)), 0);
}

/** A table counts as it is drawn, as wide as its widest row. */
function sizeOf(list: readonly unknown[]): number {
  const widest = list.reduce<number>((most, row) => Math.max(most, Array.isArray(row) ? row.length : 1), 0);
  return list.length * widest;
}

/** Words beside points are set one by one. */
function checkWords({ mode, text, texttemplate, type, error_x, error_y }: PlainObject, points: number): void {
  const isWritten =
    texttemplate !== undefined || (text !== undefined && type !== undefined && type !== "scatter");
  if (isWritten || String(mode).includes("text")) atMost(MOST_WORDS, points, "words beside points");
  if (error_x !== undefined || error_y !== undefined) atMost(MOST_WORDS, points, "error bars");
}
