import * as library from "./index.ts";
import type { Rule } from "./rule.ts";

/**
 * Every rule of the library: those of the deck in its order, then the others by name.
 * @example rules[0].id // "gd"
 */
export const rules: readonly Rule[] = Object.values<Rule>(library).sort(
  (a, b) => slideOf(a) - slideOf(b) || (a.id < b.id ? -1 : 1),
);

function slideOf({ source }: Rule): number {
  return source?.slide ?? Infinity;
}
