import type { Specification } from "../../figures/recipe.ts";
import type { Asked, Unanswered } from "../kind.ts";

/** Coordinates by their names. */
export type Point = Readonly<Record<string, number>>;

/** A place that is often foreseen, and is not right. */
export interface WrongPlace {
  /** Its coordinates: of those that are asked for, one or more. */
  readonly at: Point;
  /** How far from it still counts as it. */
  readonly within: number;
  /** What whoever presses there expects: "it stops at the bottom". */
  readonly what: string;
  /** Why it is not so. */
  readonly reason: string;
}

/**
 * Foretell a place in a picture before it is shown: press where a ball will be, how far it gets, where an arrow leads. The guess is
 * for being made; how far it was off is told in the picture's units, and it is never marked down.
 */
export interface Place extends Asked<number | Readonly<Record<string, number | Unanswered>>> {
  readonly kind: "place";
  /** What the picture is drawn from; the last of its descents is the one that is foreseen. */
  readonly picture: Specification;
  /** The coordinates that are asked for. */
  readonly asks: readonly string[];
  /** The step of the descent at which it is in that place. */
  readonly step: number;
  readonly answer: Point;
  /** How far off counts as right. */
  readonly within: number;
  /** What happens, in words: "it rolls past the bottom". */
  readonly right: string;
  readonly wrong: Readonly<Record<string, WrongPlace>>;
  /** Why it is so: shown with the answer. */
  readonly because: string;
}
