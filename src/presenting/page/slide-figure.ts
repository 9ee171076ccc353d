/** A figure as it stands on a slide: names at the paths and no legend, larger type, steps that can be played. */
import { endNames } from "./curve-names.ts";
import { namesOfPaths, type Size } from "./path-names.ts";
import { annotationsOf, axisRange, type Named, type PlainFigure, type PlainObject } from "./plain-figure.ts";

interface Place {
  readonly width: number;
  readonly height: number;
  /** From edge to edge of the slide. */
  readonly isBled: boolean;
  readonly isLandscape: boolean;
}

/** The smallest type, which is enlarged with the figure. */
const LEAST = 13;

/** What the bar below a film takes. */
const BAR = 40;

/** What the sliders above a figure take. */
const SLIDERS = 64;

/** Whether a figure has sliders above it. */
export const isSlid = ({ layout }: PlainFigure): boolean =>
  (layout["meta"] as { readonly slid?: unknown } | undefined)?.slid !== undefined;

/** What of the width lies under the words, where a figure goes from edge to edge; and of the height under bar and kicker. */
const UNDER = 0.62;
const BEYOND = 0.04;
const MARGIN = 0.16;

/** What the words cover of it. */
const COVERED = 0.46;

export function forSlide(figure: PlainFigure, place: Place): PlainFigure {
  const { data, layout, frames } = figure;
  const { width, height, isBled, isLandscape } = place;
  const paths = isLandscape ? data.filter(isPath) : [];
  const isPlayed = paths.length > 0 && axisRange(layout, "yaxis") !== undefined;
  const isFilm = isPlayed || (frames !== undefined && frames.length > 0);
  const high = Math.floor(height - (isFilm && !isBled ? BAR : 0) - (isSlid(figure) ? SLIDERS : 0));
  const all = larger(layout) as PlainObject;
  const { above, areHalved = false, ...top } = legendOf(data, all, isPlayed, width);
  const named: Named = isPlayed
    ? [
        ...annotationsOf(all),
        ...namesOfPaths(
          data,
          all,
          isBled ? { width, height: high, from: COVERED * width } : plotOf(all, width, high - above),
        ),
      ]
    : endNames(all, width, high);
  const drawn = {
    ...all,
    ...(isBled ? withoutAxes(all) : isLandscape ? withoutTitles(all) : {}),
    width: Math.floor(width),
    height: high,
    margin: isBled
      ? { l: 0, r: 0, t: 0, b: 0 }
      : { l: 30, r: named.room ?? 12, t: above, b: isLandscape ? 24 : 34 },
    annotations: [...named, ...(isLandscape && !isBled ? titlesWithin(all) : [])],
    ...top,
    modebar: { bgcolor: "rgba(0,0,0,0)" },
  };
  return {
    data: data
      .map((trace) => larger(areHalved ? inTwoLines(trace) : trace) as PlainObject)
      .map(withNarrowBar),
    layout: isPlayed ? { ...drawn, meta: { ...(all["meta"] as object), film: { counts: "step" } } } : drawn,
    frames: isPlayed ? stepsOf(data) : (frames ?? []),
  };
}

/** The name of a scale of colours stands along it. */
function withNarrowBar(trace: PlainObject): PlainObject {
  const bar = trace["colorbar"] as PlainObject | undefined;
  if (bar === undefined) return trace;
  return { ...trace, colorbar: { ...bar, title: { ...(bar["title"] as object), side: "right" } } };
}

/** Tick labels take about so much of a figure's width and height. */
const BESIDE_PLOT = 46;
const BELOW_PLOT = 26;

/** The plot inside a figure, smaller on one side where a unit is as long on both axes. */
function plotOf(layout: PlainObject, width: number, height: number): Size {
  const inner = { width: width - BESIDE_PLOT, height: height - BELOW_PLOT, from: 0 };
  if ((layout["yaxis"] as PlainObject)["scaleanchor"] === undefined) return inner;
  const [x, y] = ["xaxis", "yaxis"].map((name) => axisRange(layout, name)!);
  const unit = Math.min(inner.width / (x![1] - x![0]), inner.height / (y![1] - y![0]));
  return { width: unit * (x![1] - x![0]), height: unit * (y![1] - y![0]), from: 0 };
}

/**
 * The recipe of a landscape that goes from edge to edge: its view reaches on under the words; up and down so far that a unit
 * stays as long on both axes, where it is so and the map is wider than the slide.
 */
