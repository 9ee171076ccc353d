/** A map as it is drawn in its place: from edge to edge, its numbers within, names at its paths and minima and no legend. */
import { isRecord } from "../arguments.ts";
import { AXIS_TYPE, axesWithin, isRound } from "./axes-within.ts";
import { boldWidth, wordWidth } from "./letters.ts";
import { besidePaths, NamePlaces, type NameSize } from "./name-places.ts";
import { withoutShared } from "./labels.ts";
import { INK } from "./palette.ts";
import { START_WORDS } from "./paths.ts";
import { type Box, fitted, type Pixels } from "./pixels.ts";
import type { Drawing, PlotlyObject } from "./plotly.ts";
import type { Interval } from "./view.ts";

/** A picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What `layout.meta.names` says of a map that is drawn so. */
export interface NamesAtPaths {
  /** How large that is which lies over its lower left corner. */
  readonly corner?: Size;
}

const HEIGHT = 17;
const BESIDE = 9;
const OFF_RING = 12;
const EDGE = 9;

/** What numbers take along the left and the lower edge, and a title above. */
const NUMBERS: Size = { width: 34, height: 20 };
const TITLE = 34;

/** Whether names stand at its paths, and not in a legend. */
export const hasNamesAtPaths = ({ layout }: Drawing): boolean => askedIn(layout) !== undefined;

const askedIn = ({ meta }: PlotlyObject): NamesAtPaths | undefined =>
  isRecord(meta) && isRecord(meta["names"]) ? meta["names"] : undefined;

/** The layout of a figure that is drawn in this size; as it is where its names stand in a legend. */
export function namedAtPaths({ data, layout }: Drawing, size: Size): PlotlyObject {
  const asked = askedIn(layout);
  const [x, y] = [rangeOf(layout["xaxis"]), rangeOf(layout["yaxis"])];
  const isSeen = size.width > 0 && size.height > 0;
  if (asked === undefined || x === undefined || y === undefined || !isSeen) return layout;
  const top = layout["title"] === undefined ? 0 : TITLE;
  const whole = { left: 0, top, right: size.width, bottom: size.height };
  const box = isRound(layout) ? fitted(whole, x, y) : whole;
  const within = axesWithin(layout);
  return {
    ...within,
    margin: { l: 0, r: 0, t: top, b: 0 },
    annotations: [
      ...(within["annotations"] as readonly PlotlyObject[]).filter((word) => !isFree(word)),
      ...namesIn(new MapPlaces(box, x, y), { data, layout }, asked),
    ],
  };
}

function rangeOf(axis: unknown): Interval | undefined {
  const { range } = (isRecord(axis) ? axis : {}) as { readonly range?: unknown };
  const isRange = Array.isArray(range) && range.length === 2 && range.every(Number.isFinite);
  return isRange ? (range as unknown as Interval) : undefined;
}

function namesIn(places: MapPlaces, { data, layout }: Drawing, { corner }: NamesAtPaths): PlotlyObject[] {
  const { box } = places;
  const { left, right, top, bottom } = box;
  const marks = data
    .filter(({ type }) => type === "scatter")
    .map((trace) => ({ trace, at: places.of(trace) }));
  const names = new NamePlaces(
    { left: left + EDGE, right: right - EDGE, top: top + EDGE, bottom: bottom - EDGE },
    marks.flatMap(({ trace, at }) => (isLine(trace) ? [at] : at.map((mark) => around(mark, trace)))),
  );
  if ((layout["xaxis"] as PlotlyObject)["visible"] !== false) {
    names.leave({ ...box, right: left + NUMBERS.width });
    names.leave({ ...box, top: bottom - NUMBERS.height });
  }
  if (corner !== undefined) names.leave({ ...box, right: left + corner.width, top: bottom - corner.height });
  const words = (layout["annotations"] ?? []) as readonly Word[];
  for (const word of words) if (!isFree(word)) names.leave(places.boxOf(word));
  const sizeOf = (text: string, off: number): NameSize => ({
    width: boldWidth(text, AXIS_TYPE),
    height: HEIGHT,
    off,
  });
  const free = words.filter(isFree).map((word) => {
    const found = names.beside(places.of({ x: [word.x], y: [word.y] }), sizeOf(word.text, OFF_RING));
    return { ...word, ...places.middleOf(found), xanchor: "center", xshift: 0, yshift: 0 };
  });
  const rings = marks.filter(({ trace }) => isFree(trace)).flatMap(({ at }) => at.map(String));
  const isUnmoved = (at: readonly Pixels[]): boolean => at.every((place) => rings.includes(String(place)));
  const named = marks.filter(({ trace, at }) => hasName(trace) && !isUnmoved(at));
  const short = ownNames(named.map(({ trace }) => trace));
  const nameOf = (trace: PlotlyObject): string => short.get(trace) ?? String(trace["name"]);
  const placed = besidePaths(names, named, ({ trace }) => sizeOf(nameOf(trace), BESIDE));
  const beside = placed.flatMap(([{ trace, at }, found]) => {
    const font = { size: AXIS_TYPE, color: isLine(trace) ? colorOf(trace["line"]) : INK.color };
    const lead = isLine(trace) ? names.leadOf(found, at) : undefined;
    return [
      { ...places.middleOf(found), text: `<b>${nameOf(trace)}</b>`, showarrow: false, font },
      ...(lead === undefined ? [] : [places.lineTo(lead, found, font.color)]),
    ];
  });
  return [...free, ...beside];
}

