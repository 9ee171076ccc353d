/** A place as it is declared: the picture's recipe is made, and the place found on the path. */
import { InputError } from "../../errors.ts";
import { recipeOf, type Specification } from "../../figures/recipe.ts";
import type { Interval } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import type { Rule } from "../../rules/rule.ts";
import { descend } from "../../trace/descend.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Place, WrongPlace } from "./place.ts";

/** A descent in a picture. */
export interface Ball {
  readonly rule: Rule;
  readonly start: readonly number[];
  readonly steps: number;
  readonly hyper: Readonly<Record<string, number>>;
  /** What it is called at its path. */
  readonly name: string;
}

/** What a place is declared with. */
export interface PlaceParts extends Pick<
  Place,
  "title" | "prompt" | "hints" | "explanation" | "hides" | "mayStand" | "within" | "right" | "because"
> {
  /** The surface, of two variables. */
  readonly on: ExpressionObjective;
  /** The range of each axis; wide enough for wrong guesses. */
  readonly view: readonly [Interval, Interval];
  /** Descents that are in sight before there is an answer. */
  readonly known?: readonly Ball[];
  /** The descent that is foreseen. */
  readonly ball: Ball;
  /** Whether both coordinates are asked for, or one of them by its name. */
  readonly asks: "both" | (string & {});
  /** At which of its places: after its last step, or where the one coordinate is largest or smallest. */
  readonly at?: "end" | "largest" | "smallest";
  readonly wrong?: Readonly<Record<string, WrongPlace>>;
}

/** @throws InputError when there is no map of it, or no such coordinate */
export function declared(parts: PlaceParts): Place {
  const { on, view, known = [], ball, asks, at = "end", wrong = {}, ...rest } = parts;
  if (on.dimension !== 2)
    throw new InputError({
      what: "exercise.place is about a map",
      got: on.name,
      allowed: "a formula in two variables",
    });
  const { picture, truth } = descentsIn("place", on, [...known, ball], { view });
  const coordinates = asks === "both" ? on.variables : on.variables.filter((name) => name === asks);
  const [first] = coordinates;
  if (first === undefined)
    throw new InputError({
      what: "a place is asked for by a coordinate of its surface",
      got: asks,
      allowed: ["both", ...on.variables].join(", "),
    });
  const { path } = truth;
  const along = path.map((w) => w[on.variables.indexOf(first)]!);
  const step = {
    end: along.length - 1,
    largest: along.indexOf(Math.max(...along)),
    smallest: along.indexOf(Math.min(...along)),
  }[at];
  const answer = Object.fromEntries(
    coordinates.map((name) => [name, path[step]![on.variables.indexOf(name)]!]),
  );
  return { ...rest, kind: "place", picture, asks: coordinates, step, answer, wrong };
}

/**
 * Descents as a page runs them again, the last of which is foreseen.
 * @throws InputError when a page can't
 */
export function descentsIn(
  kind: string,
  on: ExpressionObjective,
  balls: readonly Ball[],
  options: object,
): { readonly picture: Specification; readonly truth: Trace } {
  const traces = balls.map(({ rule, start, steps, hyper }) => descend(on, rule, { start, steps, hyper }));
  const picture = recipeOf(kind, traces, { ...options, labels: balls.map(({ name }) => name) }, on);
  if (picture !== undefined) return { picture, truth: traces.at(-1)! };
  throw new InputError({
    what: `exercise.${kind} is about a picture that a page draws again`,
    got: on.name,
    allowed: "a formula, and descents that a page can run",
  });
}
