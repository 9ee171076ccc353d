import { escapeHtml } from "../../escape.ts";
import { type Dash, DASHES } from "../../rules/look.ts";
import { dashArray } from "../dashes.ts";

/** Grey that is readable on white and on black. */
export const INK = "#767676";

/** A trace's dash, by name or in pixels, as SVG's. */
export function strokeDashes(dash = "solid"): string | undefined {
  if (dash === "solid") return undefined;
  return DASHES.includes(dash as Dash)
    ? dashArray(dash as Dash)
    : dash.replaceAll("px", "").replaceAll(",", " ");
}

/** Position in the picture of a number on an axis. */
export type Scale = (value: number) => number;

/** An SVG element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : text(value!)}"`);
  return children.length === 0
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

/** Text as SVG may hold it; characters that XML has no place for are left out. */
export function text(value: string): string {
  return escapeHtml(value).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""); // oxlint-disable-line no-control-regex
}

/** A number with one decimal. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** A text that stands in a figure. */
export interface Annotation {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly xref?: string;
  readonly yref?: string;
  readonly xshift?: number;
  readonly yshift?: number;
  readonly textangle?: number;
  readonly yanchor?: "top" | "middle" | "bottom";
  readonly xanchor?: "left" | "center" | "right";
  readonly font?: { readonly color?: string; readonly size?: number };
  /** What lies behind the text. */
  readonly bgcolor?: string;
  /** A line to where a name stands, so far aside and down. */
  readonly ax?: number;
  readonly ay?: number;
  readonly arrowcolor?: string;
}

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;

/** The paper around letters that lie on a picture. */
export const halo = (paper: string) => ({
  stroke: paper,
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
});

/** An annotation as SVG. */
export function annotationText(annotation: Annotation, toX: Scale, toY: Scale): string {
  const {
    x,
    y,
    xshift = 0,
    yshift = 0,
    textangle = 0,
    xanchor = "center",
    yanchor = "middle",
    font,
    bgcolor,
    ax,
    ay,
    arrowcolor,
  } = annotation;
  const [px, py] = [toX(x) + xshift, toY(y) - yshift];
  if (ax !== undefined && ay !== undefined)
    return element("path", {
      d: `M${short(px)} ${short(py)}l${short(ax)} ${short(ay)}`,
      stroke: arrowcolor,
      "stroke-width": 1.5,
    });
  const lines = annotation.text.split("<br>");
  const firsts = {
    top: 1,
    middle: 0.35 - 0.55 * (lines.length - 1),
    bottom: -0.25 - 1.1 * (lines.length - 1),
  };
  return element(
    "text",
    {
      transform: `translate(${short(px)} ${short(py)})${textangle === 0 ? "" : ` rotate(${short(textangle)})`}`,
      dy: `${firsts[yanchor]}em`,
      "text-anchor": ANCHORS[xanchor],
      fill: font?.color,
      "font-size": font?.size,
      ...(bgcolor !== undefined && halo(bgcolor)),
    },
    lines.length === 1
      ? [text(lines[0]!)]
      : lines.map((line, k) => element("tspan", { x: 0, dy: k === 0 ? 0 : "1.1em" }, [text(line)])),
  );
}

/** A path through points in whole pixels; what does not move is left out, and a missing point breaks it. */
export function polyline(points: readonly (readonly [number, number] | undefined)[]): string {
  let [lastX, lastY] = [0, 0];
  let isDown = false;
  return points
    .map((point) => {
      if (point === undefined) {
        isDown = false;
        return "";
      }
      const [dx, dy] = [Math.round(point[0]) - lastX, Math.round(point[1]) - lastY];
      if (isDown && dx === 0 && dy === 0) return "";
      [lastX, lastY] = [lastX + dx, lastY + dy];
      const command = isDown ? `l${dx}${dy < 0 ? "" : " "}${dy}` : `M${lastX} ${lastY}`;
      isDown = true;
      return command;
    })
    .join("");
}