/** What paths of one rule differ in. */
function ownNames(traces: readonly PlotlyObject[]): Map<PlotlyObject, string> {
  const paths = traces.filter(isLine);
  const names = withoutShared(paths.map(({ name }) => String(name).split(", ")));
  return new Map(paths.map((path, k) => [path, names[k]!.join(", ")]));
}

/** Whether it is a start, whose words are placed as names are. */
const isFree = ({ name }: { readonly name?: unknown }): boolean => name === START_WORDS;

/** Where a mark reaches to. */
function around([x, y]: Pixels, { marker }: PlotlyObject): Pixels[] {
  const half = isRecord(marker) ? Number(marker["size"] ?? 0) / 2 : 0;
  if (half === 0) return [[x, y]];
  return [[x - half, y], [x, y - half], [x + half, y], [x, y + half], [x - half, y]]; // prettier-ignore
}

const isLine = ({ mode }: PlotlyObject): boolean => String(mode).includes("lines");

const colorOf = (line: unknown): unknown => (isRecord(line) ? line["color"] : undefined);

/** Whether a legend would have it, with a marker: a path, or minima. */
const hasName = ({ mode, showlegend }: PlotlyObject): boolean =>
  String(mode).includes("markers") && showlegend !== false;

/** A word that stands there already. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly name?: string;
  readonly xanchor?: string;
  readonly xshift?: number;
  readonly yshift?: number;
}

/** Places on a map, in pixels. */
class MapPlaces {
  readonly box: Box;
  readonly #x: Interval;
  readonly #y: Interval;

  constructor(box: Box, x: Interval, y: Interval) {
    [this.box, this.#x, this.#y] = [box, x, y];
  }

  /** Those of a trace that are seen. */
  of({ x, y }: PlotlyObject): Pixels[] {
    const [across, up] = [x ?? [], y ?? []] as [ArrayLike<number | null>, ArrayLike<number | null>];
    return Array.from(across, (one, k) => this.#at(one ?? NaN, up[k] ?? NaN)).filter((one) =>
      this.#isSeen(one),
    );
  }

  boxOf({ x, y, text, xanchor, xshift = 0, yshift = 0 }: Word): Box {
    const width = wordWidth(text.length, AXIS_TYPE);
    const [across, down] = this.#at(x, y);
    const left = across + xshift - (xanchor === "right" ? width : xanchor === "left" ? 0 : width / 2);
    return { left, right: left + width, top: down - yshift - HEIGHT / 2, bottom: down - yshift + HEIGHT / 2 };
  }

  /** The middle of a box, in the units of the axes. */
  middleOf({ left, right, top, bottom }: Box): { readonly x: number; readonly y: number } {
    const { box } = this;
    const along = ([from, to]: Interval, share: number): number => from + share * (to - from);
    return {
      x: along(this.#x, ((left + right) / 2 - box.left) / (box.right - box.left)),
      y: along(this.#y, (box.bottom - (top + bottom) / 2) / (box.bottom - box.top)),
    };
  }

  /** From a place to the nearest edge of a name. */
  lineTo([x, y]: Pixels, { left, right, top, bottom }: Box, arrowcolor: unknown): PlotlyObject {
    const [ax, ay] = [Math.min(Math.max(x, left), right) - x, Math.min(Math.max(y, top), bottom) - y];
    const place = this.middleOf({ left: x, right: x, top: y, bottom: y });
    return { ...place, text: "", showarrow: true, arrowhead: 0, arrowwidth: 1.5, arrowcolor, ax, ay };
  }

  #at(x: number, y: number): Pixels {
    const { left, right, top, bottom } = this.box;
    const share = ([from, to]: Interval, value: number): number => (value - from) / (to - from);
    return [left + share(this.#x, x) * (right - left), bottom - share(this.#y, y) * (bottom - top)];
  }

  #isSeen([x, y]: Pixels): boolean {
    const { left, right, top, bottom } = this.box;
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}
