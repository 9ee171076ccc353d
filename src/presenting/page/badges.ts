/** The numbers of numbered curves in a film: beside their balls and apart from one another, in the end with their last values. */
import { INK, PAPER } from "../../figures/palette.ts";
import { spreadApart } from "../../figures/spread.ts";
import type { Size } from "../../figures/names-at-paths.ts";
import { numeral } from "../../math/numerals.ts";
import { axisRange, type PlainFigure, type PlainObject } from "./plain-figure.ts";

/** Pixels: a badge, the way from a ball to it and on to its value, and what all of it takes behind the curves. */
const BADGE = 20;
const BESIDE = 28;
const VALUE = 14;
export const BADGES = 110;

interface Moment {
  readonly traces?: readonly number[];
  /** Lines, and their balls. */
  readonly data: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[];
}

/** Whether it is a film of curves that have numbers for names. */
export function isNumbered({ data, frames = [] }: PlainFigure): boolean {
  const [moment] = frames as unknown as readonly Moment[];
  const lines = moment?.traces?.slice(0, -1).map((k) => data[k]!) ?? [];
  return lines.length > 0 && lines.every(({ mode, name }) => mode === "lines" && /^\d$/.test(String(name)));
}

/** The film with badges. @param plot the size of the box of its axes */
export function withBadges({ data, layout, frames = [] }: PlainFigure, plot: Size): PlainFigure {
  const moments = frames as unknown as readonly Moment[];
  const lines = moments[0]!.traces!.slice(0, -1).map((k) => data[k]!);
  const bare = { type: "scatter", hoverinfo: "skip", showlegend: false };
  const look: readonly PlainObject[] = [
    { ...bare, mode: "lines", line: { color: "#808080", width: 1.2 } },
    {
      ...bare,
      mode: "markers+text",
      text: lines.map(({ name }) => `<b>${String(name)}</b>`),
      textfont: { color: PAPER.color, size: 13 },
      marker: { color: lines.map(({ line }) => (line as PlainObject)["color"]), size: BADGE, opacity: 1 },
    },
    { ...bare, mode: "text", textposition: "middle right", textfont: { color: INK.color, size: 13 } },
  ];
  const all = moments.map((moment) => badgesOf(moment, layout, plot, moment === moments.at(-1)));
  const traces = look.map((_, k) => data.length + k);
  return {
    data: [...data, ...look.map((trace, k) => ({ ...trace, ...all.at(-1)![k] }))],
    layout,
    frames: moments.map((moment, k) => ({
      ...moment,
      traces: [...moment.traces!, ...traces],
      data: [...moment.data, ...all[k]!],
    })),
  };
}

/** Of one moment: the lines from balls to badges, the badges, and the values. */
function badgesOf({ data }: Moment, layout: PlainObject, plot: Size, isLast: boolean): PlainObject[] {
  const { x, y } = data.at(-1)!;
  const [from, to] = axisRange(layout, "xaxis")!;
  const [low, high] = axisRange(layout, "yaxis")!;
  const isLog = (layout["yaxis"] as PlainObject)["type"] === "log";
  const pixel = (value: number): number =>
    ((high - (isLog ? Math.log10(value) : value)) / (high - low)) * plot.height;
  const valueAt = (place: number): number => {
    const value = high - (place / plot.height) * (high - low);
    return isLog ? 10 ** value : value;
  };
  const across = (pixels: number): number => (pixels / plot.width) * (to - from);
  // A ball that has left the numbers has no height, and no badge.
  const order = [...y.keys()].filter((k) => Number.isFinite(pixel(y[k]!))).sort((a, b) => y[b]! - y[a]!);
  const room = { top: BADGE / 2, bottom: plot.height - BADGE / 2, gap: BADGE + 1 };
  const wanted = order.map((k) => pixel(y[k]!));
  const spread = spreadApart(wanted, room);
  const at = [...y.keys()].map((k) => (order.includes(k) ? valueAt(spread[order.indexOf(k)]!) : null));
  const badges = x.map((place) => place + across(BESIDE));
  return [
    {
      x: x.flatMap((place, k) => [place, badges[k]!, null]),
      y: y.flatMap((value, k) => [value, at[k]!, null]),
    },
    { x: badges, y: at },
    {
      x: badges.map((place) => place + across(VALUE)),
      y: at,
      text: y.map((value) => (isLast ? numeral(value, 2) : "")),
    },
  ];
}
