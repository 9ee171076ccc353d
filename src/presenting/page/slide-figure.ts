/** A figure as it stands on a slide: names at the paths and no legend, larger type, steps that can be played. */
import { extent, ticks } from "d3-array";
import { growing, growthOf } from "../../figures/growing.ts";
import { AXIS_TYPE, axesWithin, axisName, isRound, titleOf } from "../../figures/axes-within.ts";
import { hasNamesAtPaths, type Size } from "../../figures/names-at-paths.ts";
import { coveringView, reachingView } from "../../figures/reaching-view.ts";
import type { Interval } from "../../figures/view.ts";
import { BADGES, isNumbered, withBadges } from "./badges.ts";
import { endNames, leadersTo } from "./curve-names.ts";
import { axisRange, listIn, type PlainFigure, type PlainObject } from "./plain-figure.ts";

interface Place extends Size {
  readonly isLandscape: boolean;
  /** A map that is asked about has its axes. */
  readonly isRead?: boolean;
}

/** What the bar below a film takes; on a map it lies over the lower edge. */
const BAR = 26;
const FILM_BAR: Size = { width: 270, height: 36 };

/** How the paths of a map grow. */
const PLAYED = { plays: { counts: "step", along: "points" } };

/** What the sliders above a figure take. */
const SLIDERS = 52;

/** Whether a figure has sliders above it. */
export const isSlid = ({ layout }: PlainFigure): boolean =>
  (layout["meta"] as { readonly slid?: unknown } | undefined)?.slid !== undefined;

export function forSlide(figure: PlainFigure, place: Place): PlainFigure {
  const { data, layout, frames } = figure;
  const { width, isLandscape } = place;
  const isPlayed = isLandscape && data.some(hasSteps) && axisRange(layout, "yaxis") !== undefined;
  const isFilm = isPlayed || growthOf(layout) !== undefined || (frames !== undefined && frames.length > 0);
  const height = Math.floor(
    place.height - (isFilm && !isLandscape ? BAR : 0) - (isSlid(figure) ? SLIDERS : 0),
  );
  const all = larger(layout) as PlainObject;
  const size = { width: Math.floor(width), height };
  const hasBadges = !isLandscape && isNumbered(figure);
  const own = isLandscape
    ? mapOf(all, isPlayed, place.isRead === true && !isPlayed)
    : chartOf(data, all, size, hasBadges ? BADGES : undefined);
  const whole = { ...all, ...size, ...own };
  const traces = [
    ...data.map((trace) => larger(trace) as PlainObject).map(withoutBarName),
    ...leadersTo(data, whole, plotOf(size)),
  ];
  const still: PlainFigure = { data: traces, layout: isPlayed ? { meta: PLAYED } : {}, frames: frames ?? [] };
  const shown = { ...growing(still), layout: whole };
  return hasBadges ? withBadges(shown, plotOf(size)) : shown;
}

/** The recipe of a landscape that goes from edge to edge; a unit is as long on both axes. */
export function bled(
  specification: unknown,
  draw: (specification: unknown) => PlainFigure,
  place: Size,
): unknown {
  const view = reachingView(draw(specification).layout, place);
  if (view === undefined) return specification;
  const { options, ...rest } = specification as { readonly options?: object };
  return { ...rest, options: { ...options, view } };
}

/** Beside code only where the paths go is looked at. */
export function withoutAxes({ layout, ...figure }: PlainFigure): PlainFigure {
  const bare = (name: string): PlainObject => ({ ...(layout[name] as PlainObject), visible: false });
  return { ...figure, layout: { ...layout, xaxis: bare("xaxis"), yaxis: bare("yaxis") } };
}

/** A map without its axes, but where they are read; where it plays, names leave room for the bar. */
function mapOf(layout: PlainObject, isPlayed: boolean, isRead: boolean): PlainObject {
  const bare = (name: string): PlainObject => {
    const axis = layout[name] as PlainObject;
    return { ...axis, scaleanchor: undefined, constrain: undefined, visible: isRead };
  };
  const meta = layout["meta"] as PlainObject | undefined;
  const own = isPlayed ? { film: { counts: "step" }, names: { corner: FILM_BAR } } : {};
  return { xaxis: bare("xaxis"), yaxis: bare("yaxis"), meta: { ...meta, ...own } };
}

/** Beside the plot; the names of the axes stand at their ends. */
const MARGIN = { l: 8, r: 4, t: 2, b: 20 };
const NAME = 17;

/** The name of the lower one stands behind the numbers of its row, or above them where it is long or the axis does not go on. */
const BELOW = { yanchor: "top", yshift: -3 };
const WITHIN = { yanchor: "bottom", yshift: 2 };

/** The box of the axes of a chart, beside its numbers and above them. */
const plotOf = ({ width, height }: Size): Size => ({
  width: width - 60,
  height: height - MARGIN.t - NAME - MARGIN.b,
});

