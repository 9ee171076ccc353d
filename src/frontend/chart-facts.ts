import { counted } from "../counted.ts";
import { isObject, type PlainFigure, type PlainObject } from "./clean.ts";
import { lengthOf } from "./graphics.ts";

/** A size in pixels that a page can show; another where a figure has none. */
export function sizeOr(size: unknown, otherwise: number): number {
  return typeof size === "number" && size >= 50 && size <= 4000 ? size : otherwise;
}

/** Scatter traces of more points than this are drawn by the graphics processor, where there is one. */
const MANY_POINTS = 20_000;

/** Whether a trace is better left to the graphics processor. */
export function hasManyPoints({ type = "scatter", x, y }: PlainObject): boolean {
  return type === "scatter" && Math.max(lengthOf(x), lengthOf(y)) > MANY_POINTS;
}

/** What the figure says of itself; else its title. */
export function alternativeText({ layout: { meta, title }, data }: PlainFigure): string {
  if (isObject(meta) && typeof meta.alt === "string") return meta.alt;
  const heading = isObject(title) ? title.text : title;
  if (typeof heading === "string" && heading !== "") return heading;
  return `Chart of ${counted(data.length, "trace")}`;
}

/** What the moments of a film count; nothing on a chart that is no film of ours. */
export function filmOf({ layout: { meta }, frames }: PlainFigure): string | undefined {
  if (!isObject(meta) || !isObject(meta.film) || frames.length === 0) return undefined;
  return String(meta.film.counts);
}
