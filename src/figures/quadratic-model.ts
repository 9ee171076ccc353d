import { dot, mul, SingularMatrixError, solve } from "../math/linear.ts";
import type { PlotlyObject } from "./plotly.ts";
import { isolines } from "./isolines.ts";
import { ARROWS } from "./palette.ts";
import { pointTrace } from "./paths.ts";
import type { Plane } from "./plane.ts";
import type { Interval } from "./view.ts";

/** The quadratic that fits a surface at a point in value, gradient and Hessian: what Newton's method sees. */
export interface QuadraticModel {
  readonly at: Float64Array;
  readonly loss: number;
  readonly g: Float64Array;
  readonly H: Float64Array;
}

/** The model's value at a point. */
function modelValue({ at, loss, g, H }: QuadraticModel, w: Float64Array): number {
  const away = w.map((x, i) => x - at[i]!);
  return loss + dot(g, away) + dot(away, mul(H, away, new Float64Array(away.length))) / 2;
}

/** Where the model's slope is 0; nothing when its Hessian is singular. */
export function criticalPoint({ at, g, H }: QuadraticModel): Float64Array | undefined {
  try {
    const step = solve(H, g, new Float64Array(g.length));
    const critical = at.map((x, i) => x - step[i]!);
    return critical.every(Number.isFinite) ? critical : undefined;
  } catch (error) {
    if (error instanceof SingularMatrixError) return undefined;
    throw error;
  }
}

const SHARES = [0.1, 0.4, 1, 1.8];

/** Level lines of the model, one of them through the point: ellipses where it is a bowl, hyperbolas at a saddle. */
export function modelTraces(
  model: QuadraticModel,
  plane: Plane,
  views: readonly [Interval, Interval],
): PlotlyObject[] {
  const critical = criticalPoint(model);
  const bottom = critical === undefined ? undefined : modelValue(model, critical);
  const height = bottom === undefined ? 0 : model.loss - bottom;
  const levels = height === 0 ? [model.loss] : SHARES.map((share) => bottom! + share * height);
  const lines = isolines((x, y) => modelValue(model, plane.point(x, y).slice()), views, levels);
  const { color } = ARROWS.model;
  return [
    {
      type: "scatter",
      mode: "lines",
      name: "quadratic model at this point",
      ...lines,
      line: { color, dash: "dash", width: 1.5 },
      hoverinfo: "skip",
    },
    ...(critical === undefined
      ? []
      : [pointTrace("the model's critical point", [plane.place(critical)], { symbol: "x", size: 9, color })]),
  ];
}
