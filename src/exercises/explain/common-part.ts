import { type Column, firstDifference } from "../search/columns.ts";
import { around } from "../search/edits/around.ts";
import { type Edit, edited, likelyEditsOf, type Vocabulary } from "../search/edits.ts";
import type { Effort } from "../search/effort.ts";
import type { WrongLine } from "../search/finding.ts";
import { has, keyOf, mapped, Place, placesIn, show, sizeOf, type Tree } from "../search/tree.ts";
import type { Setting } from "./formula-setting.ts";

/** One slip in a part that all wrong formulas of a list have. */
interface CommonSlip {
  readonly slip: Edit;
  /** All formulas, with the slip in those that have the part. */
  readonly trees: readonly Tree[];
}

/** A slip in a common part that makes at least one of the wrong formulas what came of it: the others may be wrong besides. */
export function slipInCommon(
  right: readonly Tree[],
  got: readonly Column[],
  { columns, words }: Setting,
  unseen: readonly NonNullable<WrongLine["unseen"]>[] | undefined,
  effort: Effort,
): CommonSlip | undefined {
  const wrong = right.filter((tree, i) => firstDifference(columns.compute(tree), got[i]!) >= 0);
  if (wrong.length < 2) return undefined;
  const isMade = (tree: Tree, i: number): boolean =>
    firstDifference(columns.compute(tree), got[i]!) < 0 &&
    (unseen === undefined || firstDifference(unseen[i]!.columns.compute(tree), unseen[i]!.got) < 0);
  for (const part of partsOfAll(wrong))
    for (const slip of [...likelyEditsOf(part, words, true), ...around(new Place(part), SIZE)]) {
      if (!effort.spend()) return undefined;
      const key = keyOf(part);
      const by = edited(slip);
      const trees = right.map((tree) => mapped(tree, (node) => (keyOf(node) === key ? by : node)));
      if (trees.some((tree, i) => wrong.includes(right[i]!) && isMade(tree, i)))
        return { slip: ofPart(slip, part), trees };
    }
  return undefined;
}

/** What is done to the whole of a part is not done to the result. */
const ofPart = (slip: Edit, part: Tree): Edit => ({
  ...slip,
  what: () => slip.what().replaceAll("the result", show(part)),
});

/** Its size is taken, which is likely of a part that all have. */
const SIZE: Vocabulary = { names: [], numbers: [], constants: [], actions: ["abs"] };

/** The parts with operations in them that all of some formulas have, the largest first. */
function partsOfAll([first, ...others]: readonly Tree[]): Tree[] {
  const parts = placesIn(first!).map(({ node }) => node);
  return parts
    .filter((part) => part.args.length > 0 && others.every((other) => has(other, part)))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}
