import type { Dash } from "../rules/look.ts";
import type { PlotlyObject } from "./plotly.ts";
import { type Colours, INK, PAPER } from "./palette.ts";
import { readable } from "./readable.ts";
import { placeLabel, type PlacedLabel, type Segment } from "./label-placement.ts";
import { type Interval, rounded } from "./view.ts";

export type Point = readonly [number, number];

/** The first two coordinates of a vector. */
export const pointOf = (w: ArrayLike<number>): Point => [w[0]!, w[1]!];

/** An arrow of a picture, named on the arrow itself. */
export interface Arrow {
  readonly label: string;
  readonly from: Point;
  readonly to: Point;
  readonly colour: Colours;
  readonly dash?: Dash;
  readonly width?: number;
}

/** The vector of an arrow. */
export function vectorOf({ from, to }: Arrow): [number, number] {
  return [to[0] - from[0], to[1] - from[1]];
}

/** Arrows that can be seen: those that have a length; of several that coincide the last, with the names of all. */
export function visible(arrows: readonly Arrow[]): Arrow[] {
  const lengths = arrows.map(lengthOf);
  const least = 1e-3 * Math.max(0, ...lengths);
  const near = (a: Point, b: Point): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < least / 10;
  const long = arrows.filter((_, k) => lengths[k]! > least);
  return long.flatMap((arrow) => {
    const same = long.filter(({ from, to }) => near(from, arrow.from) && near(to, arrow.to));
    if (same.at(-1) !== arrow) return [];
    return [
      {
        ...arrow,
        label: same
          .map(({ label }) => label)
          .reverse()
          .join(" = "),
      },
    ];
  });
}

/** The size in pixels of the plot that arrows are laid out for; a page may draw it larger or smaller. */
export const PLOT = { width: 566, height: 420 };

/** The ranges, as wide for their height as the plot, that hold some points with room around them for labels. */
export function viewAround(points: readonly Point[], width = PLOT.width): readonly [Interval, Interval] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const aspect = width / PLOT.height;
  const across = 1.5 * Math.max(right - left, (top - bottom) * aspect) || 1;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [
    [rounded(x - across / 2, 6), rounded(x + across / 2, 6)],
    [rounded(y - across / aspect / 2, 6), rounded(y + across / aspect / 2, 6)],
  ];
}

const lengthOf = (arrow: Arrow): number => Math.hypot(...vectorOf(arrow));

/** Arrows as traces, the shorter above the longer: a line with a head at its end. */
export function arrowTraces(arrows: readonly Arrow[]): PlotlyObject[] {
  const drawn = arrows.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  return drawn.map(({ label, from, to, colour: { color }, dash = "solid", width = 3 }) => ({
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x: [rounded(from[0], 6), rounded(to[0], 6)],
    y: [rounded(from[1], 6), rounded(to[1], 6)],
    line: { color, dash, width, backoff: [0, 4] },
    marker: {
      color,
      symbol: "arrow",
      angleref: "previous",
      size: [0, 15],
      opacity: [0, 1],
      line: { width: 0 },
    },
    hovertemplate: `%{fullData.name}<br>(${rounded(to[0] - from[0])}, ${rounded(to[1] - from[1])})<extra></extra>`,
    showlegend: false,
  }));
}

/** The names of arrows, each along its arrow and clear of the others. */
export function arrowLabels(
  arrows: readonly Arrow[],
  [horizontal, vertical]: readonly [Interval, Interval],
  width = PLOT.width,
): PlotlyObject[] {
  const unit = width / (horizontal[1] - horizontal[0]);
  const pixel = ([x, y]: Point): Point => [(x - horizontal[0]) * unit, (vertical[1] - y) * unit];
  const segments: Segment[] = arrows.map(({ from, to }) => ({ from: pixel(from), to: pixel(to) }));
  const placed: PlacedLabel[] = [];
  return arrows.map(({ label, from, to, colour }, k) => {
    const place = placeLabel(label, segments, k, placed);
    placed.push(place);
    return {
      x: rounded(from[0] + place.along * (to[0] - from[0]), 6),
      y: rounded(from[1] + place.along * (to[1] - from[1]), 6),
      text: label,
      showarrow: false,
      xshift: Math.round(place.shift[0]),
      yshift: 0 - Math.round(place.shift[1]),
      ...(place.angle === 0 ? {} : { textangle: Math.round(place.angle) }),
      font: { color: wordColour(colour), size: 13 },
    };
  });
}

/** A colour in which words can be read on a dark page too. */
const wordColour = ({ color, dark }: Colours): string =>
  readable(dark, PAPER.dark) === dark ? color : INK.color;
