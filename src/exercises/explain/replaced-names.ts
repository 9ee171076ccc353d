import { nameText } from "../../math/text.ts";
import type { Lines } from "../search/lines.ts";
import { filled, keyOf, namesIn, show, type Tree } from "../search/tree.ts";
import { columnsAt, isLike, type Seen, type Taken, whereItCame } from "./claim.ts";
import type { FoundOfW } from "./explain-w.ts";

/** A quantity in whose place another one or a number stands throughout a line. */
export interface Replaced {
  readonly name: string;
  readonly by: Tree;
}

/** What is replaced throughout a line, where that is all that is wrong with it. */
export function replacedIn(right: Tree, tree: Tree | undefined): Replaced[] {
  if (tree === undefined) return [];
  const left = namesIn(tree);
  return [...namesIn(right)]
    .filter((name) => !left.has(name))
    .flatMap((name) => {
      const by = leavesOf(tree).find((leaf) => keyOf(filled(right, new Map([[name, leaf]]))) === keyOf(tree));
      return by === undefined ? [] : [{ name, by }];
    });
}

const leavesOf = (tree: Tree): Tree[] => (tree.args.length === 0 ? [tree] : tree.args.flatMap(leavesOf));

/** The line of w with the same in the same places, where that explains it. */
export function sameAsBefore(
  lines: Lines,
  taken: Taken,
  replaced: readonly Replaced[],
  seen: Seen,
): FoundOfW | undefined {
  const here = replaced.filter(({ name }) => namesIn(lines.w).has(name));
  if (here.length === 0) return undefined;
  const tree = filled(lines.w, new Map(here.map(({ name, by }) => [name, by])));
  const holds = (one: Seen): boolean =>
    isLike(columnsAt(lines, taken, one).compute(tree), one.form.w, whereItCame("w", one));
  if (!holds(seen)) return undefined;
  const said = here.map(({ name, by }) => `${show(by)} stands for ${nameText(name)}`);
  const what = `in the line of w too, ${said.join(", and ")}`;
  const mistakes = [{ id: `w: replaced ${here.map(({ name }) => name).join(", ")}`, quantity: "w", what }];
  return { mistakes, tree, cost: 0.2, holds };
}
