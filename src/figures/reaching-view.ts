/** The view of a plane that fills a place. */
import { isRound } from "./axes-within.ts";
import type { Size } from "./names-at-paths.ts";
import type { PlotlyObject } from "./plotly.ts";
import type { Interval } from "./view.ts";

/**
 * A view that reaches on in the direction in which the place is longer than the plane is; nothing where a unit is not as long on
 * both axes.
 */
export const reachingView = (layout: PlotlyObject, place: Size): [Interval, Interval] | undefined =>
  viewFor(layout, place, Math.min);

/** A view that ends sooner in the other direction: what is drawn of the plane already fills the place. */
export const coveringView = (layout: PlotlyObject, place: Size): [Interval, Interval] | undefined =>
  viewFor(layout, place, Math.max);

function viewFor(
  layout: PlotlyObject,
  place: Size,
  unitOf: (across: number, up: number) => number,
): [Interval, Interval] | undefined {
  const [x, y] = rangesOf(layout);
  if (x === undefined || y === undefined || !isRound(layout)) return undefined;
  const unit = unitOf(place.width / (x[1] - x[0]), place.height / (y[1] - y[0]));
  return [reaching(x, place.width / unit), reaching(y, place.height / unit)];
}

/** What both axes show, as far as it is set. */
export const rangesOf = (layout: PlotlyObject): (Interval | undefined)[] =>
  ["xaxis", "yaxis"].map((axis) => (layout[axis] as { readonly range?: Interval } | undefined)?.range);

function reaching([from, to]: Interval, length: number): [number, number] {
  const more = (length - (to - from)) / 2;
  return [from - more, to + more];
}
