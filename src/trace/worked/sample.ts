import type { Dash, Look } from "../../rules/look.ts";

/** Plotly's dashes on a short line. */
const DASHES: Readonly<Record<Dash, string>> = {
  solid: "none",
  dash: "8 4",
  dot: "2.5 3.5",
  dashdot: "8 3 2.5 3",
  longdash: "14 4",
  longdashdot: "13 3 2.5 3",
};

/** A short piece of a rule's path. */
export function sampleSvg({ color, dark, dash }: Look): string {
  return (
    `<svg class="w-sample" width="36" height="10" aria-hidden="true" style="color:light-dark(${color},${dark})">` +
    `<path d="M0 5H36" stroke="currentColor" stroke-width="3" fill="none" stroke-dasharray="${DASHES[dash]}"/></svg>`
  );
}
