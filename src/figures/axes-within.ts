/** Axes whose numbers and names stand within the picture, which has no margins. */
import { INK } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";

/** Their type, in pixels. */
export const AXIS_TYPE = 13;

/** How far names stand from the edges, past a row of numbers and past a column of them. */
const PAST = { row: 20, column: 40 };

/** The layout of a figure of two axes with their numbers and names within; what is not shown of them stays so. */
export function axesWithin(layout: PlotlyObject): PlotlyObject {
  const [x, y] = [layout["xaxis"], layout["yaxis"]] as [PlotlyObject, PlotlyObject];
  const within = {
    title: undefined,
    ticks: "",
    ticklabelposition: "inside",
    ticklabeloverflow: "hide past domain",
    tickfont: { size: AXIS_TYPE, color: INK.color },
  };
  return {
    ...layout,
    xaxis: { ...x, ...within },
    yaxis: { ...y, ...within },
    margin: { l: 0, r: 0, t: 0, b: 0 },
    annotations: [
      ...((layout["annotations"] ?? []) as readonly PlotlyObject[]),
      axisName(titleOf(x), { x: 1, y: 0, xanchor: "right", yanchor: "bottom", yshift: PAST.row }),
      axisName(titleOf(y), { x: 0, y: 1, xanchor: "left", yanchor: "top", xshift: PAST.column }),
    ],
    showlegend: false,
  };
}

/** Whether a unit is as long on both axes. */
export const isRound = ({ yaxis }: PlotlyObject): boolean =>
  (yaxis as PlotlyObject | undefined)?.["scaleanchor"] !== undefined;

/** The name of an axis; of one that is not shown nothing. */
export function titleOf({ title, visible }: PlotlyObject): string {
  return visible === false ? "" : ((title as { readonly text?: string } | undefined)?.text ?? "");
}

/** The name of an axis as an annotation at its end. */
export function axisName(text: string | undefined, place: PlotlyObject): PlotlyObject {
  return {
    xref: "x domain",
    yref: "y domain",
    showarrow: false,
    text: text ?? "",
    font: { size: AXIS_TYPE, color: INK.color },
    ...place,
  };
}
