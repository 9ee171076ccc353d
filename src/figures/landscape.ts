import type { Names } from "../arguments.ts";
import type { Objective } from "../objectives/objective.ts";
import type { Trace } from "../trace/trace.ts";
import { INTERVAL, parsed } from "../schema.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { Growth } from "./growing.ts";
import type { PlotlyObject } from "./plotly.ts";
import { frame, axis, planeAxes } from "./frame.ts";
import { labelsOf } from "./labels.ts";
import { checkOptions, type FigureOptions, sceneIn } from "./figure-options.ts";
import { looksOf } from "./palette.ts";
import {
  drawnPath,
  type DrawnPath,
  exitTraces,
  exitWords,
  type Minima,
  minimaTraces,
  pathTrace,
  startTrace,
  startWords,
} from "./paths.ts";
import type { NamesAtPaths } from "./names-at-paths.ts";
import { nameOf, type Plane, type PlaneChoice, planeOf } from "./plane.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { reliefTrace } from "./relief.ts";
import { grid, type Interval, rangeOf, rounded, roundedIn } from "./view.ts";
import { pathsInWords, surfaceInWords } from "./words.ts";

export interface LandscapeOptions extends FigureOptions {
  /**
   * What to draw of more than two parameters: two of them by number (from 0), the others staying at the end of the first
   * path, or `"principal"`: the plane in which the paths vary most, the usual choice then.
   */
  readonly coordinates?: PlaneChoice;
  /** Range of each drawn axis; chosen to hold the paths when not given. */
  readonly view?: readonly Interval[];
}

/**
 * The landscape of an objective with the paths of descents on it: contours for two parameters, the curve itself for one,
 * a plane for more. Every step has a marker; starts are rings, known minima stars; where a path leaves the picture for
 * good, words say so.
 *
 * @param shown an objective alone, one trace, or several traces on the same objective
 * @throws InputError when the traces are of different objectives, or there is none
 * @example landscape(descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 30 }))
 */
export const landscape = ofKind(
  {
    name: "landscape",
    again: ({ objective, traces, options }) => drawLandscape(traces.length > 0 ? traces : objective, options),
    example: () => drawLandscape(exampleTrace()),
  },
  drawLandscape,
);

export const LANDSCAPE_OPTIONS: Names<Omit<LandscapeOptions, keyof FigureOptions>> = {
  coordinates: true,
  view: true,
};

function drawLandscape(shown: Objective | Trace | readonly Trace[], options: LandscapeOptions = {}): Figure {
  checkOptions(options, "landscape", LANDSCAPE_OPTIONS);
  const { objective, traces } = sceneIn(shown, "landscape");
  const { data, layout } = landscapeParts(objective, traces, options);
  const names: NamesAtPaths = {};
  return new Figure({
    data,
    layout: { ...layout, meta: { ...(layout.meta as object), names } },
    alt: [surfaceInWords(objective), ...pathsInWords(traces)].join(" "),
    ...withRecipe(recipeOf("landscape", traces, options, objective)),
  });
}

/** What a landscape is made of. */
export interface LandscapeParts {
  readonly data: PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly paths: readonly DrawnPath[];
  readonly views: readonly [Interval, Interval];
  /** The place in `data` of the first path; the others follow it. */
  readonly firstPath: number;
}

const STEPS: Growth = { counts: "step", along: "points" };

/** The parts of a landscape, its paths among them. */
export function landscapeParts(
  objective: Objective,
  traces: readonly Trace[],
  options: LandscapeOptions,
): LandscapeParts {
  const sceneOf = objective.dimension === 1 ? onCurve : onContours;
  const { ground, scene, views, axes, plotHeight } = sceneOf(objective, traces, options);
  const { paths } = scene;
  const data = [
    ground,
    ...paths.map((path) => pathTrace(path, views)),
    ...startTrace(paths),
    ...minimaTraces(scene),
    ...exitTraces(paths, views),
  ];
  const words = [...startWords(paths, views), ...exitWords(paths, views)];
  const layout = frame(
    options,
    {
      data,
      colours: paths.map(({ look }) => look),
      plotHeight,
      ...(paths.length > 0 ? { growth: STEPS } : {}),
    },
    { ...axes, ...(words.length === 0 ? {} : { annotations: words }) },
  );
  return { data, layout, paths, views, firstPath: data.indexOf(ground) + 1 };
}

