import type { Mistake } from "../mistake.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import { type Lines, outcomeOf } from "../search/lines.ts";
import { name, namesIn, placesIn, type Tree } from "../search/tree.ts";
import { isOne } from "./carried-factor.ts";
import type { Program } from "./program.ts";

export const DECAYED: Mistake = {
  id: "compounded",
  what: "what has decayed already decays again: at each step it is multiplied by the whole factor of that step",
};

/** The loop may end one step early or late. */
const ENDS = [-1, 0, 1];

/** A quantity that changes with t computed in a loop that multiplies what it has by the factor of each step so far. */
export function compounded(
  [tree, ...others]: readonly Tree[],
  [got]: readonly Column[],
  columns: Columns,
): Mistake | undefined {
  if (columns.value("t") === undefined || tree === undefined || got === undefined || others.length > 0)
    return undefined;
  return ENDS.some((later) => firstDifference(product(tree, columns, later), got) < 0) ? DECAYED : undefined;
}

/** The same of a part of the line of w that changes with t alone. */
export function decayedAgain({ states, w }: Lines, source: string): Program[] {
  if (!/\b(?:for|while|reduce)\b/.test(source)) return [];
  return placesIn(w)
    .filter(({ node }) => node.args.length > 0 && namesIn(node).has("t") && isOne(node, states))
    .flatMap((place) =>
      ENDS.map((later): Program => {
        const lines = { states, w: place.put(name("product")) };
        const withProduct = (columns: Columns): Columns =>
          columns.with(new Map([["product", product(place.node, columns, later)]]));
        return { mistake: DECAYED, run: ({ columns }) => outcomeOf(lines, withProduct(columns)) };
      }),
    );
}

/** The first value times each factor up to the last step of a loop. */
function product(tree: Tree, columns: Columns, later: number): Column {
  const t = columns.value("t")!;
  const at = (step: number): Column => columns.with(new Map([["t", t.map(() => step)]])).compute(tree);
  const first = at(1);
  const made = first.slice();
  for (let step = 2; step <= Math.max(...t) + later; step++) {
    const factor = at(step);
    for (let i = 0; i < made.length; i++) if (step <= t[i]! + later) made[i]! *= factor[i]! / first[i]!;
  }
  return made;
}
