import type { Objective } from "../objectives/objective.ts";
import { contourLevels, evenLevels } from "./contour-levels.ts";
import { type Heights, heightsOver } from "./heights.ts";
import type { Colours } from "./palette.ts";
import type { Plane } from "./plane.ts";
import type { PlotlyObject } from "./plotly.ts";
import { mixed } from "./readable.ts";
import { RELIEF } from "./shaded-relief.ts";
import { grid, type Interval, rounded } from "./view.ts";

/** Points of the grid along each axis; fewer where each height is a network's loss. */
const GRID = 133;
const COARSE = 31;

/** Every so many contours one is drawn more strongly. */
const STRONG = 5;

/** How contours are drawn. */
export const CONTOUR = {
  thin: { width: 0.7, opacity: 0.3 },
  strong: { width: 1.1, opacity: 0.5 },
} as const;

/** The colours of heights, at the share of the way from the lowest to the highest at which each begins. */
const RAMP: readonly (Colours & { readonly at: number })[] = Array.from({ length: 9 }, (_, k) => {
  const place = (k / 8) * (RELIEF.light.ramp.length - 1);
  const between = (ramp: readonly string[]): string =>
    mixed(ramp[Math.floor(place)]!, ramp[Math.ceil(place)]!, place % 1);
  return { at: (k / 8) ** 2, color: between(RELIEF.light.ramp), dark: between(RELIEF.dark.ramp) };
});

/** The colours of a relief on light and dark pages. */
export const RELIEF_COLOURS: readonly Colours[] = [
  ...RAMP,
  { color: RELIEF.light.contour, dark: RELIEF.dark.contour },
];

/** Whether a contour is drawn more strongly. */
export const isStrong = (level: number, size: number): boolean => Math.round(level / size) % STRONG === 0;

/** Heights over a part of a plane, so many along each axis, and those at which contours are drawn over them. */
export function reliefOver(
  objective: Pick<Objective, "value" | "least" | "dimension">,
  point: (x: number, y: number) => Float64Array,
  views: readonly [Interval, Interval],
  count: number,
): Relief {
  const [xs, ys] = [grid(views[0], count), grid(views[1], count)];
  const heights = heightsOver(objective, xs, ys, point);
  const height = (x: number, y: number): number => heights.height(objective.value(point(x, y)));
  const contours =
    objective.dimension > 2 ? evenLevels(heights.levels) : contourLevels(heights, xs, ys, height);
  return { heights, height, contours };
}

interface Relief {
  readonly heights: Heights;
  readonly height: (x: number, y: number) => number;
  readonly contours: readonly number[];
}

/**
 * An objective in a plane as a trace of contours: in the colours of a relief, and with the heights at which lines are drawn
 * where the page or the still picture is ours. Those of a formula are computed when they are asked for: a page that draws
 * from the figure's recipe asks for none.
 */
export function reliefTrace(
  objective: Objective,
  plane: Plane,
  views: readonly [Interval, Interval],
): PlotlyObject {
  const count = objective.dimension > 2 ? COARSE : GRID;
  let found: Relief | undefined;
  const relief = (): Relief => (found ??= reliefOver(objective, (x, y) => plane.point(x, y), views, count));
  // What someone's own function throws is thrown where it is drawn.
  if (!("expression" in objective)) relief();
  return {
    type: "contour",
    x: grid(views[0], count),
    y: grid(views[1], count),
    get z() {
      return relief().heights.z;
    },
    autocontour: false,
    get contours() {
      const { contours, heights } = relief();
      const { levels } = heights;
      return { ...levels, start: contours[0] ?? levels.start, coloring: "heatmap" };
    },
    colorscale: RAMP.map(({ at, color }) => [rounded(at), color]),
    showscale: false,
    line: { color: "rgba(91,102,114,0.45)", width: 0.8 },
    get hovertemplate() {
      return `%{x:.3~r}, %{y:.3~r}<br>${relief().heights.name}: %{z:.3~r}<extra></extra>`;
    },
    name: "loss",
    get meta() {
      const { contours, heights } = relief();
      return { relief: { levels: contours, size: heights.levels.size } };
    },
  };
}
