import type { PlotlyObject } from "./plotly.ts";
import type { Objective } from "../objectives/objective.ts";
import { heightsOver } from "./heights.ts";
import type { Plane } from "./plane.ts";
import { grid, type Interval } from "./view.ts";

const GRID = 45;
const COARSE = 31;
const SHADE = [
  [0, "rgba(128,128,128,0)"],
  [1, "rgba(128,128,128,0.16)"],
];

/** The contours of an objective in a plane, as a Plotly trace in grey that suits light and dark pages. */
export function reliefTrace(
  objective: Objective,
  plane: Plane,
  [horizontal, vertical]: readonly [Interval, Interval],
): PlotlyObject {
  const count = objective.dimension > 2 ? COARSE : GRID;
  const [xs, ys] = [grid(horizontal, count), grid(vertical, count)];
  const { z, name, levels } = heightsOver(objective, xs, ys, (x, y) => plane.point(x, y));
  return {
    type: "contour",
    x: xs,
    y: ys,
    z,
    autocontour: false,
    contours: levels,
    colorscale: SHADE,
    showscale: false,
    line: { color: "rgba(128,128,128,0.5)", width: 1 },
    hovertemplate: `%{x:.3g}, %{y:.3g}<br>${name}: %{z:.3g}<extra></extra>`,
    name: "loss",
  };
}
