import { CONTROLS_HEIGHT } from "../figures/race-controls.ts";
import { isObject, type PlainFigure, type PlainObject } from "./clean.ts";

/** What the moments of a film count; nothing on a chart that is no film of ours. */
export function filmOf({ layout: { meta }, frames }: PlainFigure): string | undefined {
  if (!isObject(meta) || !isObject(meta.film) || frames.length === 0) return undefined;
  return String(meta.film.counts);
}

/** The layout of a film without the controls that it has where we do not draw it. */
export function withoutControls(layout: PlainObject): PlainObject {
  const { sliders, updatemenus, ...rest } = layout;
  if (sliders === undefined && updatemenus === undefined) return layout;
  const { height, margin } = rest as { height: number; margin: { readonly b: number } };
  return { ...rest, height: height - CONTROLS_HEIGHT, margin: { ...margin, b: margin.b - CONTROLS_HEIGHT } };
}
