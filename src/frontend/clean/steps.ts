import { InputError } from "../../errors.ts";
import { extremes } from "../../figures/view.ts";
import { atMost } from "./caps.ts";
import { isObject, type PlainObject } from "./plain.ts";

const MOST_BINS = 1000;
const MOST_CONTOURS = 200;
const DAY = 86_400_000;

/** A number, or a date in milliseconds, as Plotly reads it. */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return NaN;
  const number = Number(value.replace(/[$%,'"\s]/g, ""));
  return Number.isNaN(number) ? Date.parse(value) : number;
}

/** The size of a step: a number, or so many months as "M3". */
export function stepOf(value: unknown): number {
  const months = typeof value === "string" ? /^M([\d.]+)$/.exec(value) : null;
  return months === null ? numberOf(value) : 30 * DAY * Number(months[1]);
}

/**
 * Bins of a histogram, whose ends are those of the data where they are not given.
 * @throws InputError when there are too many
 */
export function checkBins(bins: unknown, list: unknown): void {
  if (!isObject(bins)) return;
  const { size, start, end } = bins;
  if (size === undefined) return;
  if (isObject(list) && (start === undefined || end === undefined))
    throw new InputError({ what: "bins of a given size need a start and an end" });
  const [low = 0, high = 0] = extremes(Array.isArray(list) ? list.map(numberOf).filter(Number.isFinite) : []);
  const from = start === undefined ? low : numberOf(start);
  const to = end === undefined ? high : numberOf(end);
  atMost(MOST_BINS, (to - from) / stepOf(size), "bins");
}

/** @throws InputError when bins are given where their data is not beside them: in a template, a frame or a button */
export function refuseBins(part: unknown): void {
  if (Array.isArray(part)) for (const item of part) refuseBins(item);
  if (!isObject(part)) return;
  for (const [name, value] of Object.entries(part)) {
    if (/(^|\.)[xy]bins(\.|$)/.test(name))
      throw new InputError({ what: "bins of a given size are for the traces of a figure alone" });
    refuseBins(value);
  }
}

/**
 * The levels of contours, of a surface's too.
 * @throws InputError when there are too many, or as many as cannot be told
 */
export function checkContours(contours: unknown): void {
  if (!isObject(contours)) return;
  for (const along of ["x", "y", "z"]) checkContours(contours[along]);
  if (contours["size"] === undefined) return;
  const [start, end, size] = ["start", "end", "size"].map((name) => numberOf(contours[name]));
  if (contours["start"] === undefined || contours["end"] === undefined)
    throw new InputError({ what: "contours of a given size need a start and an end" });
  atMost(MOST_CONTOURS, (end! - start!) / size!, "contours");
}

/** How many contours a trace has, as far as it says so. */
export function contoursOf({ contours, ncontours }: PlainObject): number {
  const usual = Number(ncontours ?? 15);
  if (!isObject(contours) || contours["size"] === undefined) return usual;
  const [start, end, size] = ["start", "end", "size"].map((name) => numberOf(contours[name]));
  return (end! - start!) / size! || usual;
}
