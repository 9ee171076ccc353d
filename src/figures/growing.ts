/** Figures that play: their lines grow from moment to moment, with a ball at the end of each. */
import { isRecord } from "../arguments.ts";
import { thinned } from "./paths.ts";
import type { Drawing, PlotlyObject } from "./plotly.ts";

/** How the lines of a figure grow. */
export interface Growth {
  /** What its moments count: "step". */
  readonly counts: string;
  /** Whether the moments go along the horizontal axis, or along the points of paths. */
  readonly along: "x" | "points";
}

/** At most so many moments: no more can be told apart in six seconds, and a chart draws no more. */
const MOST = 60;

/** How the lines of a drawing grow once when it is first seen; nothing where it does not play. */
export function growthOf({ meta }: PlotlyObject): Growth | undefined {
  const { plays } = isRecord(meta) ? meta : {};
  if (!isRecord(plays) || typeof plays["counts"] !== "string") return undefined;
  return { counts: plays["counts"], along: plays["along"] === "x" ? "x" : "points" };
}

/** A drawing as a film in which its lines grow, at rest with all of them drawn; as it is where it does not play. */
export function growing<Figure extends Drawing>(figure: Figure): Figure {
  const { data, layout, frames = [] } = figure;
  const growth = growthOf(layout);
  if (growth === undefined || frames.length > 0) return figure;
  const lines = data.flatMap((trace, index) =>
    grows(trace, growth) ? [{ index, trace, at: placesOf(trace, growth) }] : [],
  );
  const all = [...new Set(lines.flatMap(({ at }) => at))].sort((a, b) => a - b);
  if (all.length === 0) return figure;
  const upTo = (moment: number): PlotlyObject[] => {
    const grown = lines.map(({ trace, at }) => pointsUpTo(trace, at, moment));
    return [...grown, { x: grown.map(({ x }) => x.at(-1)), y: grown.map(({ y }) => y.at(-1)) }];
  };
  const heads = headsOf(lines.map(({ trace }) => trace));
  const traces = [...lines.map(({ index }) => index), data.length];
  return {
    ...figure,
    data: [...data, { ...heads, ...upTo(Infinity).at(-1) }],
    layout: { ...layout, meta: { ...(layout["meta"] as object), film: { counts: growth.counts } } },
    frames: thinned(all, MOST).map((moment) => ({ name: String(moment), traces, data: upTo(moment) })),
  };
}

/** Paths are lines with marks; a bare line of two points is a mark of the picture itself. */
function grows({ type, mode, x }: PlotlyObject, { along }: Growth): boolean {
  const isPath = mode === "lines+markers";
  const isLong = isList(x) && x.length > (isPath ? 1 : 2);
  return type === "scatter" && isLong && (isPath || (along === "x" && mode === "lines"));
}

/** Where along its way each point of a line comes: its place on the axis, or the step that is told of it. */
function placesOf({ x, customdata }: PlotlyObject, { along }: Growth): number[] {
  return Array.from(x as number[], (place, k) => {
    if (along === "x") return place;
    const told: unknown = isList(customdata) ? customdata[k] : undefined;
    return isList(told) ? Number(told[1]) : k;
  });
}

interface Points {
  readonly x: readonly unknown[];
  readonly y: readonly unknown[];
  readonly [key: string]: unknown;
}

function pointsUpTo({ x, y }: PlotlyObject, at: readonly number[], moment: number): Points {
  const isPast = (_: unknown, k: number): boolean => at[k]! <= moment;
  return { x: Array.from(x as number[]).filter(isPast), y: Array.from(y as number[]).filter(isPast) };
}

function headsOf(lines: readonly PlotlyObject[]): PlotlyObject {
  const colours = lines.map(({ line }) => (isRecord(line) ? line["color"] : undefined));
  return {
    type: "scatter",
    mode: "markers",
    marker: { color: colours, size: 13, line: { width: 1.5, color: "#808080" } },
    hoverinfo: "skip",
    showlegend: false,
  };
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
