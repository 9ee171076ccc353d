/** The relief of a chart's map, shaded as in an explorer: a picture below what is drawn. */
import { html } from "./elements.ts";
import { type Lines, linesOver } from "../figures/isolines.ts";
import { CONTOUR, isStrong } from "../figures/relief.ts";
import { RELIEF, shadedRelief } from "../figures/shaded-relief.ts";
import type { Interval } from "../figures/view.ts";
import { isObject, type PlainObject } from "./clean.ts";

/** How many points there are for each of the heights, along each axis. */
const FINER = 3;

/** The most points of a picture along each axis. */
const MOST = 800;

type Rows = readonly ArrayLike<number | null>[];

/**
 * Traces and layout with each relief as a picture, and its contours as shapes above it. The trace that holds the heights
 * stays, unseen: it is what a mouse over the map is told.
 */
export function withRelief(
  data: readonly PlainObject[],
  layout: PlainObject,
  dark: boolean,
): { data: readonly PlainObject[]; layout: PlainObject } {
  const reliefs = data.flatMap((trace) => reliefOf(trace) ?? []);
  if (reliefs.length === 0) return { data, layout };
  const given = (list: unknown): unknown[] => (Array.isArray(list) ? list : []);
  return {
    data: data.map(unseen),
    layout: {
      ...layout,
      images: [...reliefs.map((relief) => imageOf(relief, dark)), ...given(layout.images)],
      shapes: [...reliefs.flatMap((relief) => contourLines(relief, dark)), ...given(layout.shapes)],
    },
  };
}

/** Heights over a grid, and those of the contours. */
interface Relief {
  readonly z: Rows;
  readonly views: readonly [Interval, Interval];
  readonly levels: readonly number[];
  readonly size: number;
}

function reliefOf({ type, meta, x, y, z }: PlainObject): Relief | undefined {
  const given = isObject(meta) ? meta.relief : undefined;
  if (type !== "contour" || !isObject(given) || !Array.isArray(given.levels) || !isGrid(x, y, z))
    return undefined;
  const [xs, ys] = [x, y] as [ArrayLike<number>, ArrayLike<number>];
  return {
    z: z as Rows,
    views: [
      [xs[0]!, xs[xs.length - 1]!],
      [ys[0]!, ys[ys.length - 1]!],
    ],
    levels: given.levels.map(Number),
    size: Number(given.size),
  };
}

function unseen(trace: PlainObject): PlainObject {
  return reliefOf(trace) === undefined ? trace : { ...trace, type: "heatmap", opacity: 0 };
}

function contourLines({ z, views, levels, size }: Relief, dark: boolean): PlainObject[] {
  const rows = z.map((row) => Array.from(row, (one) => (Number.isFinite(one) ? one : null)));
  const lines = (kind: keyof typeof CONTOUR): PlainObject => {
    const chosen = levels.filter((level) => isStrong(level, size) === (kind === "strong"));
    return {
      type: "path",
      path: pathThrough(linesOver(rows, views, chosen)),
      xref: "x",
      yref: "y",
      layer: "between",
      line: { color: RELIEF[dark ? "dark" : "light"].contour, width: CONTOUR[kind].width },
      opacity: CONTOUR[kind].opacity,
    };
  };
  return [lines("thin"), lines("strong")].filter(({ path }) => path !== "");
}

/** Lines as the path of a shape. */
function pathThrough({ x, y }: Lines): string {
  return x
    .map((at, k) => (at === null ? "" : `${k === 0 || x[k - 1] === null ? "M" : "L"}${at},${y[k]!}`))
    .join("");
}

function imageOf({ z, views: [across, up], levels }: Relief, dark: boolean): PlainObject {
  return {
    source: picture(z, levels, dark),
    xref: "x",
    yref: "y",
    x: across[0],
    y: up[1],
    sizex: across[1] - across[0],
    sizey: up[1] - up[0],
    sizing: "stretch",
    layer: "below",
  };
}

function isGrid(x: unknown, y: unknown, z: unknown): boolean {
  const [width, height] = [x, y].map((list) => (list as ArrayLike<number> | undefined)?.length ?? 0);
  if (width! < 2 || height! < 2 || width! > MOST || height! > MOST) return false;
  return Array.isArray(z) && z.length === height && z.every((row: ArrayLike<number>) => row.length === width);
}

function picture(rows: Rows, levels: readonly number[], dark: boolean): string {
  const [across, up] = [rows[0]!.length, rows.length];
  const [width, height] = [across, up].map((count) => Math.min(MOST, FINER * (count - 1) + 1)) as [
    number,
    number,
  ];
  const columns = rows.map((row) => stretched(row, width));
  const heights = new Float64Array(width * height);
  for (let column = 0; column < width; column++) {
    const line = stretched(
      columns.map((row) => row[column]!),
      height,
    );
    for (let row = 0; row < height; row++) heights[row * width + column] = line[height - 1 - row]!;
  }
  const canvas = html("canvas", { width, height });
  const pixels = shadedRelief({ width, height, heights, levels }, dark ? RELIEF.dark : RELIEF.light);
  canvas.getContext("2d")!.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.toDataURL();
}

/** Heights as a smooth line through them, with so many points (Catmull & Rom 1974); a missing one is above them all. */
export function stretched(heights: ArrayLike<number | null>, count: number): Float64Array {
  const heightAt = (at: number): number => heights[at] ?? Infinity;
  const last = heights.length - 1;
  const line = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const place = (k * last) / (count - 1);
    const at = Math.min(last - 1, Math.floor(place));
    const t = place - at;
    const b = heightAt(at);
    const c = heightAt(at + 1);
    const a = at === 0 ? b : heightAt(at - 1);
    const d = at + 2 > last ? c : heightAt(at + 2);
    const smooth = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    line[k] = Number.isFinite(smooth) ? smooth : t < 0.5 ? b : c;
  }
  return line;
}
