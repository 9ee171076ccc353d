/** Names at the ends of curves, and words for those that leave the chart. */
import { mean } from "d3-array";
import { wordWidth } from "./letters.ts";
import { type Colours, INK, PAPER } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";
import { readable } from "./readable.ts";
import type { Scale } from "./scale.ts";
import { spreadApart } from "./spread.ts";
import { extremes, type Interval, rounded } from "./view.ts";

/** A curve to be named. */
export interface NamedCurve {
  readonly name: string;
  readonly colours: Colours;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** The height that curves are laid out for, in pixels; a page may draw them higher. */
export const PLOT_HEIGHT = 320;

const SIZE = 13;
const LINE = 16;

/** Between names of several lines, besides. */
const BETWEEN = 6;

/** Beside the ends. */
const BESIDE = 8;

/** So far Plotly's buttons reach down into the plot, in its upper right corner. */
const BUTTONS = 20;

/** The colours of a curve's name, in which small text is read. @param ground what it stands on */
export function nameColours({ color, dark }: Colours, ground: Colours = PAPER): Colours {
  return { color: readable(color, ground.color), dark: readable(dark, ground.dark) };
}

/** What of a vertical axis holds some curves; above a limit they leave the chart. */
export function rangeFor(curves: readonly NamedCurve[], scale: Scale, limit: number | undefined): Interval {
  const placed = curves.flatMap(({ values }) => values.map((value) => onAxis(value, scale)));
  const [low = 0, high = 1] = extremes(placed.filter(Number.isFinite));
  const most = limit === undefined ? Infinity : onAxis(limit, scale);
  const top = Math.max(low, Math.min(high, Number.isFinite(most) ? most : Infinity));
  const room = 0.06 * (top - low) || 1;
  return [rounded(low - room, 6), rounded(top + room, 6)];
}

/** Names beside the right edge, each as high as its curve ends, of those that end together the higher curve's first, and how much room they take there. */
export function endNames(
  curves: readonly NamedCurve[],
  scale: Scale,
  range: Interval,
): { words: PlotlyObject[]; room: number } {
  const pixel = (at: number): number => ((range[1] - at) / (range[1] - range[0])) * PLOT_HEIGHT;
  const ends = curves
    .flatMap((curve) => {
      const value = curve.values.findLast((one) => Number.isFinite(onAxis(one, scale)));
      const at = value === undefined ? NaN : onAxis(value, scale);
      const height = mean(curve.values.map((one) => onAxis(one, scale)).filter(Number.isFinite)) ?? at;
      return at >= range[0] && at <= range[1] ? [{ curve, at, height, lines: linesOf(curve.name) }] : [];
    })
    .sort((a, b) => Math.round(pixel(a.at)) - Math.round(pixel(b.at)) || b.height - a.height);
  const most = Math.max(1, ...ends.map(({ lines }) => lines.length));
  const gap = LINE * most + (most > 1 ? BETWEEN : 0);
  const ys = spreadApart(
    ends.map(({ at }) => pixel(at)),
    { top: BUTTONS + gap / 2, bottom: PLOT_HEIGHT + 2 - gap / 2, gap },
  );
  const longest = Math.max(0, ...ends.flatMap(({ lines }) => lines.map(({ length }) => length)));
  return {
    room: Math.round(BESIDE + 8 + wordWidth(longest, SIZE)),
    words: ends.map(({ curve, at, lines }, k) => ({
      xref: "paper",
      x: 1,
      y: rounded(at, 6),
      name: curve.name,
      text: lines.join("<br>"),
      showarrow: false,
      align: "left",
      xanchor: "left",
      xshift: BESIDE,
      yshift: Math.round(pixel(at) - ys[k]!),
      font: { color: nameColours(curve.colours).color, size: SIZE },
    })),
  };
}

/** A word where a curve leaves the chart at its top. */
export function exitWords(curves: readonly NamedCurve[], scale: Scale, [, top]: Interval): PlotlyObject[] {
  const exits = curves.flatMap((curve) => {
    const k = curve.values.findIndex((value) => !(onAxis(value, scale) <= top) && value > 0);
    return k < 1 ? [] : [{ curve, step: curve.steps[k]! }];
  });
  return exits.map(({ curve, step }, k) => ({
    x: step,
    y: top,
    text: `<b>▲</b> ${curve.name}: off the chart at step ${step}`,
    showarrow: false,
    xanchor: "left",
    yanchor: "top",
    xshift: -6,
    yshift: -LINE * k,
    font: { color: nameColours(curve.colours).color, size: SIZE },
    bgcolor: PAPER.color,
  }));
}

/** The colours of names, with their counterparts on a dark page. */
export function endColours(curves: readonly NamedCurve[]): Colours[] {
  return [INK, ...curves.flatMap(({ colours }) => [colours, nameColours(colours)])];
}

/** Where a value stands on the axis, as its range and its words count: an axis of logarithms counts exponents. */
function onAxis(value: number, { axis, place }: Scale): number {
  const placed = place(value) ?? NaN;
  return axis.type === "log" ? Math.log10(placed) : placed;
}

/** Names of more letters are set in lines: what it is, and what tells it from others of its kind. */
const LONG = 20;

const linesOf = (name: string): string[] => (name.length > LONG ? name.split(/(?<=,) /) : [name]);
