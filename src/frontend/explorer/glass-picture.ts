import type { Point } from "../../figures/arrows.ts";
import { evenLevels } from "../../figures/contour-levels.ts";
import { heightsOver } from "../../figures/heights.ts";
import { isolines } from "../../figures/isolines.ts";
import type { Magnified, MagnifiedArrow } from "../../figures/magnified.ts";
import { grid, type Interval } from "../../figures/view.ts";
import type { Objective } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
import { markerShape } from "../../rules/marker-shape.ts";
import { widthOf } from "../measure.ts";
import { freshId, svg } from "../elements.ts";
import { textColours } from "./magnifier-style.ts";
import { line, type Pixels } from "./strokes.ts";
import {
  arrowShape,
  type Glass,
  type Inset,
  isHidden,
  placeLabels,
  type Rectangle,
  type Shaft,
  type Size,
} from "./magnifier-geometry.ts";

/** What is in the magnifier. */
interface GlassParts {
  readonly objective: Objective;
  readonly step: Magnified;
  /** The points passed through up to the step, its end the last. */
  readonly been: readonly Point[];
  readonly look: Look;
  /** How the rule's path is dashed, as SVG says it. */
  readonly dash: string;
  /** The typefaces of the words. */
  readonly typefaces: string;
}

/** A part of the surface with the arrows of a step. */
export function glassPicture(parts: GlassParts, glass: Glass, inset: Inset): SVGElement[] {
  const { objective, step, been, look, dash, typefaces } = parts;
  const size = { width: inset.width, height: inset.height };
  const places = been.map((point) => glass.at(point));
  const [from, to] = places.slice(-2) as [Pixels, Pixels];
  const style = `--light:${look.color};--dark:${look.dark}`;
  const path = { class: "m-been", style, d: line(places.slice(0, -1)), "stroke-dasharray": dash };
  const clip = freshId();
  return [
    svg("clipPath", { id: clip }, svg("rect", { x: 0, y: 0, ...size, rx: 12 })),
    svg(
      "g",
      { "clip-path": `url(#${clip})` },
      ...groundOf(objective, glass, size),
      svg("path", path),
      ...ratesBox(step, been.at(-2)!, glass),
      ...arrowsOf(step, to, glass, inset, `650 13px ${typefaces}`),
      svg("path", { class: "m-here", style, d: markerShape(look.symbol, from, 4.5) }),
      svg("path", { class: "m-there", style, d: markerShape(look.symbol, to, 8) }),
    ),
    svg("rect", { class: "m-edge", x: 0, y: 0, ...size, rx: 12 }),
    svg("text", { class: "m-zoom", x: 14, y: size.height - 12 }, zoomText(glass)),
  ];
}

const zoomText = ({ zoom }: Glass): string => {
  const times = `${Number(zoom.toFixed(zoom < 4 ? 1 : 0))} times`;
  return zoom < 1 ? `${times} as large as on the map` : `magnified ${times}`;
};

const GRID = 25;

function groundOf(objective: Objective, glass: Glass, size: Size): SVGElement[] {
  const [halfWidth, halfHeight] = [size.width / 2 / glass.scale, size.height / 2 / glass.scale];
  const [x, y] = glass.middle;
  const views: [Interval, Interval] = [
    [x - halfWidth, x + halfWidth],
    [y - halfHeight, y + halfHeight],
  ];
  const point = (px: number, py: number): Float64Array => Float64Array.of(px, py);
  const { height, levels } = heightsOver(objective, grid(views[0], GRID), grid(views[1], GRID), point);
  const values = evenLevels({ ...levels, size: 2 * levels.size });
  const lines = isolines((px, py) => height(objective.value(point(px, py))), views, values);
  const at = lines.x.map((px, k) => glass.at([px ?? NaN, lines.y[k] ?? NaN]));
  return [
    svg("rect", { class: "m-ground", x: 0, y: 0, ...size }),
    svg("path", { class: "m-contours", d: line(at) }),
  ];
}

