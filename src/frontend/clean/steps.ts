import { InputError } from "../../errors.ts";
import { atMost } from "./caps.ts";
import { isObject, type PlainObject } from "./plain.ts";

const MOST_CONTOURS = 200;
const MOST_IN_SPACE = 30;
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
 * The levels of contours, of a surface's too.
 * @throws InputError when there are too many, or as many as cannot be told
 */
export function checkContours(contours: unknown, most = MOST_CONTOURS): void {
  if (!isObject(contours)) return;
  for (const along of ["x", "y", "z"]) checkContours(contours[along], MOST_IN_SPACE);
  if (contours["size"] === undefined) return;
  const [start, end, size] = ["start", "end", "size"].map((name) => numberOf(contours[name]));
  if (contours["start"] === undefined || contours["end"] === undefined)
    throw new InputError({ what: "contours of a given size need a start and an end" });
  atMost(most, (end! - start!) / size!, "contours");
}

/** How many contours a trace has, as far as it says so. */
export function contoursOf({ contours, ncontours }: PlainObject): number {
  const usual = Number(ncontours ?? 15);
  if (!isObject(contours) || contours["size"] === undefined) return usual;
  const [start, end, size] = ["start", "end", "size"].map((name) => numberOf(contours[name]));
  return (end! - start!) / size! || usual;
}
