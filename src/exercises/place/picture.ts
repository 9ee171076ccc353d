/** The picture in which a place is foreseen: descents that are in sight, and the one that is not. */
import * as v from "valibot";
import { lookOf } from "../../figures/palette.ts";
import type { Specification } from "../../figures/recipe.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Interval } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
import { INTERVAL, parsed, textsFor } from "../../schema.ts";
import type { Trace } from "../../trace/trace.ts";

/** A descent as it is drawn. */
export interface Line {
  readonly label: string;
  readonly look: Look;
  /** Where it stands after each step, the start first. */
  readonly points: readonly (readonly [number, number])[];
}

export interface Picture {
  readonly objective: ExpressionObjective;
  readonly views: readonly [Interval, Interval];
  /** What is in sight before there is an answer. */
  readonly known: readonly Line[];
  /** What is foreseen. */
  readonly truth: Line;
}

/** What a picture's recipe says besides: the range of each axis, and the names of its descents. */
const optionsFor = (descents: number) =>
  v.object({ view: v.tuple([INTERVAL, INTERVAL]), labels: textsFor(descents) });

export type PictureOptions = Readonly<v.InferOutput<ReturnType<typeof optionsFor>>>;

/**
 * The picture of a recipe, in which the descent that is foreseen is the last.
 * @throws InputError when the recipe, which may be hostile, is none
 */
export function pictureOf(specification: Specification): Picture {
  const recipe = new Recipe(specification);
  const { traces } = recipe;
  const { view, labels } = parsed(optionsFor(traces.length), recipe.options, "a stored picture");
  const lines = traces.map((trace, k) => lineOf(trace, labels[k]!, k));
  return { objective: recipe.objective, views: view, known: lines.slice(0, -1), truth: lines.at(-1)! };
}

function lineOf({ path, rule }: Trace, label: string, k: number): Line {
  return { label, look: lookOf(rule, k), points: path.map(([x, y]) => [x!, y!] as const) };
}
