import { namedAtPaths, type Size } from "../names-at-paths.ts";
import { PAPER } from "../palette.ts";
import type { PlotlyObject } from "../plotly.ts";
import { colourKey } from "./bands.ts";
import { type DrawnTrace, drawnOf } from "./drawn-trace.ts";
import { type Annotation, annotationText, element, INK, type Scale, text } from "./ink.ts";
import { legend } from "./legend.ts";
import { axesOf, type Panel, panelsOf } from "./panel.ts";
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
export function stillPicture({ data, layout: given, alt }: Drawable): string {
  const height = (given.height as number | undefined) ?? 400;
  const drawn = drawnOf(data, alt);
  const layout = namedAtPaths({ data, layout: given }, { width: WIDTH, height });
  const isNamed = layout !== given;
  const key = isNamed ? { svg: "", height: 0 } : legend(drawn, WIDTH);
  const colours = colourKey(drawn, key.height);
  const { title, annotations = [], meta } = layout as Page;
  const lines = title?.text === undefined || title.text === "" ? [] : title.text.split("<br>").map(plain);
  const titleHeight = lines.length === 0 ? 0 : 6 + TITLE_ROW * lines.length;
  const panels = panelsOf(drawn, layout, {
    width: WIDTH,
    height,
    top: isNamed
      ? (layout.margin as { readonly t: number }).t
      : 10 + titleHeight + key.height + colours.height,
  });
  return page({ width: WIDTH, height }, { alt, dark: meta?.dark }, [
    ...lines.map((line, k) => titleLine(line, k, title?.font?.size)),
    element("g", { transform: `translate(0 ${titleHeight})` }, [key.svg, colours.svg]),
    ...panels.map((panel) => panelPicture(panel, annotations)),
  ]);
}

/**
 * What is drawn within the one pair of axes of a figure, edge to edge, without marks and names: a map in which a place is pressed.
 * @param over texts that lie on it
 */
export function stillPlane(
  { data, layout, alt }: Drawable,
  { width, height }: Size,
  over: readonly Annotation[],
): string {
  const [{ xaxis, yaxis, meta }, drawn] = [layout as Plane, drawnOf(data, alt)];
  const edgeToEdge = { ticklabelposition: "inside" };
  const axes = { xaxis: { range: xaxis.range, ...edgeToEdge }, yaxis: { range: yaxis.range } };
  const panel = panelsOf(drawn, axes, { width, height, top: 0 })[0]!;
  return page({ width, height }, { alt, dark: meta?.dark }, [
    ...panel.traces.map((trace) => shapeOf(trace, panel)),
    ...over.map((one) => annotationText(one, panel.x.place, panel.y.place)),
  ]);
}

function page(
  { width, height }: Size,
  { alt, dark = {} }: { readonly alt: string; readonly dark: Colours | undefined },
  children: readonly string[],
): string {
  const seen = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    ...{ width, height, role: "img", "font-family": "sans-serif", "font-size": 12, fill: INK },
  };
  const drawn = children.join("");
  return element("svg", seen, [`<title>${text(alt)}</title>`, darkStyle(dark, drawn), drawn]);
}

type Colours = Readonly<Record<string, string>>;

type Plane = Page & Readonly<Record<"xaxis" | "yaxis", { readonly range: readonly [number, number] }>>;

interface Page {
  readonly title?: { readonly text?: string; readonly font?: { readonly size?: number } };
  readonly annotations?: readonly Annotation[];
  readonly meta?: { readonly dark?: Colours };
}

function panelPicture(panel: Panel, annotations: readonly Annotation[]): string {
  const { left, right, top, bottom, x, y } = panel;
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const halo = panel.isNumberedWithin ? { bgcolor: PAPER.color } : {};
  const own = annotations.filter(({ xref = "x" }) =>
    [panel.name, "paper", `${panel.name} domain`].includes(xref),
  );
  const across = ({ xref = "" }: Annotation): Scale =>
    /paper|domain/.test(xref) ? (share) => left + share * (right - left) : x.place;
  const up = ({ yref = "" }: Annotation): Scale =>
    yref.endsWith("domain") ? (share) => bottom - share * (bottom - top) : y.place;
  return [
    element("svg", { ...box, viewBox: `${left} ${top} ${right - left} ${bottom - top}` }, [
      panel.traces.map((trace: DrawnTrace) => shapeOf(trace, panel)).join(""),
    ]),
    axesOf(panel),
    ...own.map((annotation) =>
      annotationText(plainText({ ...halo, ...annotation }), across(annotation), up(annotation)),
    ),
  ].join("");
}

/** On a dark page, the colours in which something is drawn take their counterparts. */
function darkStyle(dark: Colours, drawn: string): string {
  const rules = Object.entries(dark).flatMap(([light, color]) =>
    ["stroke", "fill"]
      .filter((paint) => drawn.includes(`${paint}="${text(light)}"`))
      .map((paint) => `[${paint}="${text(light)}"]{${paint}:${text(color)}}`),
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