/** A chart with the names of its curves within, at their ends, and those of its axes at their ends too; its legend stands beside it. */
function chartOf(
  data: readonly PlainObject[],
  layout: PlainObject,
  { width, height }: Size,
  badges?: number,
): PlainObject {
  const named = endNames(layout, width, height);
  const axes = ["xaxis", "yaxis"].map((name) => layout[name] as PlainObject | undefined);
  const isPlain =
    axes.every((one) => one !== undefined) && !Object.keys(layout).some((key) => /^[xy]axis\d/.test(key));
  if (!isPlain) return { margin: { l: 30, r: 12, t: 12, b: 34 }, showlegend: false, annotations: [...named] };
  // A map with names at its paths gets its axes within when it is drawn.
  if (hasNamesAtPaths({ data, layout })) return {};
  if (isRound(layout)) return { ...axesWithin(covering(data, layout, { width, height })), width, height };
  const inner = plotOf({ width, height }).width;
  const range = endRange(data, layout);
  const [x, y] = axes.map((one) => titleOf(one));
  const ends = badges ?? named.room ?? 0;
  const numbers = ticksIn(axes[0]!, range);
  const isWithin = range !== undefined && (ends > 0 || (x!.length <= SHORT && "tickvals" in numbers));
  const room = isWithin ? Math.max(ends, widthOfName(x!)) : ends;
  const share = isWithin ? (inner - room) / inner : 1;
  const bar = data.map(barOf).find((one) => one !== undefined);
  return {
    xaxis: {
      ...axes[0],
      ...numbers,
      ...(isWithin && { range: [range[0], range[0] + (range[1] - range[0]) / share] }),
      title: undefined,
    },
    yaxis: { ...axes[1], title: undefined },
    margin: {
      ...MARGIN,
      t: MARGIN.t + NAME,
      r: isWithin || room === 0 ? MARGIN.r : room,
    },
    annotations: [
      ...named.map((one) => (one["xref"] === "paper" && one["x"] === 1 ? { ...one, x: share } : one)),
      axisName(y, { x: 0, y: 1, xanchor: "left", yanchor: "bottom", yshift: 2 }),
      ...(bar === undefined
        ? []
        : [axisName(titleOf(bar), { x: 1, y: 1, xanchor: "right", yanchor: "bottom", yshift: 2 })]),
      axisName(x, { x: 1, y: 0, xanchor: "right", ...(isWithin ? BELOW : WITHIN) }),
    ],
    showlegend: false,
  };
}

/** The layout of a map from edge to edge; it has room around what is drawn on it. */
function covering(data: readonly PlainObject[], layout: PlainObject, size: Size): PlainObject {
  const view = data.some(({ type }) => type === "contour") ? coveringView(layout, size) : undefined;
  if (view === undefined) return layout;
  const axis = (name: string, range: Interval): PlainObject => ({ ...(layout[name] as PlainObject), range });
  return { ...layout, xaxis: axis("xaxis", view[0]), yaxis: axis("yaxis", view[1]) };
}

const barOf = (trace: PlainObject): PlainObject | undefined => trace["colorbar"] as PlainObject | undefined;

/** The name of a scale of colours stands above it, as those of axes do. */
function withoutBarName(trace: PlainObject): PlainObject {
  const bar = barOf(trace);
  return bar === undefined
    ? trace
    : { ...trace, colorbar: { ...bar, title: undefined, thickness: 14, x: 1, xpad: 5 } };
}

/** From where to where curves go, on an axis that can go on behind their ends; as its ranges are, by powers of ten where it is logarithmic. */
function endRange(data: readonly PlainObject[], layout: PlainObject): readonly [number, number] | undefined {
  const { type = "linear", rangemode } = layout["xaxis"] as PlainObject;
  const own = axisRange(layout, "xaxis");
  if (own !== undefined) return own;
  if (type !== "linear" && type !== "log") return undefined;
  const all = data.flatMap(({ x }) => numbersIn(x));
  const [least, most] = extent(type === "log" ? all.map(Math.log10).filter(Number.isFinite) : all);
  if (least === undefined || least === most) return undefined;
  return [type === "linear" && rangemode === "tozero" ? Math.min(0, least) : least, most];
}

const numbersIn = (list: unknown): number[] =>
  listIn(list).filter((one): one is number => Number.isFinite(one));

/** No tick stands behind the ends of curves. */
function ticksIn(axis: PlainObject, range: readonly [number, number] | undefined): PlainObject {
  const hasOwn = ["tickvals", "dtick", "tickmode"].some((key) => axis[key] !== undefined);
  return hasOwn || range === undefined || axis["type"] === "log" ? {} : { tickvals: ticks(...range, 6) };
}

/** The width of a letter in the smallest type, and of what lies between a tick's number and a name. */
const LETTER = 8;
const APART = 24;

/** A name of more letters would take too much of a chart that needs no room behind its curves. */
const SHORT = 9;

/** What the name of an axis takes at the end of its row. */
const widthOfName = (name: string): number => LETTER * name.length + APART;

/** A path; a single step is no film. */
const hasSteps = ({ type, mode, x }: PlainObject): boolean =>
  type === "scatter" && mode === "lines+markers" && (x as readonly unknown[]).length > 2;

/** All type at least as large as is read from the back. */
function larger(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((one) => larger(one)) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      /font$/.test(key) && name === "size" ? Math.max(AXIS_TYPE, Number(one)) : larger(one, name),
    ]),
  );
}
