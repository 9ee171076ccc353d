/** A place as it is declared: the picture's recipe is made, and the place found on the path. */
import { InputError } from "../../errors.ts";
import { recipeOf } from "../../figures/recipe.ts";
import type { Interval } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import type { Rule } from "../../rules/rule.ts";
import { descend } from "../../trace/descend.ts";
import type { Place, WrongPlace } from "./place.ts";
import type { PictureOptions } from "./picture.ts";

/** A descent in the picture. */
interface Ball {
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
  const balls = [...known, ball];
  const traces = balls.map(({ rule, start, steps, hyper }) => descend(on, rule, { start, steps, hyper }));
  const options: PictureOptions = { view, labels: balls.map(({ name }) => name) };
  const picture = recipeOf("place", traces, options, on);
  if (picture === undefined || on.dimension !== 2)
    throw new InputError({
      what: "exercise.place is about a map, which a page draws again",
      got: on.name,
      allowed: "a formula in two variables, and descents that a page can run",
    });
  const coordinates = asks === "both" ? on.variables : on.variables.filter((name) => name === asks);
  const [first] = coordinates;
  if (first === undefined)
    throw new InputError({
      what: "a place is asked for by a coordinate of its surface",
      got: asks,
      allowed: ["both", ...on.variables].join(", "),
    });
  const { path } = traces.at(-1)!;
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
