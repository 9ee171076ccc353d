import { ticks } from "d3-array";
import { contours } from "d3-contour";
import type { PlotlyObject } from "./figure.ts";
import { formatNumber } from "../math/tex.ts";

/** What a still picture needs of a figure. */
interface Drawable {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly alt: string;
}

interface Contour {
  readonly type: "contour";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly (readonly (number | null)[])[];
}

interface Scatter {
  readonly type: "scatter";
  readonly mode: string;
  readonly name?: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly line?: { readonly color: string; readonly dash?: string };
  readonly marker?: { readonly color: string; readonly symbol: string | readonly string[] };
}

interface Axis {
  readonly range?: readonly [number, number];
  readonly type?: string;
  readonly title?: { readonly text: string };
}

const WIDTH = 640;
const PLOT = { left: 56, right: WIDTH - 14, top: 34 };
const INK = "#808080";
const DASHES: Readonly<Record<string, string>> = {
  dash: "7 4",
  dot: "2 3",
  dashdot: "7 3 2 3",
  longdash: "11 4",
};

/** Position in the picture of a number on an axis. */
type Scale = (value: number) => number;

/** Draw the contours, curves and paths of a figure as SVG, in ink that is readable on light and dark pages. */
export function stillPicture({ data, layout, alt }: Drawable): string {
  const height = (layout.height as number | undefined) ?? 400;
  const bottom = height - 44;
  const drawn = data.filter(({ type }) => type === "contour" || type === "scatter") as unknown as (
    Contour | Scatter
  )[];
  const [xAxis, yAxis] = [layout.xaxis ?? {}, layout.yaxis ?? {}] as [Axis, Axis];
  const x = axisOf(
    xAxis,
    drawn.flatMap(({ x }) => x),
    [PLOT.left, PLOT.right],
  );
  const y = axisOf(
    yAxis,
    drawn.flatMap((trace) => (trace.type === "scatter" ? trace.y : trace.y)),
    [bottom, PLOT.top],
  );
  const shapes = drawn.map((trace) =>
    trace.type === "contour" ? contourLines(trace, x.scale, y.scale) : pathShape(trace, x.scale, y.scale),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escape(alt)}</title>`,
    darkStyle((layout.meta as Meta | undefined)?.dark ?? {}),
    `<clipPath id="c"><rect x="${PLOT.left}" y="${PLOT.top}" width="${PLOT.right - PLOT.left}" height="${bottom - PLOT.top}"/></clipPath>`,
    `<g clip-path="url(#c)">${shapes.join("")}</g>`,
    axes(x, y, bottom, [xAxis.title?.text ?? "", yAxis.title?.text ?? ""]),
    legend(drawn),
    "</svg>",
  ].join("");
}

interface DrawnAxis {
  readonly scale: Scale;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

function axisOf(
  { range, type }: Axis,
  values: readonly (number | null)[],
  [from, to]: readonly [number, number],
): DrawnAxis {
  const onLog = type === "log";
  const place = (value: number): number => (onLog ? Math.log10(value) : value);
  const numbers = values
    .filter((value): value is number => value !== null && (!onLog || value > 0))
    .map(place);
  const [low, high] = range ?? [
    numbers.reduce((a, b) => Math.min(a, b), Infinity),
    numbers.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const across = high > low ? high - low : 1;
  const at = (placed: number): number => from + ((placed - low) / across) * (to - from);
  return {
    scale: (value) => at(place(value)),
    marks: ticks(low, high, 6).map((placed) => ({
      at: at(placed),
      label: onLog ? `1e${formatNumber(placed)}` : formatNumber(placed),
    })),
  };
}

interface Meta {
  readonly dark?: Readonly<Record<string, string>>;
}

/** On a dark page, the colours that would be lost take their counterparts. */
function darkStyle(dark: Readonly<Record<string, string>>): string {
  const rules = Object.entries(dark).map(
    ([light, color]) => `[stroke="${light}"]{stroke:${color}}[fill="${light}"]{fill:${color}}`,
  );
  return rules.length === 0 ? "" : `<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>`;
}

const LEVELS = 12;

function contourLines({ x, y, z }: Contour, toX: Scale, toY: Scale): string {
  const heights = z.flat().map((height) => height ?? NaN);
  const finite = heights.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const levels = Array.from({ length: LEVELS }, (_, i) => low + ((i + 0.5) * (high - low)) / LEVELS);
  const between = (axis: readonly number[], position: number): number =>
    axis[0]! + ((position - 0.5) / (axis.length - 1)) * (axis.at(-1)! - axis[0]!);
  const rings = contours().size([x.length, y.length]).thresholds(levels)(
    heights.map((height) => (Number.isNaN(height) ? high : height)),
  );
  const d = rings
    .flatMap(({ coordinates }) => coordinates.flat())
    .map((ring) => polyline(ring.map(([px, py]) => [toX(between(x, px!)), toY(between(y, py!))])));
  return `<path d="${d.join("")}" fill="none" stroke="${INK}" stroke-opacity="0.6" stroke-width="0.8"/>`;
}

function pathShape({ mode, x, y, line, marker }: Scatter, toX: Scale, toY: Scale): string {
  const points = x
    .flatMap((px, i) => {
      const py = y[i];
      return py === null || py === undefined ? [] : [[toX(px), toY(py)] as const];
    })
    .filter(([px, py]) => Number.isFinite(px) && Number.isFinite(py));
  const parts: string[] = [];
  const color = line?.color ?? marker?.color ?? INK;
  if (mode.includes("lines")) {
    const dash = DASHES[line?.dash ?? "solid"];
    parts.push(
      `<path d="${polyline(points)}" fill="none" stroke="${color}" stroke-width="2"${dash === undefined ? "" : ` stroke-dasharray="${dash}"`}/>`,
    );
  }
  if (mode.includes("markers")) {
    const isStar = marker?.symbol === "star";
    const dots = points.map(([px, py], i) =>
      i === 0 && !isStar
        ? ring(px, py, color)
        : `<circle cx="${short(px)}" cy="${short(py)}" r="${isStar ? 5 : 2.5}"/>`,
    );
    parts.push(`<g fill="${marker?.color ?? color}">${dots.join("")}</g>`);
  }
  return parts.join("");
}

function ring(x: number, y: number, color: string): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="6" fill="none" stroke="${color}" stroke-width="2"/>`;
}

