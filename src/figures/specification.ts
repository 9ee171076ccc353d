import { InputError } from "../errors.ts";
import type { Figure } from "./figure.ts";
import * as figures from "./index.ts";
import { kindOf } from "./kind.ts";
import { Recipe } from "./revive.ts";

/** The kinds of figures, from their list. */
export const KINDS = Object.values(figures).map(kindOf);

/**
 * Compute a stored figure again. Everything in it is checked like any other input, since it may come from an
 * untrusted notebook: expressions and rules are compiled from an allow-list only.
 * @throws InputError when it is not a specification of format 1, or of no known kind
 * @example figureFromSpecification(landscape(path).specification).specification.kind // "landscape"
 */
export function figureFromSpecification(data: unknown): Figure {
  const recipe = new Recipe(data);
  const kind = KINDS.find(({ name }) => name === recipe.kind);
  if (kind !== undefined) return kind.again(recipe);
  throw new InputError({
    what: "there is no such kind of figure",
    got: recipe.kind,
    allowed: KINDS.map(({ name }) => name).join(", "),
  });
}
