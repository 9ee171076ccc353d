/** What the names mean that a text gives to something. */
import type { Part, TextOf } from "./part.ts";

/** A sum or the like of quantities. */
const SHORT = /^(?!\w+$)(?!.*(?:=>|[[\]{}?;]))[^]{3,44}$/;

/** A clause with what a name of the text's own means: "end, which is steps - decay, stands where ...". */
export function withMeaning(what: string, all: readonly Part[], textOf: TextOf): string {
  return all.reduce((said, { node }) => {
    if (node.type !== "VariableDeclaration" || node.kind !== "const") return said;
    return node.declarations.reduce((clause, { id, init }) => {
      const value = init == null ? "" : textOf(init);
      const place = new RegExp(
        String.raw`(^|\b(?:where|wherever|by|to|and) )${textOf(id)}(?=,| and| have| is| stands| should|$)`,
      );
      return SHORT.test(value) && !clause.includes(value)
        ? clause.replace(place, `$1${textOf(id)}, which is ${value},`)
        : clause;
    }, said);
  }, what);
}
