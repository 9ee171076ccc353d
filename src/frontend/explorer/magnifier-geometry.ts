/** Where things lie in the magnifier. Nothing here draws. */
import type { Point } from "../../figures/arrows.ts";
import type { Pixels } from "./strokes.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

/** The size of the magnifier, and whether its arrows have names or numbers alone. */
export interface Inset extends Size {
  readonly hasNames: boolean;
}

/** The height of the magnifier where it is so wide, in pixels. */
const HEIGHT = { usual: 190, phone: 146, widestPhone: 400 };

/** Names of arrows need a magnifier of this width. */
const NAMES = 230;

/** The magnifier in a place so wide. */
export function insetIn(width: number): Inset {
  return {
    width,
    height: width < HEIGHT.widestPhone ? HEIGHT.phone : HEIGHT.usual,
    hasNames: width >= NAMES,
  };
}

/** No more than so many times larger than on the map: then a step is small, and looks it. */
const MOST_ZOOM = 14;

/** Room around the arrows for heads and labels; beside them for names too, where there are any. */
const ROOM = 32;
const ROOM_FOR_NAMES = 78;

/** A part of the surface in the magnifier: both axes have one scale. */
export interface Glass {
  /** Pixels for one unit of either axis. */
  readonly scale: number;
  /** How many times larger than on the map, in the mean of both axes. */
  readonly zoom: number;
  readonly middle: Point;
  at(point: Point): Pixels;
}

/**
 * The part that holds some points and fills the magnifier with them, as far as zooming makes sense.
 * @param mapScale pixels for one unit of the two axes of the map
 */
export function glassOver(
  points: readonly Point[],
  { width, height, hasNames }: Inset,
  mapScale: Pixels,
): Glass {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right) / 2, (bottom + top) / 2];
  const usual = Math.sqrt(Math.abs(mapScale[0] * mapScale[1]));
  const across = (width - 2 * (hasNames ? ROOM_FOR_NAMES : ROOM)) / (right - left);
  const fill = Math.min(across, (height - 2 * ROOM) / (top - bottom));
  const zoom = Math.min(MOST_ZOOM, fill / usual);
  const scale = zoom * usual;
  return {
    scale,
    zoom,
    middle,
    at: ([x, y]) => [width / 2 + (x - middle[0]) * scale, height / 2 - (y - middle[1]) * scale],
  };
}

/** An arrow of the magnifier, in its pixels. */
export interface Shaft {
  readonly from: Pixels;
  readonly to: Pixels;
  readonly width: number;
}

/** A head is so many shafts long, at least so many pixels, and never more than this share of its arrow. */
const HEAD = { shafts: 4.1, least: 10.5, most: 0.42 };

/** The shaft of an arrow up to its head, and the head: a barb with a notch. */
export function arrowShape({ from, to, width }: Shaft): { readonly shaft: string; readonly head: string } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(HEAD.most * length, Math.max(HEAD.least, HEAD.shafts * width));
  const at = (along: number, across: number): string =>
    `${(from[0] + along * ux - across * uy).toFixed(1)} ${(from[1] + along * uy + across * ux).toFixed(1)}`;
  const [notch, half] = [length - 0.72 * head, 0.42 * head];
  return {
    shaft: `M${at(0, 0)}L${at(notch, 0)}`,
    head: `M${at(length, 0)}L${at(length - head, half)}L${at(notch, 0)}L${at(length - head, -half)}z`,
  };
}

/** How far from the middle of an arrow, in its widths, another still lies below it and its casing. */
const BELOW = 1.5;

/** Whether an arrow lies below one that is drawn after it, so that no more than a splinter of it is seen. */
export function isHidden(below: Shaft, above: readonly Shaft[]): boolean {
  return above.some((over) => samplesOf(below).every((place) => awayFrom(over, place) <= BELOW * over.width));
}

function awayFrom({ from, to }: Shaft, [x, y]: Pixels): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}

/** Seven places along an arrow, and twelve around each: 84 for its label. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const AROUND = Array.from({ length: 12 }, (_, k) => (k * Math.PI) / 6);
const AWAY = 9;

/** Labels beside their arrows: each in the cheapest of its places, off the arrows and off the labels placed before. */
export function placeLabels(
  shafts: readonly Shaft[],
  sizes: readonly Size[],
  room: Size,
  taken: readonly Rectangle[] = [],
): Rectangle[] {
  const placed: Rectangle[] = [];
  for (const [k, own] of shafts.entries()) {
    const places = ALONG.flatMap((along) => AROUND.map((angle) => beside(own, along, angle, sizes[k]!)));
    const costs = places.map((place) => costOf(place, own, shafts, [...placed, ...taken], room));
    placed.push(places[costs.indexOf(Math.min(...costs))]!);
  }
  return placed;
}

function beside({ from, to }: Shaft, along: number, angle: number, { width, height }: Size): Rectangle {
  const [x, y] = [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
  const [cx, cy] = [x + Math.cos(angle) * (AWAY + width / 2), y + Math.sin(angle) * (AWAY + height / 2)];
  return { left: cx - width / 2, top: cy - height / 2, width, height };
}

const SAMPLES = 24;

function costOf(
  place: Rectangle,
  own: Shaft,
  shafts: readonly Shaft[],
  taken: readonly Rectangle[],
  room: Size,
): number {
  const { left, top, width, height } = place;
  const wide = { left: left - 3, top: top - 3, width: width + 6, height: height + 6 };
  const out = Math.max(0, 5 - left, 5 - top, left + width + 5 - room.width, top + height + 5 - room.height);
  let cost = 150 * out;
  for (const other of taken) cost += 10 * overlap(wide, other);
  for (const shaft of shafts) {
    const crossed = samplesOf(shaft).filter((sample) => isIn(wide, sample)).length;
    cost += 200 * crossed;
  }
  const middle: Pixels = [left + width / 2, top + height / 2];
  const near = Math.min(...samplesOf(own).map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])));
  const others = shafts.filter((shaft) => shaft !== own);
  const nearest = Math.min(
    Infinity,
    ...others.flatMap(samplesOf).map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])),
  );
  return cost + near + 20 * Math.max(0, near - nearest);
}

function samplesOf({ from, to }: Shaft): Pixels[] {
  return Array.from({ length: SAMPLES + 1 }, (_, i) => [
    from[0] + (i / SAMPLES) * (to[0] - from[0]),
    from[1] + (i / SAMPLES) * (to[1] - from[1]),
  ]);
}

const isIn = ({ left, top, width, height }: Rectangle, [x, y]: Pixels): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

function overlap(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const up = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, across) * Math.max(0, up);
}
