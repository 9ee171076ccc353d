import type { Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { dot } from "../math/linear.ts";
import { nesterov } from "../rules/nesterov.ts";
import type { Trace } from "../trace/trace.ts";
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
import { frame, planeAxes } from "./frame.ts";
import { ofKind } from "./kind.ts";
import { checkOptions, checkPlane, type FigureOptions, tracesOf } from "./figure-options.ts";
import { ARROWS } from "./palette.ts";
import { pointTrace } from "./paths.ts";
import { type Plane, type PlaneChoice, planeOf } from "./plane.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { reliefTrace } from "./relief.ts";
import { pointInWords } from "./words.ts";

export interface NesterovPictureOptions extends FigureOptions {
  /** How many steps to draw, one behind the other: 1 or 2. */
  readonly steps?: number;
  /** Which two parameters to draw of more than two. */
  readonly coordinates?: PlaneChoice;
}

/**
 * The picture of the Nesterov method (slide 8): a brown jump along the accumulated gradient, a red correction by the
 * gradient where the jump ends, the green new accumulated gradient; and in blue what standard momentum does from the
 * same place with the same velocity.
 *
 * @param trace a descent whose rule takes its gradient ahead of w
 * @param t the step to draw; in step 1 there is no velocity yet
 * @throws InputError when the rule takes its gradient at w, or there is no such step
 * @example nesterovPicture(descend(ravine, nesterov, { steps: 10, hyper: { lambda: 0.3 } }), 2)
 */
export const nesterovPicture = ofKind(
  {
    name: "nesterov-picture",
    again: ({ trace, options }) => {
      const { t, ...rest } = options as NesterovPictureOptions & { readonly t: number };
      return drawNesterovPicture(trace, t, rest);
    },
    example: () => drawNesterovPicture(exampleTrace(nesterov)),
  },
  drawNesterovPicture,
);

const OWN: Names<Omit<NesterovPictureOptions, keyof FigureOptions>> = { steps: true, coordinates: true };

function drawNesterovPicture(trace: Trace, t = 2, options: NesterovPictureOptions = {}): Figure {
  checkOptions(options, "nesterovPicture", OWN);
  tracesOf(trace, "the picture of the Nesterov method");
  checkLooksAhead(trace);
  const { steps = 1 } = options;
  if (steps !== 1 && steps !== 2)
    throw new InputError({ what: "steps must be how many steps to draw", got: steps, allowed: "1 or 2" });
  const plane = planeOf(trace.objective, [trace], options.coordinates);
  const own = Array.from({ length: steps }, (_, k) => lookAheadArrows(trace, t + k, plane, k === 0));
  const arrows = visible([...standardArrows(trace, t, plane), ...own.flat()]);
  const begin = plane.place(trace.at(t - 1).w);
  const views = viewAround([begin, ...arrows.flatMap(({ from, to }) => [from, to])]);
  const { w, lookahead } = trace.at(t);
  const data = [
    reliefTrace(trace.objective, plane, views),
    ...arrowTraces(arrows),
    pointTrace("where step begins", [begin], { symbol: "circle", size: 9 }),
    pointTrace("where the gradient is measured", [plane.place(lookahead)], {
      symbol: "circle-open",
      size: 12,
    }),
    pointTrace("where the step ends", [plane.place(w)], { symbol: "circle", size: 7 }),
  ];
  const axes = planeAxes(plane.names, views, true);
  const rest = { ...axes, annotations: arrowLabels(arrows, views, 0.6 * PLOT.width) };
  return new Figure({
    data,
    layout: frame(options, { data: [], colours: Object.values(ARROWS), plotHeight: PLOT.height + 56 }, rest),
    alt: describe(trace, t, arrows),
    ...withRecipe(recipeOf("nesterov-picture", [trace], { ...options, t })),
  });
}

function checkLooksAhead({ rule, dimension }: Trace): void {
  checkPlane(dimension, "the picture of the Nesterov method", "landscape(trace)");
  if (rule.gradientAt !== "w") return;
  throw new InputError({
    what: `${rule.title} takes its gradient at w, so it makes no jump and no correction`,
    cure: "draw a descent by nesterov, or use stepPicture(trace, t)",
  });
}

/** The three ends of two arrows. */
type Corners = [Point, Point, Point];

/** Jump, correction and their sum: whatever the rule's equations are, the gradient is taken between the first two. */
function lookAheadArrows(trace: Trace, t: number, plane: Plane, isFirst: boolean): Arrow[] {
  const { w, lookahead } = trace.at(t);
  const [from, ahead, to] = [trace.at(t - 1).w, lookahead, w].map((point) => plane.place(point)) as Corners;
  const names = isFirst
    ? ["jump αm", "correction −λ∇L(w+αm)", "accumulated gradient m"]
    : ["next jump", "next correction", "next m"];
  return [
    { label: names[0]!, from, to: ahead, colour: ARROWS.jump },
    { label: names[1]!, from: ahead, to, colour: ARROWS.correction },
    { label: names[2]!, from, to, colour: ARROWS.velocity },
  ];
}

/** What standard momentum does: the gradient where the ball stands, and then the same jump. In step 2 it begins upon the velocity. */
export function standardArrows(trace: Trace, t: number, plane: Plane): Arrow[] {
  const { w: from } = trace.at(t - 1);
  const { w, g, lookahead } = trace.at(t);
  const correction = w.map((x, i) => x - lookahead[i]!);
  const perGradient = dot(correction, g) / dot(g, g) || 0;
  const here = new Float64Array(from.length);
  trace.objective.gradient(from, here, t);
  const corner = from.map((x, i) => x + perGradient * here[i]!);
  const end = corner.map((x, i) => x + lookahead[i]! - from[i]!);
  const [a, b, c] = [from, corner, end].map((point) => plane.place(point)) as Corners;
  return [
    { label: "standard: −λ∇L(w)", from: a, to: b, colour: ARROWS.standard, dash: "dash" },
    { label: "standard: then αm", from: b, to: c, colour: ARROWS.standard, dash: "dash" },
  ];
}

function describe(trace: Trace, t: number, arrows: readonly Arrow[]): string {
  const colours = Object.entries({
    brown: ARROWS.jump,
    red: ARROWS.correction,
    green: ARROWS.velocity,
    blue: ARROWS.standard,
  });
  const sentences = arrows.map((arrow) => {
    const colour = colours.find(([, { color }]) => color === arrow.colour.color)?.[0] ?? "";
    return `${arrow.label} (${colour}): ${pointInWords(vectorOf(arrow))}.`;
  });
  return `Step ${t} of ${trace.rule.title} on ${trace.objective.name}, from ${pointInWords(trace.at(t - 1).w)} to ${pointInWords(trace.at(t).w)}. ${sentences.join(" ")}`;
}
