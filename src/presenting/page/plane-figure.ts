/** A plane on a slide: a unit is as long on both axes. */
import type { Size } from "../../figures/names-at-paths.ts";
import { reachingView } from "../../figures/reaching-view.ts";
import type { PlainFigure } from "./plain-figure.ts";

/** The recipe of a landscape that goes from edge to edge. */
export function bled(
  specification: unknown,
  draw: (specification: unknown) => PlainFigure,
  place: Size,
): unknown {
  const view = reachingView(draw(specification).layout, place);
  if (view === undefined) return specification;
  const { options, ...rest } = specification as { readonly options?: object };
  return { ...rest, options: { ...options, view } };
}
