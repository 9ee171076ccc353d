import Plotly from "plotly.js-dist";
import { isObject, type PlainFigure } from "./clean.ts";
import type { Drawn } from "./drawing.ts";
import { calm } from "./motion.ts";
import { watchWidth } from "./shown.ts";
import { addStyle, preparePaper } from "./style.ts";
import { isDark, themed, watchTheme } from "./theme.ts";
import { inTurn } from "./turn.ts";

const HEIGHT = 420;

/** Scatter traces of more points than this are drawn by the graphics processor, where there is one. */
const MANY_POINTS = 20_000;

/** Nothing leaves the page, and only the tools that help to read a chart are offered. */
const CONFIG = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  topojsonURL: "",
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};

/** Draws a chart in the page's theme and as wide as its container; it follows both. */
export async function drawChart(node: HTMLElement, figure: PlainFigure): Promise<Drawn> {
  const { config } = figure;
  const frames = calm(figure.frames);
  const { height, width, ...layout } = calm(quickened(figure)).layout;
  const data = quickened(figure).data;
  addStyle();
  const chart = document.createElement("div");
  chart.className = "fall-line-chart";
  chart.style.height = `${sizeOr(height, HEIGHT)}px`;
  if (typeof width === "number") chart.style.maxWidth = `${sizeOr(width, 700)}px`;
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", alternativeText(figure));
  node.append(chart);

  const current = (): object => {
    preparePaper(chart, isDark());
    const worn = themed({ ...figure, data, layout });
    return {
      ...worn,
      layout: { uirevision: "kept", ...worn.layout, autosize: true },
      frames,
      config: { ...CONFIG, ...config },
    };
  };
  const remove = (): void => {
    for (const watch of watches) watch.stop();
    Plotly.purge(chart);
    chart.remove();
  };
  const redraw = (): void => void Plotly.react(chart, current());
  const watches: { stop: () => void }[] = [];
  try {
    await inTurn(chart, () => Plotly.newPlot(chart, current()));
  } catch (error) {
    remove();
    throw error;
  }
  watches.push(
    watchWidth(chart, () => {
      preparePaper(chart, isDark());
      void Plotly.Plots.resize(chart);
    }),
    watchTheme(redraw),
  );
  return { remove };
}

function sizeOr(size: unknown, otherwise: number): number {
  return typeof size === "number" && size >= 50 && size <= 4000 ? size : otherwise;
}

function quickened(figure: PlainFigure): PlainFigure {
  const data = figure.data.map((trace) => {
    const { type = "scatter", x, y } = trace as { type?: unknown; x?: unknown; y?: unknown };
    const points = Math.max(lengthOf(x), lengthOf(y));
    return type === "scatter" && points > MANY_POINTS && hasGraphics()
      ? { ...trace, type: "scattergl" }
      : trace;
  });
  return { ...figure, data };
}

function lengthOf(list: unknown): number {
  return isObject(list) || typeof list !== "object" || list === null
    ? 0
    : (list as { length: number }).length;
}

let graphics: boolean | undefined;

function hasGraphics(): boolean {
  graphics ??= document.createElement("canvas").getContext("webgl") !== null;
  return graphics;
}

/** What the figure says of itself; else its title. */
function alternativeText({ layout: { meta, title }, data }: PlainFigure): string {
  if (isObject(meta) && typeof meta.alt === "string") return meta.alt;
  const heading = isObject(title) ? title.text : title;
  if (typeof heading === "string" && heading !== "") return heading;
  return `Chart of ${data.length} ${data.length === 1 ? "trace" : "traces"}`;
}
