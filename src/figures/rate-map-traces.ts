import type { PlotlyObject } from "./plotly.ts";
import { GOLD } from "./palette.ts";
import type { RateTheory } from "./rate-theory.ts";
import { rounded } from "./view.ts";

/** A point of the map and its rate. */
export interface Best {
  readonly lambda: number;
  readonly alpha: number;
  readonly rate: number;
}

/** White numbers can be read on all of them, on light pages and on dark ones. */
const COLOURS = [
  [0, "#0a2038"],
  [0.4, "#1f5a86"],
  [0.75, "#2f7a80"],
  [0.95, "#7d7030"],
  [0.9501, "#a8443a"],
  [1, "#a8443a"],
] as const;
/** Beyond this the map does not tell rates apart, so that its colours show the stable ones. */
const CAP = 1.5;
const [LEAST, MOST] = [0, 1 / 0.95];

/** The map itself. */
export function mapTrace(
  x: readonly number[],
  y: readonly number[],
  rates: readonly (readonly number[])[],
): PlotlyObject {
  return {
    type: "contour",
    x,
    y,
    z: rates.map((row) => row.map((rate) => rounded(Math.min(rate, CAP), 3))),
    zmin: LEAST,
    zmax: MOST,
    colorscale: COLOURS,
    autocontour: false,
    contours: {
      coloring: "heatmap",
      start: 0.1,
      end: 1,
      size: 0.1,
      showlabels: true,
      labelfont: { color: "#ffffff", size: 11 },
    },
    line: { color: "rgba(255,255,255,0.55)", width: 1 },
    colorbar: { title: { text: "rate per step" }, thickness: 12, tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    hovertemplate: `%{x:.3~r}, %{y:.3~r}<br>errors times %{z:.3f} per step (${CAP} stands for ${CAP} and more)<extra></extra>`,
    name: "rate",
  };
}

/** Up to where a closed form is stable. */
export function limitTrace(
  theory: RateTheory,
  alphas: readonly number[],
  lambdas: readonly number[],
  hn: number,
): PlotlyObject {
  const inside = alphas.filter((alpha) => theory.limit(alpha) / hn <= lambdas.at(-1)!);
  return {
    type: "scatter",
    mode: "lines",
    name: "limit of stability, theory",
    x: inside.map((alpha) => rounded(theory.limit(alpha) / hn)),
    y: inside,
    line: { color: "#ff8c1a", dash: "dash", width: 3 },
    hoverinfo: "name",
  };
}

/** The best points, by theory and as measured. */
export function pointTraces(
  best: Best,
  theory: RateTheory | undefined,
  h1: number,
  hn: number,
): PlotlyObject[] {
  const ideal = theory?.best(h1, hn);
  const point = (
    name: string,
    { lambda, alpha, rate }: Best,
    symbol: string,
    color: string,
  ): PlotlyObject => ({
    type: "scatter",
    mode: "markers",
    name,
    x: [rounded(lambda)],
    y: [rounded(alpha)],
    marker: {
      symbol,
      size: 14,
      color,
      line: { width: symbol.endsWith("open") ? 3 : 1, color: symbol.endsWith("open") ? color : "#141414" },
    },
    hovertemplate: `${name}<br>%{x:.4~r}, %{y:.4~r}: errors times ${rounded(rate)}<extra></extra>`,
  });
  return [
    ...(ideal === undefined ? [] : [point("best, theory", ideal, "star", GOLD.dark)]),
    point("best on the map, measured", best, "circle-open", "#ff5fb0"),
  ];
}

/** The row of one value, by its name. */
export function rowTrace(lambdas: readonly number[], row: number, name: string): PlotlyObject {
  return {
    type: "scatter",
    mode: "lines+text",
    x: [lambdas[0], lambdas.at(-1)],
    y: [row, row],
    text: [`<b>${name} = ${row}</b>`, ""],
    textposition: "top right",
    textfont: { color: "#ffffff", size: 13 },
    line: { color: "#ffffff", dash: "dot", width: 2 },
    hoverinfo: "skip",
    showlegend: false,
  };
}
