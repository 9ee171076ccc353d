import { TOKENS } from "../tokens.ts";
import { html } from "./elements.ts";

/** How wide a chart may be on paper, in pixels. */
const PAPER_WIDTH = 640;

/** A chart is as wide as it was drawn; where that is too wide it is shown smaller, and on paper a dark one is a light one. */
const STYLE = `
.fall-line-room { display: flow-root; position: relative; overflow: clip; }
.fall-line-save { position: absolute; top: 0; right: 0; z-index: 1; padding: 4px 10px; border: 1px solid; border-radius: 8px;
  background: var(--jp-layout-color0, Canvas); color: inherit; font: 13px/1.4 var(--jp-ui-font-family, sans-serif); opacity: 0; cursor: pointer; }
.fall-line-room:hover > .fall-line-save, .fall-line-save:focus-visible { opacity: 1; }
@media print, (hover: none) { .fall-line-save { display: none; } }
.fall-line-room .fall-line-note { margin: 4px 8px; font-size: 0.9em; }
.fall-line-chart { width: var(--fall-line-width); transform-origin: 0 0; transform: var(--fall-line-scale);
  margin-bottom: var(--fall-line-gap); }
.fall-line-chart[data-theme="light"] { --halo: ${TOKENS.paper[0]}; }
.fall-line-chart[data-theme="dark"] { --halo: ${TOKENS.paper[1]}; }
.fall-line-chart.named :is(.annotation-text, .xtick text, .ytick text) { paint-order: stroke; stroke: var(--halo); stroke-width: 3.5px; stroke-linejoin: round; }
@media print {
  .fall-line-chart { transform: none; zoom: var(--fall-line-zoom); margin-bottom: 0; break-inside: avoid; }
  .fall-line-chart[data-theme="dark"] { filter: invert(1) hue-rotate(180deg); }
}`;

/** Puts rules into the page, once; by default those for charts. */
export function addStyle(id = "fall-line-style", rules = STYLE): void {
  if (document.getElementById(id) !== null) return;
  document.head.append(html("style", { id }, rules));
}

/** Shows a chart that is drawn so wide in as much room as there is. */
export function placeChart(chart: HTMLElement, width: number, room: number): void {
  const scale = Math.min(1, room / width);
  const height = parseFloat(chart.style.height);
  const variables = {
    width: `${width}px`,
    scale: scale < 1 ? `scale(${scale})` : "none",
    gap: `${(scale - 1) * height}px`,
    zoom: String(Math.min(1, PAPER_WIDTH / width)),
  };
  for (const [name, value] of Object.entries(variables))
    chart.style.setProperty(`--fall-line-${name}`, value);
}