/** A path through points in whole pixels; what does not move is left out. */
function polyline(points: readonly (readonly number[])[]): string {
  let [lastX, lastY] = [0, 0];
  return points
    .map(([x, y], i) => {
      const [dx, dy] = [Math.round(x!) - lastX, Math.round(y!) - lastY];
      if (i > 0 && dx === 0 && dy === 0) return "";
      [lastX, lastY] = [lastX + dx, lastY + dy];
      return `${i === 0 ? "M" : "l"}${dx}${dy < 0 ? "" : " "}${dy}`;
    })
    .join("");
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

function axes(
  x: DrawnAxis,
  y: DrawnAxis,
  bottom: number,
  [xTitle, yTitle]: readonly [string, string],
): string {
  const { left, right, top } = PLOT;
  return [
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${INK}"/>`,
    ...x.marks.map(
      ({ at, label }) => `<text x="${short(at)}" y="${bottom + 16}" text-anchor="middle">${label}</text>`,
    ),
    ...y.marks.map(
      ({ at, label }) => `<text x="${left - 6}" y="${short(at + 4)}" text-anchor="end">${label}</text>`,
    ),
    `<text x="${(left + right) / 2}" y="${bottom + 36}" text-anchor="middle">${escape(xTitle)}</text>`,
    `<text transform="translate(14 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(yTitle)}</text>`,
  ].join("");
}

function legend(traces: readonly (Contour | Scatter)[]): string {
  let at = PLOT.left;
  return traces
    .flatMap((trace) => (trace.type === "scatter" && trace.name !== undefined ? [trace] : []))
    .map(({ name = "", line, marker }) => {
      const from = at;
      at += 44 + 7 * name.length;
      const dash = DASHES[line?.dash ?? "solid"];
      const sample =
        line === undefined
          ? `<circle cx="${from + 12}" cy="18" r="5" fill="${marker?.color ?? INK}"/>`
          : `<path d="M${from} 18h24" stroke="${line.color}" stroke-width="2"${dash === undefined ? "" : ` stroke-dasharray="${dash}"`}/>`;
      return `${sample}<text x="${from + 30}" y="22">${escape(name)}</text>`;
    })
    .join("");
}

function escape(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
