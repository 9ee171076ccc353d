import type { Dash } from "../rules/look.ts";

/** The dashes of looks, in pixels of line and gap. */
const LENGTHS: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dash: [7, 4],
  dot: [2, 3.2],
  dashdot: [8, 3.5, 2, 3.5],
  longdash: [12, 4],
  longdashdot: [12, 3.5, 2, 3.5],
};

/** A dash as Plotly reads its lengths: `"7px,4px"`. */
export function dashed(dash: Dash): string {
  return LENGTHS[dash].map((length) => `${length}px`).join(",") || "solid";
}

/** A dash as SVG's `stroke-dasharray`: `"7 4"`. */
export function dashArray(dash: Dash): string {
  return LENGTHS[dash].join(" ") || "none";
}
