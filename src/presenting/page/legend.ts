/** The legend of a figure, in the column of words beside it: the figure itself has the room. */
import { html, svg } from "../../frontend/elements.ts";
import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";
import { fitSlide } from "./fit.ts";
import type { PlainFigure, PlainObject } from "./plain-figure.ts";

/** Pixels of a sample, and of a marker in it. */
const SAMPLE = { width: 48, height: 22 };
const RADIUS = 8;

/** Puts the legend of a figure beside it, or below it where no words stand beside it; of curves that have their names nothing. */
export function addLegend(stage: HTMLElement, { data, layout }: PlainFigure): void {
  const named = data.filter(isNamed);
  if (layout["showlegend"] === false || named.length === 0) return;
  const { dark = {} } = (layout["meta"] ?? {}) as { readonly dark?: Readonly<Record<string, string>> };
  const picture = stage.closest<HTMLElement>(".picture");
  const legend = html(
    "ul",
    { class: `legend${picture?.classList.contains("answer") === true ? " answer" : ""}` },
    ...named.map((trace) => html("li", {}, sampleOf(trace, dark), html("span", {}, nameOf(trace)))),
  );
  const slide = picture?.closest<HTMLElement>(".slide");
  const body = slide?.querySelector(":scope > .body");
  if (slide == null || body == null) {
    stage.after(legend);
    return;
  }
  (body.querySelector(".laid, .asking") ?? body).append(legend);
  fitSlide(slide);
}

const isNamed = ({ type, showlegend, name }: PlainObject): boolean =>
  type === "scatter" && showlegend !== false && typeof name === "string" && name !== "";

const nameOf = ({ name }: PlainObject): string => String(name).replace(/<[^>]*>/g, " ");

/** A piece of the line, and its marker, in their colours on a light page and on a dark one. */
function sampleOf({ mode, line, marker }: PlainObject, dark: Readonly<Record<string, string>>): SVGElement {
  const { color = "", dash = "solid" } = (line ?? {}) as { readonly color?: string; readonly dash?: string };
  const { color: fill = color, symbol = "circle" } = (marker ?? {}) as {
    readonly color?: string;
    readonly symbol?: string;
  };
  const [width, height] = [SAMPLE.width, SAMPLE.height];
  const modes = String(mode);
  const paint = (one: string): string => `color: light-dark(${one}, ${dark[one] ?? one})`;
  const middle = height / 2;
  const drawn = [
    ...(modes.includes("lines")
      ? [svg("path", { d: `M0,${middle}H${width}`, style: paint(color), "stroke-dasharray": dashOf(dash) })]
      : []),
    ...(modes.includes("markers")
      ? [
          svg("path", {
            d: markerShape(symbol, [width / 2, middle], RADIUS),
            style: paint(fill),
            fill: isOpenMarker(symbol) ? "none" : "currentcolor",
          }),
        ]
      : []),
  ];
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }, ...drawn);
}

/** Plotly's dashes by their names, and its lengths as SVG has them. */
const DASHES: Readonly<Record<string, string>> = {
  solid: "none",
  dash: "9 9",
  dot: "3 3",
  dashdot: "9 3 3 3",
};

const dashOf = (dash: string): string => DASHES[dash] ?? dash.replaceAll("px", "").replaceAll(",", " ");
