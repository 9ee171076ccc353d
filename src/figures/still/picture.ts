import type { PlotlyObject } from "../plotly.ts";
import { colourKey } from "./bands.ts";
import { type DrawnTrace, drawnOf } from "./drawn-trace.ts";
import { type Annotation, annotationText, element, INK, type Scale, text } from "./ink.ts";
import { legend } from "./legend.ts";
import { axesOf, MARGIN, type Panel, panelsOf } from "./panel.ts";
import { shapeOf } from "./shapes.ts";

/** What a still picture needs of a figure. */
export interface Drawable {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly alt: string;
}

const WIDTH = 640;

/**
 * Draw the contours, maps, curves, arrows and paths of a figure as SVG, in ink that is readable on light and dark pages.
 * Nothing in it has an id, so that many such pictures can stand in one page.
 */
export function stillPicture({ data, layout, alt }: Drawable): string {
  const height = (layout.height as number | undefined) ?? 400;
  const drawn = drawnOf(data, alt);
  const key = legend(drawn, WIDTH);
  const colours = colourKey(drawn, key.height);
  const { title, annotations = [], meta } = layout as Page;
  const lines = title?.text === undefined || title.text === "" ? [] : title.text.split("<br>").map(plain);
  const titleHeight = lines.length === 0 ? 0 : 6 + TITLE_ROW * lines.length;
  const panels = panelsOf(drawn, layout, {
    width: WIDTH,
    height,
    top: 10 + titleHeight + key.height + colours.height,
  });
  return page({ left: 0, top: 0, width: WIDTH, height }, alt, [
    darkStyle(meta?.dark ?? {}),
    ...lines.map((line, k) => titleLine(line, k, title?.font?.size)),
    element("g", { transform: `translate(0 ${titleHeight})` }, [key.svg, colours.svg]),
    ...panels.map((panel) => panelPicture(panel, annotations)),
  ]);
}

interface PlaneSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What is drawn within the one pair of axes of a figure, edge to edge, without marks and names: a map in which a place is pressed.
 * @param over texts that lie on it
 */
export function stillPlane(
  { data, layout, alt }: Drawable,
  { width, height }: PlaneSize,
  over: readonly Annotation[],
): string {
  const { left, right, bottom: below } = MARGIN;
  const around = { width: left + width + right, height: height + below, top: 0 };
  const [{ xaxis, yaxis, meta }, drawn] = [layout as Plane, drawnOf(data, alt)];
  const axes = { xaxis: { range: xaxis.range }, yaxis: { range: yaxis.range } };
  const panel = panelsOf(drawn, axes, around)[0]!;
  return page({ left, top: 0, width, height }, alt, [
    darkStyle(meta?.dark ?? {}),
    ...panel.traces.map((trace) => shapeOf(trace, panel)),
    ...over.map((one) => annotationText(one, panel.x.place, panel.y.place)),
  ]);
}

/** A picture of its own, of which this part is seen. */
function page(
  { left, top, width, height }: PlaneSize & { readonly left: number; readonly top: number },
  alt: string,
  children: readonly string[],
): string {
  const seen = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `${left} ${top} ${width} ${height}`,
    ...{ width, height, role: "img", "font-family": "sans-serif", "font-size": 12, fill: INK },
  };
  return element("svg", seen, [`<title>${text(alt)}</title>`, ...children]);
}

type Plane = Page & Readonly<Record<"xaxis" | "yaxis", { readonly range: readonly [number, number] }>>;

interface Page {
  readonly title?: { readonly text?: string; readonly font?: { readonly size?: number } };
  readonly annotations?: readonly Annotation[];
  readonly meta?: { readonly dark?: Readonly<Record<string, string>> };
}

function panelPicture(panel: Panel, annotations: readonly Annotation[]): string {
  const { left, right, top, bottom, x, y } = panel;
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const own = annotations.filter(({ xref = "x" }) => xref === panel.name || xref === "paper");
  const across = ({ xref }: Annotation): Scale =>
    xref === "paper" ? (share) => left + share * (right - left) : x.place;
  return [
    element("svg", { ...box, viewBox: `${left} ${top} ${right - left} ${bottom - top}` }, [
      panel.traces.map((trace: DrawnTrace) => shapeOf(trace, panel)).join(""),
    ]),
    axesOf(panel),
    ...own.map((annotation) => annotationText(plainText(annotation), across(annotation), y.place)),
  ].join("");
}

/** On a dark page, colours take their counterparts. */
function darkStyle(dark: Readonly<Record<string, string>>): string {
  const rules = Object.entries(dark).map(
    ([light, color]) =>
      `[stroke="${text(light)}"]{stroke:${text(color)}}[fill="${text(light)}"]{fill:${text(color)}}`,
  );
  return rules.length === 0 ? "" : `<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>`;
}

const TITLE_ROW = 16;

/** A line of the title; lines that Plotly sets small are small here too. */
function titleLine(line: string, k: number, size = 15): string {
  return element("text", { x: 8, y: 18 + TITLE_ROW * k, "font-size": size }, [text(line)]);
}

const plainText = (annotation: Annotation): Annotation => ({
  ...annotation,
  text: annotation.text.split("<br>").map(plain).join("<br>"),
});

/** Plotly's text without its markup. */
function plain(marked: string): string {
  return marked.replaceAll(/<\/?(b|i|span|sub|sup)(\s[^>]*)?>/g, "");
}
