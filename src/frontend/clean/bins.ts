import { extremes } from "../../figures/view.ts";
import { InputError } from "../../errors.ts";
import { atMost } from "./caps.ts";
import { isObject, type PlainObject } from "./plain.ts";
import { numberOf, stepOf } from "./steps.ts";

/** The most bins along one axis, by the kind of histogram: bins of a plane are many more. */
const MOST: Readonly<Record<string, number>> = { histogram: 1000, histogram2d: 400, histogram2dcontour: 50 };

/**
 * Checks the bins of a histogram along both axes.
 * @throws InputError when there are too many, or as many as cannot be told
 */
export function checkBins(trace: PlainObject, layout: PlainObject): void {
  const { type, x, y, xbins, ybins, nbinsx, nbinsy } = trace;
  const most = typeof type === "string" && Object.hasOwn(MOST, type) ? MOST[type]! : undefined;
  if (most === undefined) return;
  atMost(most, Math.max(Number(nbinsx ?? 0), Number(nbinsy ?? 0)), "bins");
  atMost(most, Math.max(binsOf(xbins, x), binsOf(ybins, y)), "bins");
  const categories = [x, y].map((list) =>
    Array.isArray(list) && hasCategories(list, layout) ? new Set(list).size : 0,
  );
  atMost(most, Math.max(...categories), "categories");
}

/** Where the ends are not given they are those of the data. */
function binsOf(bins: unknown, list: unknown): number {
  if (!isObject(bins) || bins["size"] === undefined) return 0;
  const { size, start, end } = bins;
  const [low = 0, high = 0] = extremes(Array.isArray(list) ? list.map(numberOf).filter(Number.isFinite) : []);
  const from = start === undefined ? low : numberOf(start);
  const to = end === undefined ? high : numberOf(end);
  return (to - from) / stepOf(size);
}

/** Plotly counts each value by itself when most are words, or when an axis says so. */
function hasCategories(list: readonly unknown[], layout: PlainObject): boolean {
  const words = list.filter((value) => Number.isNaN(numberOf(value)));
  return 2 * words.length > list.length || JSON.stringify(layout).includes('category"');
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
