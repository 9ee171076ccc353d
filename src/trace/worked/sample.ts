import type { Dash, Look } from "../../rules/look.ts";
import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";

/** Plotly's dashes on a short line. */
const DASHES: Readonly<Record<Dash, string>> = {
  solid: "none",
  dash: "8 4",
  dot: "2.5 3.5",
  dashdot: "8 3 2.5 3",
  longdash: "14 4",
  longdashdot: "13 3 2.5 3",
};

/** A short piece of a rule's path, with its marker. */
export function sampleSvg({ color, dark, dash, symbol }: Look): string {
  const [fill, edge] = isOpenMarker(symbol)
    ? ["var(--paper)", "currentColor"]
    : ["currentColor", "var(--paper)"];
  return (
    `<svg class="w-sample" width="36" height="14" aria-hidden="true" style="color:light-dark(${color},${dark})">` +
    `<path d="M0 7H36" stroke="currentColor" stroke-width="3" fill="none" stroke-dasharray="${DASHES[dash]}"/>` +
    `<path d="${markerShape(symbol, [18, 7], 5)}" fill="${fill}" stroke="${edge}" stroke-width="1.6"/></svg>`
  );
}