/** Paths and minima, and the ground they lie on. */
interface Scene {
  readonly ground: PlotlyObject;
  readonly scene: Placed;
  readonly views: readonly [Interval, Interval];
  readonly axes: PlotlyObject;
  readonly plotHeight: number;
}

function onContours(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Scene {
  const { plane, views, ...scene } = planeScene(objective, traces, options);
  const axes = planeAxes(plane.names, views);
  return { ground: reliefTrace(objective, plane, views), scene, views, axes, plotHeight: 400 };
}

/** What lies where in a plane: the plane, the paths in it, the ranges that hold them. */
export interface PlaneScene extends Placed {
  readonly plane: Plane;
  readonly views: readonly [Interval, Interval];
}

/** Place the paths of descents in a plane. */
export function planeScene(
  objective: Objective,
  traces: readonly Trace[],
  { coordinates, view }: LandscapeOptions,
): PlaneScene {
  const plane = planeOf(objective, traces, coordinates);
  const placed = placedBy((w) => plane.place(w), objective, traces);
  const rangeAlong = (k: 0 | 1): Interval => {
    const own = plane.coordinates === undefined ? undefined : objective.view?.[plane.coordinates[k]];
    return rangeOfAxis(k, placed, traces, own, view);
  };
  return { plane, ...placed, views: [rangeAlong(0), rangeAlong(1)] };
}

/** Where a point of a loss is drawn. */
type PlaceOf = (w: ArrayLike<number>, loss?: number) => readonly [number, number];

type Placed = Minima & { readonly paths: readonly DrawnPath[] };

/** Place the paths of descents and the minima in a picture. */
function placedBy(
  place: PlaceOf,
  { minima = [], localMinima = [] }: Objective,
  traces: readonly Trace[],
): Placed {
  const looks = looksOf(traces.map(({ rule }) => rule));
  const labels = labelsOf(traces);
  return {
    paths: traces.map((trace, k) => drawnPath(trace, labels[k]!, looks[k]!, place)),
    minima: minima.map((point) => place(point)),
    localMinima: localMinima.map((point) => place(point)),
  };
}

/**
 * The range of an axis, as it is asked for; else it holds the minima, the starts, and the paths that do not end higher than
 * they began: what runs away stretches no picture.
 */
function rangeOfAxis(
  k: 0 | 1,
  { minima, paths }: Placed,
  traces: readonly Trace[],
  own: Interval | undefined,
  view: LandscapeOptions["view"],
): Interval {
  if (view?.[k] !== undefined) return parsed(INTERVAL, view[k], "a view");
  const calm = paths.filter((_, i) => traces[i]!.end.loss <= traces[i]!.losses[0]!);
  return rangeOf({
    own,
    landmarks: [...minima, ...paths.map(({ points }) => points[0]!)].map((point) => point[k]),
    path: calm.flatMap(({ points }) => points.map((point) => point[k])),
  });
}

const CURVE = 161;

function onCurve(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Scene {
  const lossAt = (x: number): number => objective.value(Float64Array.of(x));
  const scene = placedBy((w, loss = lossAt(w[0]!)) => [w[0]!, loss], objective, traces);
  const across = rangeOfAxis(0, scene, traces, objective.view?.[0], options.view);
  const xs = grid(across, CURVE);
  const ys = xs.map(lossAt);
  const up = rangeOf({ landmarks: ys, path: [] });
  const round = roundedIn(up);
  const ground = {
    type: "scatter",
    mode: "lines",
    x: xs.map((x) => rounded(x)),
    y: ys.map((y) => (Number.isFinite(y) ? round(y) : null)),
    name: "loss",
    line: { color: "#808080", width: 2 },
    hoverinfo: "x+y",
  };
  const axes = {
    xaxis: axis({ name: nameOf(objective, 0), range: across }),
    yaxis: axis({ name: "loss", range: up }),
  };
  return { ground, scene, views: [across, up], axes, plotHeight: 360 };
}
