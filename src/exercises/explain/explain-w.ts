import { OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import type { Reach } from "../search/line-search.ts";
import { type Lines, ofLine, type Outcome, outcomeOf, startOf } from "../search/lines.ts";
import { filled, keyOf, mapped, name, type Tree } from "../search/tree.ts";
import { type Claim, columnsAt, isSame, isUnmoved, type Seen, type Taken, whereItCame } from "./claim.ts";
import { mistakeOfLine } from "./found.ts";
import type { Search, Setting } from "./setting.ts";
import { movedFrom0 } from "./unmoved-state.ts";
import { oldReturned } from "./unmoved.ts";
import { wordsFor } from "./vocabulary.ts";

/** What explains w. */
export interface FoundOfW {
  readonly mistakes: readonly Mistake[];
  /** What computes the line; none where only the place of the mistake is known. */
  readonly tree: Tree | undefined;
  /** Whether the right states are meant, where others are returned. */
  readonly isOfRightStates?: boolean;
  readonly cost: number;
  readonly holds: Claim["holds"];
  readonly place?: Claim["place"];
}

interface Asked {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly right: Outcome;
  readonly taken: Taken;
  /** What was found to compute each state. */
  readonly trees: ReadonlyMap<string, Tree | undefined>;
  /** Whether a slip was found in the line of a state that w is computed with as it came. */
  readonly isTold: (state: string) => boolean;
  /** Whether all that is wrong with the states may be done to what is returned of them. */
  readonly isAside: boolean;
  readonly setting: Setting;
  readonly search: Search;
  /** How far it is searched with all lines put into one. */
  readonly inOne: Reach;
}

/** The states that w is computed with. */
interface Way {
  readonly name: string;
  readonly isOfRightStates: boolean;
  readonly columns: (seen: Seen) => Columns;
  /** The line of w that they go into. */
  readonly right: Tree;
}

/** What explains w: with the states that came, with the right ones, or with all lines put into one. */
export function explainW(asked: Asked): FoundOfW | undefined {
  const { rule, lines, setting, search } = asked;
  const got = setting.form.w!;
  const came = whereItCame("w", setting);
  const ways = waysOf(asked);
  const isAs = (due: Column): boolean => isSame(due, got, came);
  for (const way of ways)
    if (isAs(way.columns(setting).compute(way.right)))
      return { mistakes: [], ...computed(way.right, way, lines), cost: 0, holds: () => true };
  if (isUnmoved(setting)) {
    const { unseen = setting, source } = setting;
    const place = lines.states.size === 0 ? "" : "in the line of w, ";
    const old = oldReturned(source);
    const unmoved = old.holds(unseen)
      ? { ...old, computes: name("w") }
      : movedFrom0("w", { tree: lines.w, columns: ways[0]!.columns }, unseen, place);
    return unmoved && { ...unmoved, mistakes: [unmoved.mistake], tree: unmoved.computes, cost: 1 };
  }
  const least = isReturnedOld(asked) ? inOneLine(asked, 0) : undefined;
  for (const way of ways) {
    const { right, columns } = way;
    const words = wordsFor(rule, setting.source, "w", right);
    const found = search({ name: "w", right, columns, words }, way.name);
    if (found === undefined) continue;
    const [{ tree, cost }] = found.all as [(typeof found.all)[0]];
    if (least !== undefined && least.cost < cost) return least;
    const mistakes = [mistakeOfLine("w", found.all, rule)];
    return { mistakes, ...computed(tree, way, lines), cost, holds: found.holds, place: found.place };
  }
  return lines.states.size === 0 ? undefined : inOneLine(asked);
}

function waysOf({ lines, right, taken, trees, isAside, setting }: Asked): Way[] {
  const now = columnsAt(lines, taken, setting);
  const isTaken = [...right.states].every(([state, due]) => firstDifference(now.value(state)!, due) < 0);
  const came: Way = {
    name: ` of ${[...taken.values()].join()}`,
    isOfRightStates: false,
    columns: (seen) => columnsAt(lines, taken, seen),
    right: lines.w,
  };
  const stored = { ...came, right: ofStored(lines, trees) };
  const due: Way = {
    name: " of the right states",
    isOfRightStates: true,
    columns: ({ cases }) => cases.columns.with(outcomeOf(lines, cases.columns).states),
    right: lines.w,
  };
  if (keyOf(stored.right) !== keyOf(lines.w)) return isAside ? [due, stored, came] : [stored, came, due];
  return isTaken ? [came] : isAside ? [due, came] : [came, due];
}

/** The line of w, in which a term that is stored back into its state is that state. */
const ofStored = ({ states, w }: Lines, trees: Asked["trees"]): Tree =>
  mapped(w, (node) => {
    const isIn = ([state, tree]: [string, Tree]): boolean => {
      const found = trees.get(state);
      return found !== undefined && keyOf(filled(node, new Map([[state, tree]]))) === keyOf(found);
    };
    const [state] = [...states].find(isIn) ?? [];
    return state === undefined ? node : name(state);
  });

/** What computes w in the lines as they are returned. */
function computed(
  tree: Tree,
  { isOfRightStates }: Way,
  lines: Lines,
): Pick<FoundOfW, "tree" | "isOfRightStates"> {
  return isOfRightStates ? { tree: ofOld(filled(tree, inlined(lines)), lines), isOfRightStates } : { tree };
}

/** Whether a state is returned as it was, so that what is wrong in its line shows in w alone. */
const isReturnedOld = ({ taken, isTold }: Asked): boolean =>
  [...taken].some(([state, how]) => how === "due" && !isTold(state));

/** With all lines put into one, unless a line would be told to be wrong in two ways. */
function inOneLine(asked: Asked, more = 0.5): FoundOfW | undefined {
  const { rule, lines, isTold, inOne } = asked;
  const found = searchedInOne(asked, inOne);
  if (found === undefined || found.place?.named.some(isTold)) return undefined;
  const [{ tree, cost }] = found.all as [(typeof found.all)[0]];
  return {
    mistakes: [mistakeOfLine("w", found.all, rule)],
    tree: ofOld(tree, lines),
    cost: cost + more,
    holds: found.holds,
    place: found.place,
  };
}

/** What explains w with all lines put into one. */
export function searchedInOne(
  { rule, lines, setting, search }: Pick<Asked, "rule" | "lines" | "setting" | "search">,
  most: Reach,
): ReturnType<Search> {
  const right = filled(lines.w, inlined(lines));
  const words = wordsFor(rule, setting.source, "", right);
  const columns = ({ cases }: Seen): Columns => startOf(cases.columns, lines.states.keys());
  return search({ name: "w", right, columns, words }, " one", most);
}

/** A line in which the states' names mean what they were before the step. */
function ofOld(tree: Tree, { states }: Lines): Tree {
  return filled(tree, new Map([...states.keys()].map((state) => [state, name(state + OLD)])));
}

/** The lines of the states, each with those before it put in. */
function inlined({ states }: Lines): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const [state, tree] of states) trees.set(state, ofLine(state, filled(tree, trees)));
  return trees;
}
