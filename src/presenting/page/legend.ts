/** The legend of a figure, in the column of words beside it: the figure itself has the room. */
import { strokeDashes } from "../../figures/still/ink.ts";
import { html, svg } from "../../frontend/elements.ts";
import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";
import { withIndices } from "../indices.ts";
import { fitSlide } from "./fit.ts";
import type { PlainFigure, PlainObject } from "./plain-figure.ts";

/** Pixels of a sample, and of a marker in it. */
const SAMPLE = { width: 48, height: 22 };
const RADIUS = 8;

/** Puts the legend of a figure beside it, or below it where no words stand beside it; of curves that have their names nothing. */
export function addLegend(stage: HTMLElement, { data, layout }: PlainFigure): void {
  const named = data.filter(isNamed);
  if (layout["showlegend"] === false || named.length === 0) return;
  const dark = darkIn(layout);
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

/** The digits of choices wear the colours of the curves that have them for names. */
export function colorDigits(stage: HTMLElement, { data, layout }: PlainFigure): void {
  const hands = stage.closest(".slide")?.querySelectorAll<HTMLElement>(".hand");
  for (const { name, mode, line } of data) {
    if (mode !== "lines") continue;
    const { color } = line as { readonly color: string };
    const background = onEither(color, darkIn(layout));
    hands?.[Number(name) - 1]?.setAttribute("style", `background: ${background}; color: var(--paper)`);
  }
}

type Dark = Readonly<Record<string, string>>;

const darkIn = ({ meta }: PlainObject): Dark => (meta as { readonly dark?: Dark } | undefined)?.dark ?? {};

/** A color on a light page, and what stands for it on a dark one. */
const onEither = (color: string, dark: Dark): string => `light-dark(${color}, ${dark[color] ?? color})`;

const isNamed = ({ type, showlegend, name }: PlainObject): boolean =>
  type === "scatter" && showlegend !== false && typeof name === "string" && name !== "";

const nameOf = ({ name }: PlainObject): string => withIndices(String(name).replace(/<[^>]*>/g, " "));

/** A piece of the line, and its marker, in their colours on a light page and on a dark one. */
function sampleOf({ mode, line, marker }: PlainObject, dark: Dark): SVGElement {
  const { color = "", dash = "solid" } = (line ?? {}) as { readonly color?: string; readonly dash?: string };
  const { color: fill = color, symbol = "circle" } = (marker ?? {}) as {
    readonly color?: string;
    readonly symbol?: string;
  };
  const [width, height] = [SAMPLE.width, SAMPLE.height];
  const modes = String(mode);
  const paint = (one: string): string => `color: ${onEither(one, dark)}`;
  const middle = height / 2;
  const drawn = [
    ...(modes.includes("lines")
      ? [
          svg("path", {
            d: `M0,${middle}H${width}`,
            style: paint(color),
            "stroke-dasharray": strokeDashes(dash) ?? "none",
          }),
        ]
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
