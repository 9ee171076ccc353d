import type { Figure } from "./figure.ts";
import type { Recipe } from "./revive.ts";

/** A kind of figure: what there is to know of it beside how it is drawn. */
export interface Kind {
  /** Its name in a recipe. */
  readonly name: string;
  /** The figure computed again from its recipe, which may be hostile: whatever it holds is checked. */
  readonly again: (recipe: Recipe) => Figure;
  /** A figure of this kind, on which its contract is tested. */
  readonly example: () => Figure;
}

const KIND = Symbol("kind of figure");

/** A function that draws figures of one kind. */
export function ofKind<Draw extends (...given: never[]) => Figure>(kind: Kind, draw: Draw): Draw {
  return Object.assign(draw, { [KIND]: kind });
}

/** The kind of figures that a function draws. */
export function kindOf(draw: unknown): Kind {
  return (draw as { readonly [KIND]: Kind })[KIND];
}
