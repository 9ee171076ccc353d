import { InputError } from "../errors.ts";
import { isObject, type PlainObject } from "./clean.ts";

/**
 * How long the traces that WebGL draws may hold the page, in milliseconds: plotly.js waits for the graphics processor,
 * and where there is none a program does its work. The costs are measured with that one (SwiftShader).
 */
const MOST = 1500;
const SCENE = 300;
const PER_PIXEL = 0.00025;

/** The kinds that fill pixels: how large a point is where its trace does not say so. */
const POINT_SIZES: Readonly<Record<string, number>> = {
  scattergl: 6,
  scatterpolargl: 6,
  splom: 6,
  scatter3d: 8,
};

/** The kinds that are made of cells or forms: milliseconds for each. */
const PER_FORM: Readonly<Record<string, number>> = {
  surface: 0.006,
  mesh3d: 0.1,
  volume: 0.05,
  isosurface: 0.05,
  cone: 0.2,
  streamtube: 0.2,
};

const PARCOORDS = { base: 700, perNumber: 0.05 };

/** A line from one end of the plot to the other, in pixels. */
const ACROSS = 400;

/** @throws InputError when traces would hold the page up, where a program does the work of a graphics processor */
export function checkGraphics(traces: readonly PlainObject[]): void {
  const scenes = new Set(
    traces.filter(isInSpace).map(({ scene }) => (typeof scene === "string" ? scene : "scene")),
  );
  const cost = traces.reduce((sum, trace) => sum + costOf(trace), scenes.size * SCENE);
  if (cost <= MOST) return;
  throw new InputError({
    what: "this figure takes longer to draw than a page may be held up for one",
    got: `about ${(cost / 1000).toPrecision(2)} seconds without a graphics processor`,
    allowed: `${MOST / 1000} seconds`,
    cure: "give it fewer or smaller points, shorter lines, or fewer plots in space",
  });
}

/** Whether a trace is drawn in space, where it can be turned. */
export function isInSpace({ type }: PlainObject): boolean {
  return type === "scatter3d" || Object.hasOwn(PER_FORM, String(type));
}

function costOf(trace: PlainObject): number {
  const kind = String(trace.type);
  const dimensions: unknown[] = Array.isArray(trace.dimensions) ? trace.dimensions : [];
  const numbers = Math.max(...dimensions.map((one) => (isObject(one) ? lengthOf(one.values) : 0)), 0);
  const across = dimensions.length;
  if (kind === "parcoords") return PARCOORDS.base + numbers * across * PARCOORDS.perNumber;
  if (kind === "splom") return numbers * across ** 2 * sizesOf(trace, 1) * PER_PIXEL;
  if (Object.hasOwn(PER_FORM, kind))
    return PER_FORM[kind]! * Math.max(...["x", "z", "i", "value", "u"].map((name) => lengthOf(trace[name])));
  if (!Object.hasOwn(POINT_SIZES, kind)) return 0;
  const points = Math.max(...["x", "y", "r", "theta"].map((name) => lengthOf(trace[name])));
  const usual = points < 20 ? "lines+markers" : "lines";
  const mode = typeof trace.mode === "string" ? trace.mode : usual;
  return (
    PER_PIXEL *
    ((mode.includes("markers") ? sizesOf(trace, points) : 0) +
      (mode.includes("lines") ? lineOf(trace, points) : 0))
  );
}

/** The pixels of all points. */
function sizesOf({ type, marker }: PlainObject, points: number): number {
  const size = isObject(marker) ? marker.size : undefined;
  const usual = POINT_SIZES[String(type)] ?? 6;
  const pixels = (one: unknown): number => Math.min(1000, Math.abs(Number(one)) || usual) ** 2;
  if (!isList(size)) return points * pixels(size);
  let sum = 0;
  for (const one of size) sum += pixels(one);
  return sum;
}

/** The pixels of a line through all points, as far as it goes up and down and back and forth. */
function lineOf({ line, x, y, z }: PlainObject, points: number): number {
  const width = Math.max(1, isObject(line) ? Number(line.width ?? 2) || 2 : 2);
  return Math.max(points, ...[x, y, z].map((list) => ACROSS * wayOf(list))) * width;
}

/** How often the way from number to number crosses the range of them all. */
function wayOf(list: unknown): number {
  if (!isList(list)) return 0;
  let [way, low, high, last] = [0, Infinity, -Infinity, NaN];
  for (const one of list) {
    const number = Number(one);
    if (!Number.isFinite(number)) continue;
    if (!Number.isNaN(last)) way += Math.abs(number - last);
    [last, low, high] = [number, Math.min(low, number), Math.max(high, number)];
  }
  return way / (high - low) || 0;
}

/** How many numbers a list holds; a table as many as its rows together. */
export function lengthOf(list: unknown): number {
  if (!isList(list)) return 0;
  let sum = 0;
  for (const one of list) sum += isList(one) ? one.length : 1;
  return sum;
}

type List = Iterable<unknown> & { readonly length: number };

function isList(value: unknown): value is List {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

let graphics: boolean | undefined;

/** Whether the page can draw by WebGL at all. */
export function hasGraphics(): boolean {
  graphics ??= document.createElement("canvas").getContext("webgl") !== null;
  return graphics;
}
