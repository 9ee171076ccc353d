/** The picture in which a curve is drawn before it is shown: the loss over the steps of descents. */
import * as v from "valibot";
import { InputError } from "../../errors.ts";
import { lookOf } from "../../figures/palette.ts";
import type { Specification } from "../../figures/recipe.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Interval } from "../../figures/view.ts";
import type { Look } from "../../rules/look.ts";
import { INTERVAL, parsed, textsFor } from "../../schema.ts";

/** A curve through places, each a step and the loss there. */
export type Shape = readonly (readonly [step: number, loss: number])[];

export interface Curve {
  readonly label: string;
  readonly look: Look;
  readonly points: Shape;
}

export interface Sheet {
  /** The range of the loss; above 0 its axis is one of logarithms. */
  readonly view: Interval;
  /** How many steps what is foreseen takes. */
  readonly steps: number;
  readonly known: readonly Curve[];
  readonly truth: Curve;
}

/** What a sheet's recipe says besides: the range of the loss, and the names of its descents. */
const optionsFor = (descents: number) => v.object({ view: INTERVAL, labels: textsFor(descents) });

/**
 * The sheet of a recipe, in which the descent that is foreseen is the last.
 * @throws InputError when the recipe, which may be hostile, is none
 */
export function sheetOf(specification: Specification): Sheet {
  const recipe = new Recipe(specification);
  const { traces } = recipe;
  const { view, labels } = parsed(optionsFor(traces.length), recipe.options, "a stored picture");
  const curves = traces.map(({ losses, rule }, k) => ({
    label: labels[k]!,
    look: lookOf(rule, k),
    points: Array.from(losses, (loss, step) => [step, loss] as const),
  }));
  const truth = curves.at(-1)!;
  const steps = truth.points.length - 1;
  if (steps < 1)
    throw new InputError({ what: "a curve is foreseen over one step or more", got: `${steps} steps` });
  return { view, steps, known: curves.slice(0, -1), truth };
}

/** A drawn curve has so many places after its start. */
const PLACES = 20;

/** The steps at which a drawn curve has a place, the first after the start. */
export function stepsOf({ steps }: Sheet): number[] {
  const places = Math.min(PLACES, steps);
  return Array.from({ length: places }, (_, k) => Math.round(((k + 1) * steps) / places));
}

/** How high a loss lies, along the sheet's axis. */
export function heightOf({ view }: Sheet, loss: number): number {
  return view[0] > 0 ? Math.log10(Math.max(loss, Number.MIN_VALUE)) : loss;
}

/** The loss at a height. */
export function lossAt({ view }: Sheet, height: number): number {
  return view[0] > 0 ? 10 ** height : height;
}

/** The loss of a curve at a step, in a straight line between its places; level beyond them. */
export function readAt(sheet: Sheet, shape: Shape, step: number): number {
  const next = shape.findIndex(([at]) => at >= step);
  if (next <= 0) return shape.at(next)![1];
  const [[from, low], [to, high]] = [shape[next - 1]!, shape[next]!];
  const share = (step - from) / (to - from);
  return lossAt(sheet, heightOf(sheet, low) + share * (heightOf(sheet, high) - heightOf(sheet, low)));
}

/** How far apart two curves lie on average, as they are seen. */
export function apart(sheet: Sheet, one: Shape, other: Shape): number {
  const [low, high] = sheet.view.map((loss) => heightOf(sheet, loss)) as [number, number];
  const seen = (shape: Shape, step: number): number =>
    Math.min(high, Math.max(low, heightOf(sheet, readAt(sheet, shape, step))));
  const steps = stepsOf(sheet);
  return steps.reduce((sum, step) => sum + Math.abs(seen(one, step) - seen(other, step)), 0) / steps.length;
}
