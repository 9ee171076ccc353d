import { flatGroup } from "d3-array";
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
    .map(([one, ink, alike]) =>
      shapes(
        alike.map(({ point }) => point),
        one,
        ink,
        across,
      ),
    )
    .join("");
}

/** Dots of one path; arrow heads, rings and stars as shapes of their own. */
function shapes(points: readonly [number, number][], symbol: string, color: string, across: number): string {
  if (symbol === "arrow") return arrowHead(points.at(-2), points.at(-1), color);
  if (symbol === "circle-open") {
    return points
      .map(([cx, cy]) =>
        element("circle", { cx, cy, r: across / 2, fill: "none", stroke: color, "stroke-width": 2 }),
      )
      .join("");
  }
  if (symbol === "star-open") {
    const d = points.map(([x, y]) => star(x, y, across / 2)).join("");
    return element("path", { d, fill: "none", stroke: color });
  }
  if (symbol === "star")
    return points.map(([x, y]) => element("path", { d: star(x, y, across / 2), fill: color })).join("");
  if (symbol === "x") {
    const d = points.map(([x, y]) => `M${short(x - 4)} ${short(y - 4)}l8 8m0-8l-8 8`).join("");
    return element("path", { d, stroke: color, "stroke-width": 3 });
  }
  const dots = points
    .map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`)
    .filter((dot, k, all) => dot !== all[k - 1]);
  const cap = symbol.startsWith("square") || symbol.startsWith("x") ? "square" : "round";
  return element("path", {
    d: dots.join(""),
    stroke: color,
    "stroke-width": across * 0.85,
    "stroke-linecap": cap,
  });
}

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

/** A star with five points. */
export function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, k) => {
    const [angle, reach] = [(k * Math.PI) / 5, k % 2 === 0 ? radius : radius * 0.42];
    return `${short(x + reach * Math.sin(angle))} ${short(y - reach * Math.cos(angle))}`;
  });
  return `M${points.join("L")}z`;
}
