/** A plane on a slide: a unit is as long on both axes. */
import { isRound } from "../../figures/axes-within.ts";
import type { Size } from "../../figures/names-at-paths.ts";
import { axisRange, type PlainFigure } from "./plain-figure.ts";

/**
 * The recipe of a landscape that goes from edge to edge: where a unit is as long on both axes, its view reaches on in the
 * direction in which the place is longer than it.
 */
export function bled(
  specification: unknown,
  draw: (specification: unknown) => PlainFigure,
  place: Size,
): unknown {
  const { layout } = draw(specification);
  const { options, ...rest } = specification as { readonly options?: object };
  const [x, y] = [axisRange(layout, "xaxis"), axisRange(layout, "yaxis")];
  if (x === undefined || y === undefined || !isRound(layout)) return specification;
  const unit = Math.min(place.width / (x[1] - x[0]), place.height / (y[1] - y[0]));
  const view = [reaching(x, place.width / unit), reaching(y, place.height / unit)];
  return { ...rest, options: { ...options, view } };
}

function reaching([from, to]: readonly [number, number], length: number): [number, number] {
  const more = (length - (to - from)) / 2;
  return [from - more, to + more];
}
