import type { Names } from "../arguments.ts";
import type { Objective } from "../objectives/objective.ts";
import { Trace } from "../trace/trace.ts";
import { INTERVAL, parsed } from "../schema.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { Growth } from "./growing.ts";
import type { PlotlyObject } from "./plotly.ts";
import { frame, axis, planeAxes } from "./frame.ts";
import { labelsOf } from "./labels.ts";
import {
  checkOptions,
  checkSameObjective,
  checkShown,
  type FigureOptions,
  tracesOf,
} from "./figure-options.ts";
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

const OWN: Names<Omit<LandscapeOptions, keyof FigureOptions>> = { coordinates: true, view: true };

function drawLandscape(shown: Objective | Trace | readonly Trace[], options: LandscapeOptions = {}): Figure {
  checkOptions(options, "landscape", OWN);
  checkShown(shown, "landscape");
  const isBare = !(shown instanceof Trace) && !Array.isArray(shown);
  const traces = isBare ? [] : tracesOf(shown as Trace | readonly Trace[], "a landscape");
  const objective = isBare ? (shown as Objective) : checkSameObjective(traces);
  const { data, layout } = landscapeParts(objective, traces, options);
  return new Figure({
    data,
    layout,
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
  readonly scene: Minima & { readonly paths: readonly DrawnPath[] };
  readonly views: readonly [Interval, Interval];
  readonly axes: PlotlyObject;
  readonly plotHeight: number;
}

function onContours(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Scene {
  const { plane, views, ...scene } = planeScene(objective, traces, options);
  const axes = planeAxes(
    { name: plane.names[0], range: views[0] },
    { name: plane.names[1], range: views[1] },
  );
  return { ground: reliefTrace(objective, plane, views), scene, views, axes, plotHeight: 440 };
}

/** What lies where in a plane: the plane, the paths in it, the ranges that hold them. */
export interface PlaneScene extends Minima {
  readonly plane: Plane;
  readonly paths: readonly DrawnPath[];
  readonly views: readonly [Interval, Interval];
}

/** Place the paths of descents in a plane. */
export function planeScene(
  objective: Objective,
  traces: readonly Trace[],
  { coordinates, view }: LandscapeOptions,
): PlaneScene {
  const plane = planeOf(objective, traces, coordinates);
  const looks = looksOf(traces.map(({ rule }) => rule));
  const labels = labelsOf(traces);
  const paths = traces.map((trace, k) => drawnPath(trace, labels[k]!, looks[k]!, (w) => plane.place(w)));
  const place = (point: readonly number[]): readonly [number, number] => plane.place(point);
  const minima = (objective.minima ?? []).map(place);
  const localMinima = (objective.localMinima ?? []).map(place);
  const rangeAlong = (k: 0 | 1): Interval =>
    view?.[k] === undefined
      ? rangeOf({
          own: plane.coordinates === undefined ? undefined : objective.view?.[plane.coordinates[k]],
          landmarks: [...minima, ...paths.map(({ points }) => points[0]!)].map((point) => point[k]),
          path: calmOf(traces, paths).flatMap(({ points }) => points.map((point) => point[k])),
        })
      : parsed(INTERVAL, view[k], "a view");
  return { plane, paths, views: [rangeAlong(0), rangeAlong(1)], minima, localMinima };
}

/** The paths that do not end higher than they began: what runs away stretches no picture. */
function calmOf(traces: readonly Trace[], paths: readonly DrawnPath[]): DrawnPath[] {
  return paths.filter((_, k) => traces[k]!.end.loss <= traces[k]!.losses[0]!);
}

/** Place the points of descents on the curve of an objective of one parameter. */
function curveScene(
  objective: Objective,
  traces: readonly Trace[],
  { view }: LandscapeOptions,
): Minima & { readonly paths: readonly DrawnPath[]; readonly range: Interval } {
  const looks = looksOf(traces.map(({ rule }) => rule));
  const labels = labelsOf(traces);
  const paths = traces.map((trace, k) => drawnPath(trace, labels[k]!, looks[k]!, (w, loss) => [w[0]!, loss]));
  const lift = ([x = 0]: readonly number[]): readonly [number, number] => [
    x,
    objective.value(Float64Array.of(x)),
  ];
  const minima = (objective.minima ?? []).map(lift);
  const localMinima = (objective.localMinima ?? []).map(lift);
  const range =
    view?.[0] === undefined
      ? rangeOf({
          own: objective.view?.[0],
          landmarks: [...minima, ...paths.map(({ points }) => points[0]!)].map(([x]) => x),
          path: calmOf(traces, paths).flatMap(({ points }) => points.map(([x]) => x)),
        })
      : parsed(INTERVAL, view[0], "a view");
  return { paths, range, minima, localMinima };
}

const CURVE = 161;

function onCurve(objective: Objective, traces: readonly Trace[], options: LandscapeOptions): Scene {
  const { range: across, ...scene } = curveScene(objective, traces, options);
  const xs = grid(across, CURVE);
  const ys = xs.map((x) => objective.value(Float64Array.of(x)));
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
