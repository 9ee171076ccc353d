import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import { nameText } from "../../math/text.ts";
import { slipsOf } from "../mutations/rule.ts";
import { type Edit, wholeEdit } from "../search/edits.ts";
import { linesOf } from "../search/lines.ts";
import { keyOf, type Tree } from "../search/tree.ts";

const known = new WeakMap<Rule, ReadonlyMap<string, readonly Edit[]>>();

/** The wrong versions of a line that the rule's own slips make, in their words. */
export function knownEdits(rule: Rule, line: string): readonly Edit[] {
  return remembered(known, rule, () => editsOfSlips(rule)).get(line) ?? [];
}

function editsOfSlips(rule: Rule): Map<string, Edit[]> {
  const right = linesOf(rule);
  const all = new Map<string, Edit[]>();
  const add = (line: string, was: Tree, tree: Tree, what: string): void => {
    remembered(all, line, () => []).push(
      wholeEdit(
        was,
        tree,
        "slip",
        1.4,
        () => what,
        () => keyOf(tree),
      ),
    );
  };
  for (const slip of slipsOf(rule)) {
    const wrong = linesOf(slip.rule);
    const what = slip.what.join(", and ");
    const both = [...wrong.states, ["w", wrong.w] as const].map(([line, tree]) => {
      const was = line === "w" ? right.w : right.states.get(line)!;
      return { line, was, tree };
    });
    const changed = both.filter(({ was, tree }) => keyOf(was) !== keyOf(tree));
    // What is so everywhere is more than what one line shows.
    if (changed.length > 1 && what.endsWith("everywhere")) continue;
    const own = changed.filter(({ line }) => what.includes(`line of ${nameText(line)}`));
    for (const { line, was, tree } of own.length > 0 ? own : changed) add(line, was, tree, what);
  }
  return all;
}
