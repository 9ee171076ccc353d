/** A plane on a slide: a unit is as long on both axes. */
import { INK } from "../../figures/palette.ts";
import { axisName, LEAST, titleOf } from "./axis-name.ts";
import type { Size } from "./path-names.ts";
import { annotationsOf, axisRange, type PlainFigure, type PlainObject } from "./plain-figure.ts";

/** Whether a figure is one. */
export const isRound = ({ yaxis }: PlainObject): boolean =>
  (yaxis as PlainObject | undefined)?.["scaleanchor"] !== undefined;

/** How far names stand from the edges, past a row of numbers and past a column of them. */
const PAST = { row: 20, column: 40 };

/** It is as large as its place allows: numbers stand within, and beside them the names of the axes. */
export function planeOf(layout: PlainObject): PlainObject {
  const [x, y] = ["xaxis", "yaxis"].map((name) => layout[name] as PlainObject);
  const within = {
    title: undefined,
    ticks: "",
    ticklabelposition: "inside",
    tickfont: { size: LEAST, color: INK.color },
  };
  return {
    xaxis: { ...x, ...within },
    yaxis: { ...y, ...within },
    margin: { l: 0, r: 0, t: 0, b: 0 },
    annotations: [
      ...annotationsOf(layout),
      axisName(titleOf(x!), { x: 1, y: 0, xanchor: "right", yanchor: "bottom", yshift: PAST.row }),
      axisName(titleOf(y!), { x: 0, y: 1, xanchor: "left", yanchor: "top", xshift: PAST.column }),
    ],
    showlegend: false,
  };
}

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
