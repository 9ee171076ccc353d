import type { Mistake } from "../mistake.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import type { Tree } from "../search/tree.ts";

const DECAYED =
  "what has decayed already decays again: at each step it is multiplied by the whole factor of that step";

/** A quantity that changes with t computed in a loop that multiplies what it has by the factor of each step so far. */
export function compounded(
  [tree, ...others]: readonly Tree[],
  [got]: readonly Column[],
  columns: Columns,
): Mistake | undefined {
  const t = columns.value("t");
  if (t === undefined || tree === undefined || got === undefined || others.length > 0) return undefined;
  const at = (step: number): Column => columns.with(new Map([["t", t.map(() => step)]])).compute(tree);
  const first = at(1);
  const last = Math.max(...t);
  // The loop may end one step early or late.
  for (const later of [-1, 0, 1]) {
    const made = first.slice();
    for (let step = 2; step <= last + later; step++) {
      const factor = at(step);
      for (let i = 0; i < made.length; i++) if (step <= t[i]! + later) made[i]! *= factor[i]! / first[i]!;
    }
    if (firstDifference(made, got) < 0) return { id: "compounded", what: DECAYED };
  }
  return undefined;
}
