/** The picture in which a place is foreseen: descents that are in sight, and the one that is not. */
import { lookOf } from "../../figures/palette.ts";
import type { Specification } from "../../figures/recipe.ts";
import { Recipe } from "../../figures/revive.ts";
import { checkInterval, checkText } from "../../figures/checks.ts";
import type { Interval } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
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
export interface PictureOptions {
  readonly view: readonly [Interval, Interval];
  readonly labels: readonly string[];
}

/**
 * The picture of a recipe, in which the descent that is foreseen is the last.
 * @throws InputError when the recipe, which may be hostile, is none
 */
export function pictureOf(specification: Specification): Picture {
  const recipe = new Recipe(specification);
  const { view, labels } = recipe.options as Partial<Record<keyof PictureOptions, readonly unknown[]>>;
  const lines = recipe.traces.map((trace, k) =>
    lineOf(trace, checkText(labels?.[k], "the name of a descent"), k),
  );
  return {
    objective: recipe.objective,
    views: [checkInterval(view?.[0], "a view"), checkInterval(view?.[1], "a view")],
    known: lines.slice(0, -1),
    truth: lines.at(-1)!,
  };
}

function lineOf({ path, rule }: Trace, label: string, k: number): Line {
  return { label, look: lookOf(rule, k), points: path.map(([x, y]) => [x!, y!] as const) };
}
