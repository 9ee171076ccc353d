/** The view of a plane that fills a place. */
import { isRound } from "./axes-within.ts";
import type { Size } from "./names-at-paths.ts";
import type { PlotlyObject } from "./plotly.ts";
import type { Interval } from "./view.ts";

/**
 * A view that reaches on in the direction in which the place is longer than the plane is; nothing where a unit is not as long on
 * both axes.
 */
export function reachingView(layout: PlotlyObject, place: Size): [Interval, Interval] | undefined {
  const [x, y] = ["xaxis", "yaxis"].map((axis) => (layout[axis] as { range?: Interval } | undefined)?.range);
  if (x === undefined || y === undefined || !isRound(layout)) return undefined;
  const unit = Math.min(place.width / (x[1] - x[0]), place.height / (y[1] - y[0]));
  return [reaching(x, place.width / unit), reaching(y, place.height / unit)];
}

function reaching([from, to]: Interval, length: number): [number, number] {
  const more = (length - (to - from)) / 2;
  return [from - more, to + more];
}
