/** Paths in a picture: what of them lies in it, where they leave it. */

import type { Box, Pixels } from "../../figures/pixels.ts";

export type { Box, Pixels };

/** Segments are drawn a little beyond the edge, so that their ends are not seen. */
const BEYOND = 24;

/** What is nearer than this is not told apart, in pixels. */
const UNSEEN = 0.5;

/** A path as two strokes: the pieces that touch the box, and those that only cross it on their way elsewhere. */
export function strokesOf(places: readonly Pixels[], box: Box): { near: string; crossing: string } {
  const wide = grown(box, BEYOND);
  const pens = { near: new Pen(), crossing: new Pen() };
  const corners = cornersOf(places, box);
  for (let k = 1; k < corners.length; k++) {
    const [from, to] = [corners[k - 1]!, corners[k]!];
    const piece = clipped(from, to, wide);
    if (piece === undefined) continue;
    pens[isWithin(from, box) || isWithin(to, box) ? "near" : "crossing"].draw(piece);
  }
  return { near: pens.near.d, crossing: pens.crossing.d };
}

/** The places between which a path is seen as straight (after Reumann & Witkam 1974), its last among them. */
function cornersOf(places: readonly Pixels[], box: Box): Pixels[] {
  const corners = places.slice(0, 1);
  let [from, last] = [places[0]!, places[0]!];
  let [across, down, far] = [0, 0, 0];
  for (const to of places) {
    const along = (to[0] - from[0]) * across + (to[1] - from[1]) * down;
    const aside = (to[0] - from[0]) * down - (to[1] - from[1]) * across;
    if (last !== from && along >= far && Math.abs(aside) < UNSEEN / 2 && isWithin(to, box)) {
      [last, far] = [to, along];
      continue;
    }
    if (last !== from) corners.push((from = last));
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length < UNSEEN) continue;
    [last, far, across, down] = [to, length, (to[0] - from[0]) / length, (to[1] - from[1]) / length];
  }
  return places.length > 1 ? [...corners, places.at(-1)!] : corners;
}

/** Where a path that ends outside left the box for the last time, and on which side. */
export function exitOf(places: readonly Pixels[], box: Box): { at: Pixels; side: keyof Box } | undefined {
  const last = places.findLastIndex((place) => isWithin(place, box));
  if (last < 0 || last === places.length - 1) return undefined;
  const piece = clipped(places[last]!, places[last + 1]!, box);
  if (piece === undefined) return undefined;
  const [x, y] = piece[1];
  const away = { left: x - box.left, right: box.right - x, top: y - box.top, bottom: box.bottom - y };
  const sides = Object.keys(away) as (keyof Box)[];
  return { at: piece[1], side: sides.reduce((a, b) => (away[b] < away[a] ? b : a)) };
}

export function isWithin([x, y]: Pixels, { left, right, top, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A line through places, broken where one is missing. */
export function line(places: Iterable<Pixels>): string {
  let [d, isDown] = ["", false];
  for (const [x, y] of places) {
    if (Number.isFinite(x) && Number.isFinite(y)) d += `${isDown ? "L" : "M"}${tenth(x)} ${tenth(y)}`;
    isDown = Number.isFinite(x) && Number.isFinite(y);
  }
  return d;
}

const TENTHS = Array.from({ length: 20_000 }, (_, tenths) => String(tenths / 10));

/** A number to a tenth of a pixel; of those on a screen the text is there, which is much quicker than to write it. */
function tenth(x: number): string {
  const tenths = Math.round(10 * x);
  return TENTHS[tenths] ?? String(tenths / 10);
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

/** The part of a segment inside a box (Liang & Barsky 1984). */
export function clipped(start: Pixels, end: Pixels, box: Box): readonly [Pixels, Pixels] | undefined {
  if (isWithin(start, box) && isWithin(end, box)) return [start, end];
  const { left, right, top, bottom } = box;
  const [[x0, y0], [x1, y1]] = [start, end];
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, x0 - left],
    [dx, right - x0],
    [-dy, y0 - top],
    [dy, bottom - y0],
  ] as const) {
    if (!Number.isFinite(step)) return undefined;
    if (step === 0) {
      if (room < 0) return undefined;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  if (from > to) return undefined;
  // Of huge numbers little is left by rounding: the ends are held in the box.
  const at = (share: number): Pixels => [
    Math.max(left, Math.min(right, x0 + share * dx)),
    Math.max(top, Math.min(bottom, y0 + share * dy)),
  ];
  return [at(from), at(to)];
}

/** Joins segments that meet. */
class Pen {
  d = "";
  #end = "";

  draw([[x0, y0], [x1, y1]]: readonly [Pixels, Pixels]): void {
    const start = `${tenth(x0)} ${tenth(y0)}`;
    if (start !== this.#end) this.d += `M${start}`;
    this.#end = `${tenth(x1)} ${tenth(y1)}`;
    this.d += `L${this.#end}`;
  }
}
