import { remembered } from "../../remembered.ts";
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { slipsOf } from "../mutations/rule.ts";
import { type Neighbour, neighboursOf } from "./neighbours.ts";
import { type Edit, wholeEdit } from "../search/edits.ts";
import { linesOf } from "../search/lines.ts";
import { keyOf, type Tree } from "../search/tree.ts";

const known = new WeakMap<Rule, ReadonlyMap<string, readonly Edit[]>>();
const knownOfGiven = new WeakMap<Rule, ReadonlyMap<string, readonly Edit[]>>();

/**
 * The wrong versions of a line that the rule's own slips make, in their words.
 * @param isGiven whether what was to be mended is in the rule's form: then rules close to it count too
 */
export function knownEdits(rule: Rule, line: string, isGiven = false): readonly Edit[] {
  const all = isGiven
    ? remembered(knownOfGiven, rule, () => editsOf(rule, [...neighboursOf(rule, [], true), ...slipsOf(rule)]))
    : remembered(known, rule, () => editsOf(rule, slipsOf(rule)));
  return all.get(line) ?? [];
}

function editsOf(rule: Rule, all: readonly Pick<Neighbour, "rule" | "what">[]): Map<string, Edit[]> {
  const right = linesOf(rule);
  const made = new Map<string, Edit[]>();
  const add = (line: string, was: Tree, tree: Tree, what: string): void => {
    const [said, of] = [(): string => what, (): string => keyOf(tree)];
    remembered(made, line, () => []).push(wholeEdit(was, tree, "slip", 1.4, said, of));
  };
  for (const { rule: slipped, what } of all) {
    const wrong = linesOf(slipped);
    const both = [...wrong.states, ["w", wrong.w] as const].map(([line, tree]) => {
      const was = line === "w" ? right.w : right.states.get(line)!;
      return { line, was, tree };
    });
    const changed = both.filter(({ was, tree }) => keyOf(was) !== keyOf(tree));
    // What changes several lines is more than one of them shows, but for the one that it is said of.
    const isOwn = (line: string): boolean =>
      changed.length === 1 ||
      [`line of ${nameText(line)},`, `into ${nameText(line)}`].some((of) => what.includes(of));
    for (const { line, was, tree } of changed) if (isOwn(line)) add(line, was, tree, what);
  }
  return made;
}
