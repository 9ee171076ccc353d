import type { Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Trace } from "../trace/trace.ts";
import { numberText } from "../math/numerals.ts";
import {
  type Arrow,
  arrowLabels,
  arrowTraces,
  PLOT,
  type Point,
  vectorOf,
  viewAround,
  visible,
} from "./arrows.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { PlotlyObject } from "./plotly.ts";
import { frame, planeAxes } from "./frame.ts";
import { letter } from "./labels.ts";
import { checkOptions, checkPlane, type FigureOptions, tracesOf } from "./figure-options.ts";
import { ARROWS } from "./palette.ts";
import { pointTrace } from "./paths.ts";
import { nameOf, type Plane, type PlaneChoice, planeOf } from "./plane.ts";
import { criticalPoint, modelTraces, type QuadraticModel } from "./quadratic-model.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { reliefTrace } from "./relief.ts";
import { type Squares, SQUARES_DOMAIN, squaresBeside } from "./squares.ts";
import { stepArrows, termOfRole } from "./step-arrows.ts";
import { pointInWords } from "./words.ts";

export interface StepPictureOptions extends FigureOptions {
  /** Which two parameters to draw of more than two. */
  readonly coordinates?: PlaneChoice;
}

/**
 * One step under a glass: the gradient, the velocity before, jump and correction, the first moment and the update as
 * arrows, as far as the rule has them; squares whose areas are the remembered squared gradients; the level lines of the
 * quadratic model where the rule uses the Hessian.
 *
 * @param t the step, from 1; a negative one counts from the end
 * @throws InputError for an objective of one parameter, or a step that there is not
 * @example stepPicture(descend(ravine, adagrad, { steps: 10, hyper: { lambda: 1 } }), 3)
 */
export const stepPicture = ofKind(
  {
    name: "step-picture",
    again: ({ trace, options }) => {
      const { t, ...rest } = options as StepPictureOptions & { readonly t: number };
      return drawStepPicture(trace, t, rest);
    },
    example: () => drawStepPicture(exampleTrace(), 3),
  },
  drawStepPicture,
);

const OWN: Names<Omit<StepPictureOptions, keyof FigureOptions>> = { coordinates: true };

function drawStepPicture(trace: Trace, t: number, options: StepPictureOptions = {}): Figure {
  checkOptions(options, "stepPicture", OWN);
  tracesOf(trace, "a step's picture");
  const step = trace.at(t).t;
  if (step === 0)
    throw new InputError({
      what: "step 0 is the start; nothing happens in it",
      allowed: `1 to ${trace.steps}`,
    });
  checkPlane(trace.dimension, "a step's picture", "landscape(trace)");
  const plane = planeOf(trace.objective, [trace], options.coordinates);
  const arrows = visible(stepArrows(trace, step, plane));
  const squares = squaresOf(trace, step, plane);
  const model = modelOf(trace, step);
  const width = squares === undefined ? PLOT.width : PLOT.width * SQUARES_DOMAIN.main[1];
  const views = viewAround(pointsToHold(plane.place(trace.at(step - 1).w), arrows, model, plane), width);
  const beside = squares === undefined ? undefined : squaresBeside(squares);
  const data = [
    reliefTrace(trace.objective, plane, views),
    ...arrowTraces(arrows),
    ...(model === undefined ? [] : modelTraces(model, plane, views)),
    pointTrace("where the step begins", [plane.place(trace.at(step - 1).w)], { symbol: "circle", size: 9 }),
    ...(beside?.data ?? []),
  ];
  const rest = {
    ...planeAxes(plane.names, views, true),
    ...beside?.axes,
    annotations: [...arrowLabels(arrows, views, width), ...(beside?.annotations ?? [])],
  };
  return new Figure({
    data,
    layout: frame(
      options,
      { data, colours: Object.values(ARROWS), plotHeight: PLOT.height + 56 },
      beside === undefined ? rest : withDomain(rest),
    ),
    alt: describe(trace, step, arrows, squares, model),
    ...withRecipe(recipeOf("step-picture", [trace], { ...options, t: step })),
  });
}

function withDomain(layout: PlotlyObject): PlotlyObject {
  return { ...layout, xaxis: { ...(layout.xaxis as PlotlyObject), domain: SQUARES_DOMAIN.main } };
}

const SQUARE_ROLES = ["corrected second moment", "sum of squares", "second moment"];

function squaresOf(trace: Trace, t: number, plane: Plane): Squares | undefined {
  const name = termOfRole(trace, SQUARE_ROLES);
  const drawn = plane.coordinates ?? [0, 1];
  if (name === undefined) return undefined;
  const [kappa, g] = [trace.value(name, t) as Float64Array, trace.at(t).g];
  return {
    name: letter(name),
    coordinates: drawn.map((i) => nameOf(trace.objective, i)),
    areas: drawn.map((i) => kappa[i]!),
    latest: drawn.map((i) => g[i]! ** 2),
  };
}

function modelOf(trace: Trace, t: number): QuadraticModel | undefined {
  if (!trace.names.includes("H")) return undefined;
  const { w: at, loss } = trace.at(t - 1);
  return { at, loss, g: trace.at(t).g, H: trace.value("H", t) as Float64Array };
}

const FAR = 4;

/** The beginning, the ends of all arrows, and the model's critical point where it is not far from them. */
function pointsToHold(
  begin: Point,
  arrows: readonly Arrow[],
  model: QuadraticModel | undefined,
  plane: Plane,
): Point[] {
  const points = [begin, ...arrows.flatMap(({ from, to }) => [from, to])];
  const critical = model === undefined ? undefined : criticalPoint(model);
  if (critical === undefined) return points;
  const place = plane.place(critical);
  const reach = Math.max(...arrows.map((arrow) => Math.hypot(...vectorOf(arrow))));
  const away = Math.hypot(place[0] - begin[0], place[1] - begin[1]);
  return away < FAR * reach ? [...points, place, mirrored(begin, place)] : points;
}

/** The point beyond a middle, as far from it as the given one: so that an ellipse around the middle is in sight. */
function mirrored(point: Point, middle: Point): Point {
  return [2 * middle[0] - point[0], 2 * middle[1] - point[1]];
}

function describe(
  trace: Trace,
  t: number,
  arrows: readonly Arrow[],
  squares: Squares | undefined,
  model: QuadraticModel | undefined,
): string {
  const critical = model === undefined ? undefined : criticalPoint(model);
  return [
    `Step ${t} of ${trace.rule.title} on ${trace.objective.name}, from ${pointInWords(trace.at(t - 1).w)} to ${pointInWords(trace.at(t).w)}.`,
    ...arrows.map((arrow) => `${arrow.label}: ${pointInWords(vectorOf(arrow))}.`),
    ...(squares === undefined
      ? []
      : squares.coordinates.map(
          (name, k) => `The square of ${name} has area ${squares.name} = ${numberText(squares.areas[k]!)}.`,
        )),
    ...(critical === undefined ? [] : [`The quadratic model's critical point is ${pointInWords(critical)}.`]),
  ].join(" ");
}