export function bled(
  specification: unknown,
  draw: (specification: unknown) => PlainFigure,
  slide: Pick<Place, "width" | "height">,
): unknown {
  const { layout } = draw(specification);
  const { options, ...rest } = specification as { readonly options?: object };
  const [x, y] = [axisRange(layout, "xaxis"), axisRange(layout, "yaxis")];
  if (x === undefined || y === undefined) return specification;
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const across = [x[0] - UNDER * width, x[1] + BEYOND * width];
  const isRound = (layout["yaxis"] as PlainObject)["scaleanchor"] !== undefined;
  const high = isRound ? ((across[1]! - across[0]!) * slide.height) / slide.width : 0;
  const margin = Math.max(MARGIN * height, (high - height) / 2);
  return { ...rest, options: { ...options, view: [across, [y[0] - margin, y[1] + margin]] } };
}

function isPath({ type, mode }: PlainObject): boolean {
  return type === "scatter" && mode === "lines+markers";
}

/** A legend in rows above the plot, unless the paths have their names beside them. */
function legendOf(
  data: readonly PlainObject[],
  { legend }: PlainObject,
  areNamed: boolean,
  width: number,
): {
  readonly above: number;
  readonly showlegend?: boolean;
  readonly legend?: object;
  readonly areHalved?: boolean;
} {
  const shown = data.filter(({ type, showlegend }) => type === "scatter" && showlegend !== false);
  if (areNamed || shown.length === 0) return { above: 12, showlegend: false };
  const lengths = shown.map(({ name }) => 50 + 7 * ((name as string | undefined) ?? "").length);
  const columns = Math.floor((width - 40) / Math.max(...lengths));
  if (columns > 1 || shown.length <= MANY)
    return {
      above: 10 + 20 * Math.ceil(shown.length / Math.max(1, columns)),
      legend: { ...(legend as object), maxheight: 1 },
    };
  return {
    above: 44 + 10 * shown.length,
    legend: { ...(legend as object), maxheight: 1, entrywidthmode: "fraction", entrywidth: 0.5 },
    areHalved: true,
  };
}

/** More names than this stand in two columns, long ones in two lines. */
const MANY = 4;
const LONG_NAME = 16;

function inTwoLines(trace: PlainObject): PlainObject {
  const { name } = trace;
  if (typeof name !== "string" || name.length <= LONG_NAME) return trace;
  const middle = name.indexOf(" ", name.length / 2 - 2);
  return middle === -1 ? trace : { ...trace, name: `${name.slice(0, middle)}<br>${name.slice(middle + 1)}` };
}

function withoutAxes(layout: PlainObject): PlainObject {
  const bare = (name: string): PlainObject => {
    const axis = layout[name] as PlainObject;
    return { ...axis, scaleanchor: undefined, constrain: undefined, visible: false };
  };
  return { xaxis: bare("xaxis"), yaxis: bare("yaxis") };
}

function withoutTitles(layout: PlainObject): PlainObject {
  const untitled = (name: string): PlainObject => ({ ...(layout[name] as PlainObject), title: undefined });
  return { xaxis: untitled("xaxis"), yaxis: untitled("yaxis") };
}

/** The names of the axes inside a map, at their ends. */
function titlesWithin(layout: PlainObject): PlainObject[] {
  const [across, up] = ["xaxis", "yaxis"].map((name) => {
    const { title } = layout[name] as { readonly title?: { readonly text?: string } };
    return `<i>${title?.text ?? ""}</i>`;
  });
  const own = { xref: "x domain", yref: "y domain", showarrow: false, font: { size: LEAST } };
  return [
    { ...own, text: across, x: 1, y: 0, xanchor: "right", yanchor: "bottom" },
    { ...own, text: up, x: 0, y: 1, xanchor: "left", yanchor: "top" },
  ];
}

/** All type at least as large as is read from the back. */
function larger(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((one) => larger(one)) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      /font$/.test(key) && name === "size" ? Math.max(LEAST, Number(one)) : larger(one, name),
    ]),
  );
}

/** A moment for each step: the paths as far as they have come. */
function stepsOf(data: readonly PlainObject[]): PlainObject[] {
  const paths = data.flatMap((trace, k) => (isPath(trace) ? [{ trace, k }] : []));
  const last = Math.max(...paths.map(({ trace }) => (trace["x"] as readonly unknown[]).length)) - 1;
  return Array.from({ length: last + 1 }, (_, t) => ({
    name: String(t),
    traces: paths.map(({ k }) => k),
    data: paths.map(({ trace }) => ({
      x: (trace["x"] as readonly unknown[]).slice(0, t + 1),
      y: (trace["y"] as readonly unknown[]).slice(0, t + 1),
    })),
  }));
}
