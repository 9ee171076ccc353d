import { OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import { type Lines, outcomeOf } from "../search/lines.ts";
import { name, namesIn, placesIn, type Tree } from "../search/tree.ts";
import type { Program } from "./program.ts";

const DECAYED: Mistake = {
  id: "compounded",
  what: "what has decayed already decays again: at each step it is multiplied by the whole factor of that step",
};

const ADDED: Mistake = {
  id: "added up",
  what: "the values of all steps so far are added up, and only the one of this step is asked for",
};

/** How a loop goes on with the value of each step; it may end one step early or late. */
const LOOPS = [
  { mistake: DECAYED, join: (made: number, now: number, first: number): number => (made * now) / first },
  { mistake: ADDED, join: (made: number, now: number): number => made + now },
].flatMap((loop) => [-1, 0, 1].map((later) => ({ ...loop, later })));

/** A quantity that changes with t computed in a loop that multiplies what it has by the factor of each step so far. */
export function compounded(
  [tree, ...others]: readonly Tree[],
  [got]: readonly Column[],
  columns: Columns,
): Mistake | undefined {
  if (columns.value("t") === undefined || tree === undefined || got === undefined || others.length > 0)
    return undefined;
  return LOOPS.find((loop) => firstDifference(looped(tree, columns, loop), got) < 0)?.mistake;
}

/** The same of a part of the line of w that changes with t alone. */
export function decayedAgain({ states, w }: Lines, source: string): Program[] {
  if (!/\b(?:for|while|reduce)\b/.test(source)) return [];
  return placesIn(w)
    .filter(({ node }) => node.args.length > 0 && namesIn(node).has("t") && isOne(node, states))
    .flatMap((place) =>
      LOOPS.map((loop): Program => {
        const lines = { states, w: place.put(name("looped")) };
        const withLoop = (columns: Columns): Columns =>
          columns.with(new Map([["looped", looped(place.node, columns, loop)]]));
        return { mistake: loop.mistake, run: ({ columns }) => outcomeOf(lines, withLoop(columns)) };
      }),
    );
}

/** Is a part one number, the same in all coordinates? */
function isOne(node: Tree, states: Lines["states"]): boolean {
  const lists = ["w", "g", ...[...states.keys()].flatMap((state) => [state, state + OLD])];
  const names = namesIn(node);
  return names.size > 0 && !lists.some((one) => names.has(one));
}

/** The first value, joined with those up to the last step of a loop. */
function looped(tree: Tree, columns: Columns, { join, later }: (typeof LOOPS)[0]): Column {
  const t = columns.value("t")!;
  const at = (step: number): Column => columns.with(new Map([["t", t.map(() => step)]])).compute(tree);
  const first = at(1);
  const made = first.slice();
  for (let step = 2; step <= Math.max(...t) + later; step++) {
    const now = at(step);
    for (let i = 0; i < made.length; i++)
      if (step <= t[i]! + later) made[i] = join(made[i]!, now[i]!, first[i]!);
  }
  return made;
}
