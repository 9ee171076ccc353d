import { contours } from "d3-contour";
import { PAPER } from "../palette.ts";
import { CONTOUR, isStrong } from "../relief.ts";
import { RELIEF } from "../shaded-relief.ts";
import { bandsOf } from "./bands.ts";
import type { DrawnTrace } from "./drawn-trace.ts";
import { element, INK, polyline, strokeDashes, text } from "./ink.ts";
import { markers } from "./marks.ts";
import { extremes } from "../view.ts";
import type { Panel } from "./panel.ts";

/** A trace as SVG. */
export function shapeOf(trace: DrawnTrace, panel: Panel): string {
  if (trace.meta?.relief !== undefined) return reliefBands(trace, panel, trace.meta.relief);
  if (trace.type === "contour")
    return (trace.zmax === undefined ? "" : mapBands(trace, panel)) + contourLines(trace, panel);
  return scatterShape(trace, panel);
}

type Point = readonly [number, number];
type Rings = Point[][][][];

/** The borders of the regions above each of some levels, in pixels. */
function regions({ x, y, z }: DrawnTrace, panel: Panel, levels: readonly number[], missing: number): Rings {
  const between = (axis: readonly (number | null)[], position: number): number =>
    axis[0]! + ((position - 0.5) / (axis.length - 1)) * (axis.at(-1)! - axis[0]!);
  const heights = z!.flat().map((height) => height ?? missing);
  return contours()
    .size([x.length, y.length])
    .thresholds([...levels])(heights)
    .map(({ coordinates }) =>
      coordinates.map((polygon) =>
        polygon.map((ring) =>
          ring.map(([px, py]): Point => [panel.x.scale(between(x, px!)), panel.y.scale(between(y, py!))]),
        ),
      ),
    );
}

const MOST_LEVELS = 14;

function contourLines(trace: DrawnTrace, panel: Panel): string {
  const { start, end, size } = trace.contours!;
  const count = Math.min(200, Math.floor((end - start) / size + 1.001));
  const stride = Math.ceil(count / MOST_LEVELS);
  const levels = Array.from({ length: count }, (_, k) => start + k * size).filter((_, k) => k % stride === 0);
  const rings = regions(trace, panel, levels, end + size).flat(2);
  const d = rings
    .map((ring) => polyline(simplified(ring).map(([px, py]) => [2 * px, 2 * py] as const)))
    .join("");
  return element("path", {
    d,
    transform: "scale(.5)",
    fill: "none",
    stroke: INK,
    "stroke-opacity": 0.6,
    "stroke-width": 1.6,
  });
}

const TOLERANCE = 0.4;

/** A line without the points that lie within less than half a pixel of a straight line between others. */
function simplified(points: readonly Point[]): Point[] {
  const kept = [points[0]!];
  let skipped: Point[] = [];
  for (const [k, point] of points.entries()) {
    if (k === 0) continue;
    if (!isStraight(kept.at(-1)!, skipped, point)) {
      kept.push(points[k - 1]!);
      skipped = [];
    }
    skipped.push(point);
  }
  return [...kept, points.at(-1)!];
}

/** Whether all points between lie near the line through two others; none does where these are one. */
function isStraight(a: Point, between: readonly Point[], b: Point): boolean {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  return between.every((point) => {
    const ux = point[0] - a[0];
    const uy = point[1] - a[1];
    return (dx * uy - dy * ux) ** 2 / length <= TOLERANCE ** 2;
  });
}

/** A map in bands of one colour each, from level to level. */
function mapBands(trace: DrawnTrace, panel: Panel): string {
  const bands = bandsOf(trace);
  const floors = bands.slice(1).map(({ floor }) => floor);
  return regions(trace, panel, [-1e300, ...floors], trace.zmax!)
    .map((polygons, k) =>
      element("path", { d: closed(polygons.flat()), fill: bands[k]!.color, "fill-rule": "evenodd" }),
    )
    .join("");
}

/** A relief from contour to contour in the colours of its scale, which have counterparts on a dark page. */
function reliefBands(
  trace: DrawnTrace,
  panel: Panel,
  { levels, size }: { readonly levels: readonly number[]; readonly size: number },
): string {
  const { colorscale = [] } = trace;
  const [low = 0, high = 1] = extremes(trace.z!.flat().filter((height) => height !== null));
  const floors = [low, ...levels];
  const bands = regions(trace, panel, [-1e300, ...levels], high).map((polygons, k) => {
    const share = ((floors[k]! + (floors[k + 1] ?? high)) / 2 - low) / (high - low || 1);
    const [, fill = INK] = colorscale.findLast(([at]) => at <= share) ?? [];
    const { width, opacity } = CONTOUR[k > 0 && isStrong(floors[k]!, size) ? "strong" : "thin"];
    return element("path", {
      d: closed(polygons.flat()),
      fill,
      "stroke-width": width,
      "stroke-opacity": opacity,
    });
  });
  return element("g", { "fill-rule": "evenodd", stroke: RELIEF.light.contour }, bands);
}

const closed = (rings: readonly Point[][]): string =>
  rings.map((ring) => `${polyline(simplified(ring))}z`).join("");

function scatterShape(trace: DrawnTrace, panel: Panel): string {
  const { mode = "lines", line, marker, fill, fillcolor, opacity, x, y } = trace;
  const points = x.map((px, i): [number, number] | undefined => {
    const [a, b] = [px === null ? NaN : panel.x.scale(px), y[i] === null ? NaN : panel.y.scale(y[i]!)];
    return Math.abs(a) < 1e5 && Math.abs(b) < 1e5 ? [a, b] : undefined;
  });
  const parts: string[] = [];
  const isOnRelief = panel.traces.some(({ meta }) => meta?.relief !== undefined);
  if (isOnRelief && mode === "lines+markers")
    parts.push(
      element("path", {
        d: polyline(points),
        fill: "none",
        stroke: PAPER.color,
        "stroke-width": (line?.width ?? 2) + 3,
        "stroke-opacity": 0.85,
      }),
    );
  if (mode.includes("lines")) {
    parts.push(
      element("path", {
        d: polyline(points),
        fill: fill === "toself" ? (fillcolor ?? line?.color) : "none",
        stroke: line?.color ?? INK,
        "stroke-width": line?.width ?? 2,
        "stroke-dasharray": strokeDashes(line?.dash),
        "stroke-opacity": opacity,
      }),
    );
  }
  const seen = points.flatMap((point, place) => (point === undefined ? [] : [{ point, place }]));
  if (mode.includes("markers")) parts.push(markers(seen, marker ?? {}));
  if (mode.includes("text")) parts.push(...seen.map(({ point, place }) => label(trace, point, place)));
  return parts.join("");
}

function label(
  { text: texts = [], textposition = "middle center", textfont }: DrawnTrace,
  [x, y]: readonly [number, number],
  k: number,
): string {
  const [up, along] = [textposition.split(" ")[0], textposition.split(" ")[1]];
  return element(
    "text",
    {
      x: x + (along === "right" ? 8 : along === "left" ? -8 : 0),
      y: y + (up === "top" ? -8 : up === "bottom" ? 18 : 4),
      "text-anchor": along === "right" ? "start" : along === "left" ? "end" : "middle",
      fill: textfont?.color,
      "font-size": textfont?.size,
    },
    [text(texts[k] ?? "")],
  );
}
