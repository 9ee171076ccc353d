import type { Objective } from "../objectives/objective.ts";
import type { Trace } from "../trace/trace.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { PlotlyObject } from "./plotly.ts";
import { frame } from "./frame.ts";
import { type Heights, heightsOver } from "./heights.ts";
import { landscape, LANDSCAPE_OPTIONS, type LandscapeOptions, planeScene } from "./landscape.ts";
import { checkOptions, checkPlane, sceneIn } from "./figure-options.ts";
import { GOLD } from "./palette.ts";
import type { DrawnPath } from "./paths.ts";
import type { Plane } from "./plane.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { grid, type Interval, rounded, roundedIn } from "./view.ts";
import { pathsInWords, surfaceInWords } from "./words.ts";

const GRID = 41;
const COLOURS = [
  [0, "#3f6184"],
  [1, "#8fb0cf"],
];

/**
 * The surface of an objective in space with the paths of descents on it, to be turned and looked at from all sides. Its
 * still picture is the landscape from above.
 *
 * @throws InputError for an objective of one parameter, or traces of different objectives
 * @example surface(descend(beale, momentum, { steps: 60 }))
 */
export const surface = ofKind(
  {
    name: "surface",
    again: ({ objective, traces, options }) => drawSurface(traces.length > 0 ? traces : objective, options),
    example: () => drawSurface(exampleTrace()),
  },
  drawSurface,
);

function drawSurface(shown: Objective | Trace | readonly Trace[], options: LandscapeOptions = {}): Figure {
  checkOptions(options, "surface", LANDSCAPE_OPTIONS);
  const { objective, traces } = sceneIn(shown, "surface");
  checkPlane(objective.dimension, "a surface", "landscape");
  const { plane, paths, views, minima } = planeScene(objective, traces, options);
  const [xs, ys] = [grid(views[0], GRID), grid(views[1], GRID)];
  const heights = heightsOver(objective, xs, ys, (x, y) => plane.point(x, y));
  const data = [
    surfaceTrace(xs, ys, heights),
    ...paths.map((path) => pathInSpace(path, views, heights, objective, plane)),
    ...minimaInSpace(minima, heights, objective, plane),
  ];
  const inLegend = data.slice(1).map((trace) => ({ ...trace, type: "scatter" }));
  const colours = paths.map(({ look }) => look);
  const layout = frame(
    options,
    { data: inLegend, colours, plotHeight: 480 },
    { scene: sceneOf(plane, views, heights) },
  );
  return new Figure({
    data,
    layout: { ...layout, margin: { ...(layout.margin as object), l: 0, r: 0, b: 0 } },
    alt: [surfaceInWords(objective, "The surface in space"), ...pathsInWords(traces)].join(" "),
    still: landscape(traces.length > 0 ? traces : objective, options),
    ...withRecipe(recipeOf("surface", traces, options, objective)),
  });
}

function surfaceTrace(
  x: readonly number[],
  y: readonly number[],
  { z, levels, name }: Heights,
): PlotlyObject {
  return {
    type: "surface",
    x,
    y,
    z,
    colorscale: COLOURS,
    showscale: false,
    opacity: 0.6,
    contours: { z: { show: true, ...levels, color: "rgba(128,128,128,0.6)", width: 1 } },
    lighting: { ambient: 0.75, diffuse: 0.5, specular: 0.05 },
    hovertemplate: `%{x:.3~r}, %{y:.3~r}<br>${name}: %{z:.3~r}<extra></extra>`,
    name: "loss",
  };
}

function pathInSpace(
  { label, look: { color, dash }, points, losses }: DrawnPath,
  views: readonly [Interval, Interval],
  heights: Heights,
  objective: Objective,
  plane: Plane,
): PlotlyObject {
  const inside = points.map((point) => point.every((x, k) => x >= views[k]![0] && x <= views[k]![1]));
  const [x, y] = views.map((view, axis) => {
    const round = roundedIn(view, 10_000);
    return points.map((point, k) => (inside[k] === true ? round(point[axis]!) : null));
  });
  const z = points.map(([px, py], k) =>
    inside[k] === true ? lifted(objective.value(plane.point(px, py)), heights) : null,
  );
  return {
    type: "scatter3d",
    mode: "lines+markers",
    name: label,
    x,
    y,
    z,
    customdata: losses.map((loss) => rounded(loss, 3)),
    hovertemplate: "%{fullData.name}, step %{pointNumber}<br>loss %{customdata:.3~r}<extra></extra>",
    line: { color, dash: dash === "longdashdot" ? "dashdot" : dash, width: 5 },
    marker: { color, size: points.length > 60 ? 2 : 3 },
    connectgaps: false,
  };
}

const LIFT = 0.012;

/** The drawn height of a loss, a little above the surface, so that the path is not drowned in it. */
function lifted(loss: number, { height, levels }: Heights): number {
  return rounded(height(loss) + LIFT * (levels.end - levels.start));
}

function minimaInSpace(
  minima: readonly (readonly [number, number])[],
  heights: Heights,
  objective: Objective,
  plane: Plane,
): PlotlyObject[] {
  if (minima.length === 0) return [];
  return [
    {
      type: "scatter3d",
      mode: "markers",
      name: "minimum",
      x: minima.map(([x]) => rounded(x)),
      y: minima.map(([, y]) => rounded(y)),
      z: minima.map(([x, y]) => lifted(objective.value(plane.point(x, y)), heights)),
      marker: { color: GOLD.color, symbol: "diamond", size: 5 },
      hovertemplate: "minimum (%{x:.4~r}, %{y:.4~r})<extra></extra>",
    },
  ];
}

function sceneOf(plane: Plane, views: readonly [Interval, Interval], { name }: Heights): PlotlyObject {
  return {
    xaxis: { title: { text: plane.names[0] }, range: views[0] },
    yaxis: { title: { text: plane.names[1] }, range: views[1] },
    zaxis: { title: { text: name } },
    aspectmode: "manual",
    aspectratio: { x: 1.2, y: 1.2, z: 0.7 },
    camera: { center: { x: 0, y: 0, z: -0.12 }, eye: { x: -1.5, y: -1.5, z: 1.1 } },
  };
}
