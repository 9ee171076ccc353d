/** A figure as it stands on a slide: names at the paths and no legend, larger type, steps that can be played. */
import { namesOfPaths, type Size } from "./path-names.ts";
import type { PlainFigure, PlainObject } from "./plain-figure.ts";

/** Words on a figure, and the room that they take beside it. */
type Named = PlainObject[] & { room?: number };

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

/** What of the width lies under the words, where a figure goes from edge to edge; and of the height under bar and kicker. */
const UNDER = 0.62;
const MARGIN = 0.16;

/** What the words cover of it. */
const COVERED = 0.46;

export function forSlide({ data, layout, frames }: PlainFigure, place: Place): PlainFigure {
  const { width, height, isBled, isLandscape } = place;
  const paths = isLandscape ? data.filter(isPath) : [];
  const isPlayed = paths.length > 0 && axisRange(layout, "yaxis") !== undefined;
  const isFilm = isPlayed || (frames !== undefined && frames.length > 0);
  const high = Math.floor(height - (isFilm && !isBled ? BAR : 0));
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
    ...(isBled ? withoutAxes(all) : {}),
    width: Math.floor(width),
    height: high,
    margin: isBled ? { l: 0, r: 0, t: 0, b: 0 } : { l: 30, r: named.room ?? 12, t: above, b: 34 },
    annotations: [...named],
    ...top,
    modebar: { bgcolor: "rgba(0,0,0,0)" },
  };
  return {
    data: data.map((trace) => larger(areHalved ? inTwoLines(trace) : trace) as PlainObject),
    layout: isPlayed ? { ...drawn, meta: { ...(all["meta"] as object), film: { counts: "step" } } } : drawn,
    frames: isPlayed ? stepsOf(data) : (frames ?? []),
  };
}

/** Tick labels and names of axes take about so much of a figure's width and height. */
const BESIDE_PLOT = 56;
const BELOW_PLOT = 44;

/** The plot inside a figure, smaller on one side where a unit is as long on both axes. */
function plotOf(layout: PlainObject, width: number, height: number): Size {
  const inner = { width: width - BESIDE_PLOT, height: height - BELOW_PLOT, from: 0 };
  if ((layout["yaxis"] as PlainObject)["scaleanchor"] === undefined) return inner;
  const [x, y] = ["xaxis", "yaxis"].map((name) => axisRange(layout, name)!);
  const unit = Math.min(inner.width / (x![1] - x![0]), inner.height / (y![1] - y![0]));
  return { width: unit * (x![1] - x![0]), height: unit * (y![1] - y![0]), from: 0 };
}

/** The recipe of a landscape that goes from edge to edge: its view reaches on under the words. */
export function bled(specification: unknown, draw: (specification: unknown) => PlainFigure): unknown {
  const { layout } = draw(specification);
  const { options, ...rest } = specification as { readonly options?: object };
  const [x, y] = [axisRange(layout, "xaxis"), axisRange(layout, "yaxis")];
  if (x === undefined || y === undefined) return specification;
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const view = [
    [x[0] - UNDER * width, x[1] + 0.04 * width],
    [y[0] - MARGIN * height, y[1] + MARGIN * height],
  ];
  return { ...rest, options: { ...options, view } };
}

function isPath({ type, mode }: PlainObject): boolean {
  return type === "scatter" && mode === "lines+markers";
}

function axisRange(layout: PlainObject, name: string): readonly [number, number] | undefined {
  const { range } = (layout[name] ?? {}) as { readonly range?: readonly [number, number] };
  return range;
}

function annotationsOf(layout: PlainObject): Named {
  return [...((layout["annotations"] ?? []) as readonly PlainObject[])];
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

const LINE = 18;
const LETTER = 8.6;

/** A name of more letters breaks between its words. */
const LONG = 11;

const piecesOf = (name: string): string[] => name.replaceAll("<br>", " ").split(/(?<=,) /);

const wordsOf = (piece: string): string[] =>
  piece.length > LONG && !piece.includes("=") ? piece.split(" ") : [piece];

/** Names at the ends of curves, in lines as short as they can be, and apart from one another at this height. */
function endNames(layout: PlainObject, width: number, height: number): Named {
  const all = annotationsOf(layout);
  const isEnd = ({ xref, x, xanchor }: PlainObject): boolean =>
    xref === "paper" && x === 1 && xanchor === "left";
  const range = axisRange(layout, "yaxis");
  const ends = all.filter(isEnd);
  if (range === undefined || ends.length === 0) return all;
  const plot = height - 46;
  const pixel = (y: number): number => ((range[1] - y) / (range[1] - range[0])) * plot;
  const pieces = ends.map((end) => piecesOf(String(end["text"])));
  const short = pieces.map((lines) => lines.flatMap(wordsOf));
  const fits = LINE * short.flat().length <= plot;
  const lined = ends
    .map((end, k) => ({ end, lines: (fits ? short : pieces)[k]! }))
    .sort((a, b) => Number(b.end["y"]) - Number(a.end["y"]));
  let bottom = -Infinity;
  const placed = lined.map(({ end, lines }) => {
    const half = (LINE * lines.length) / 2;
    const centre = Math.max(pixel(Number(end["y"])), bottom + half + 2);
    bottom = centre + half;
    return { end, lines, centre };
  });
  const over = Math.max(0, bottom - plot - 14);
  const names = placed.map(({ end, lines, centre }) => ({
    ...end,
    text: lines.join("<br>"),
    yshift: Math.round(pixel(Number(end["y"])) - (centre - over)),
  }));
  const longest = Math.max(...lined.flatMap(({ lines }) => lines.map(({ length }) => length)));
  const room = Math.min(Math.round(14 + LETTER * longest), Math.round(width * 0.42));
  return Object.assign([...all.filter((one) => !isEnd(one)), ...names], { room });
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