const WIDTHS: Readonly<Record<MagnifiedArrow["kind"], number>> = {
  part: 3.4,
  dashed: 3.4,
  whole: 4.6,
  aside: 2.2,
};
function ratesBox({ rates }: Magnified, here: Point, glass: Glass): SVGElement[] {
  if (rates === undefined) return [];
  const [left, top] = glass.at([here[0] - rates[0], here[1] + rates[1]]);
  const [right, bottom] = glass.at([here[0] + rates[0], here[1] - rates[1]]);
  return [
    svg("rect", { class: "m-rates", x: left, y: top, width: right - left, height: bottom - top }),
    svg("text", { class: "m-rates-name", x: right + 4, y: top + 11 }, "rates"),
  ];
}

const BADGE = 17;

/** The corner in which the button lies that closes it, in pixels. */
const CLOSE = 46;

/** From the badge of an arrow to its name. */
const BEFORE_NAME = 5;

/**
 * @param end the place that is marked as the end of the step
 * @param font that of the arrows' names
 */
function arrowsOf(
  { arrows, landing }: Magnified,
  end: Pixels,
  glass: Glass,
  { hasNames, ...size }: Inset,
  font: string,
): SVGElement[] {
  const shafts = arrows.map(({ from, to, kind }): Shaft => ({
    from: glass.at(from),
    to: glass.at(to),
    width: WIDTHS[kind],
  }));
  const isSeen = (k: number): boolean => !isHidden(shafts[k]!, shafts.slice(k + 1));
  const drawn = arrows.map((arrow, k) => arrowMark(arrow, shafts[k]!));
  const ring = landing === undefined ? [] : [glass.at(landing)];
  const named = arrows.flatMap((arrow, k) =>
    arrow.number === undefined || !isSeen(k) ? [] : [{ arrow, shaft: shafts[k]! }],
  );
  const widths = named.map(({ arrow }) => BADGE + (hasNames ? BEFORE_NAME + widthOf(arrow.name, font) : 0));
  const places = placeLabels(
    [
      ...named.map(({ shaft }) => shaft),
      ...shafts.filter((shaft) => !named.some((one) => one.shaft === shaft)),
    ],
    [...widths, ...shafts.map(() => 0)].map((width) => ({ width, height: BADGE })),
    size,
    [
      { left: 0, top: size.height - 30, width: 150, height: 30 },
      { left: size.width - CLOSE, top: 0, width: CLOSE, height: CLOSE },
      ...ring.map((place) => squareAround(place, 6)),
      squareAround(end, 10),
    ],
  );
  return [
    ...drawn.filter((_, k) => isSeen(k)),
    ...ring.map(([cx, cy]) => svg("circle", { class: "m-landing", cx, cy, r: 4.6 })),
    ...named.map(({ arrow }, k) => labelOf(arrow, places[k]!, hasNames)),
  ];
}

/** An arrow in a picture: it is lit with the terms that have its number. */
export function arrowMark({ number, colour, kind }: MagnifiedArrow, own: Shaft): SVGElement {
  const { shaft, head } = arrowShape(own);
  return svg(
    "g",
    {
      class: `m-arrow m-${kind}`,
      "data-arrow": number ?? false,
      style: `--light:${colour.color};--dark:${colour.dark};--width:${own.width}`,
    },
    svg("path", { class: "m-casing", d: shaft + head }),
    svg("path", { class: "m-shaft", d: shaft }),
    svg("path", { class: "m-head", d: head }),
  );
}

function squareAround([x, y]: Pixels, half: number): Rectangle {
  return { left: x - half, top: y - half, width: 2 * half, height: 2 * half };
}

function labelOf(
  { number, name, colour }: MagnifiedArrow,
  { left, top, height }: Rectangle,
  hasName: boolean,
): SVGElement {
  const y = top + height / 2;
  return svg(
    "g",
    { class: "m-label", "data-arrow": number!, style: textColours(colour) },
    svg("circle", { cx: left + BADGE / 2, cy: y, r: BADGE / 2 }),
    svg(
      "text",
      { class: "m-number", x: left + BADGE / 2, y: y + 4.2, "text-anchor": "middle" },
      String(number),
    ),
    ...(hasName ? [svg("text", { class: "m-name", x: left + BADGE + BEFORE_NAME, y: y + 4.4 }, name)] : []),
  );
}
