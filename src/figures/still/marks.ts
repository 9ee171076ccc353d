import { flatGroup } from "d3-array";
import { ARM, markerShape } from "../../rules/marker-shape.ts";
import { at, type DrawnTrace } from "./drawn-trace.ts";
import { element, INK, short } from "./ink.ts";

/** A point in the picture, and its place in the trace. */
interface Placed {
  readonly point: [number, number];
  readonly place: number;
}

/** The markers of a trace: those that look alike together. */
export function markers(
  points: readonly Placed[],
  { color = INK, symbol = "circle", size = 6 }: NonNullable<DrawnTrace["marker"]>,
): string {
  const across = Math.max(...[size].flat());
  const looks = flatGroup(
    points,
    ({ place }) => at(symbol, place) ?? "circle",
    ({ place }) => at(color, place) ?? INK,
  );
  return looks
    .map(([one, ink, alike]) => {
      const places = alike.map(({ point }) => point);
      return shapes(one === "arrow" ? places : apart(places), one, ink, across);
    })
    .join("");
}

/** Of markers on the same pixel one: the others would not be seen. */
function apart(points: readonly [number, number][]): [number, number][] {
  return [...new Map(points.map((point) => [point.map(Math.round).join(), point])).values()];
}

interface Stroke {
  /** Beside the marker's radius. */
  readonly width: number;
  readonly linecap?: "round" | "square";
  readonly d: (middle: readonly [number, number], radius: number) => string;
}

const dot = ([x, y]: readonly [number, number]): string => `M${Math.round(x)} ${Math.round(y)}h0`;

/** Markers that are dots or two strokes, which takes fewer letters than their outlines. */
const STROKES: Readonly<Record<string, Stroke>> = {
  circle: { width: 1.7, linecap: "round", d: dot },
  square: { width: 1.7, linecap: "square", d: dot },
  cross: {
    width: 2 * ARM,
    d: ([x, y], r) =>
      `M${short(x)} ${short(y - r)}v${short(2 * r)}M${short(x - r)} ${short(y)}h${short(2 * r)}`,
  },
  x: {
    width: 2 * ARM,
    d: ([x, y], r) => {
      const arm = r * Math.SQRT1_2;
      const whole = short(2 * arm);
      return `M${short(x - arm)} ${short(y - arm)}l${whole} ${whole}m0-${whole}l-${whole} ${whole}`;
    },
  },
};

/** Some markers as strokes, the others as the outlines that an explorer has. */
function shapes(points: readonly [number, number][], symbol: string, color: string, across: number): string {
  if (symbol === "arrow") return arrowHead(points.at(-2), points.at(-1), color);
  if (symbol === "circle-open") {
    return points
      .map(([cx, cy]) =>
        element("circle", { cx, cy, r: across / 2, fill: "none", stroke: color, "stroke-width": 2 }),
      )
      .join("");
  }
  const stroke = STROKES[symbol];
  if (stroke !== undefined) {
    const { width, linecap, d } = stroke;
    return element("path", {
      d: points.map((point) => d(point, across / 2)).join(""),
      stroke: color,
      "stroke-width": (across / 2) * width,
      "stroke-linecap": linecap,
    });
  }
  const [corner, ...ways] = waysAround(symbol, across / 2);
  const d = points
    .map(([x, y]) => `M${short(x + corner![0])} ${short(y + corner![1])}${outline(ways)}z`)
    .join("");
  return symbol.endsWith("-open")
    ? element("path", { d, fill: "none", stroke: color, "stroke-width": 2 })
    : element("path", { d, fill: color });
}

/** The first corner of a marker around 0, and the ways from corner to corner. */
function waysAround(symbol: string, radius: number): [number, number][] {
  const numbers = markerShape(symbol, [0, 0], radius)
    .match(/-?[\d.]+/g)!
    .map(Number);
  const corners = Array.from({ length: numbers.length / 2 }, (_, k) => [
    numbers[2 * k]!,
    numbers[2 * k + 1]!,
  ]);
  return corners.map(([x, y], k): [number, number] => {
    const [fromX, fromY] = corners[k - 1] ?? [0, 0];
    return [x! - fromX!, y! - fromY!];
  });
}

const outline = (ways: readonly (readonly [number, number])[]): string =>
  `l${ways.map(([dx, dy]) => `${short(dx)} ${short(dy)}`).join(" ")}`.replaceAll(" -", "-");

function arrowHead(
  from: [number, number] | undefined,
  to: [number, number] | undefined,
  fill: string,
): string {
  if (from === undefined || to === undefined) return "";
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return element("path", {
    d: "M0 0l-12 5v-10z",
    transform: `translate(${short(to[0])} ${short(to[1])}) rotate(${short(angle)})`,
    fill,
  });
}
