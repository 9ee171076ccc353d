import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { type Columns, hasNumbers } from "../search/columns.ts";
import type { Edit } from "../search/edits.ts";
import { holdsIn, type LineFinding, type WrongLine } from "../search/finding.ts";
import { LineSearch, type Reach } from "../search/line-search.ts";
import { type Lines, linesOf, ofLine, outcomeOf } from "../search/lines.ts";
import {
  filled,
  has,
  keyOf,
  mapped,
  name,
  namesIn,
  NEW_W,
  Place,
  placesIn,
  type Tree,
} from "../search/tree.ts";
import { type Claim, columnsAt, isMadeBy, isSame, type Seen, whereItCame } from "./claim.ts";
import { explainW, searchedInOne } from "./explain-w.ts";
import { mistakeOfLine, placeOf } from "./found.ts";
import { knownEdits } from "./known-edits.ts";
import { replacedIn, type Replaced, sameAsBefore } from "./replaced-names.ts";
import type { Search, Setting } from "./setting.ts";
import { storedInstead } from "./stored.ts";
import { unmovedState } from "./unmoved-state.ts";
import { wordsFor } from "./vocabulary.ts";

/** Lines that an answer is compared with, and the mistakes that are in them already. */
export interface Base {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly prior: readonly Mistake[];
  /** Of lines in another form, those that they compute the same as: what is searched from the one is not searched from the other. */
  readonly formOf?: Lines;
  /** Whether these lines are meant, where what was found does not show it by itself. */
  readonly isMeant?: (found: ByLines, seen: Seen) => boolean;
  /** What is claimed with the mistakes that are in them where there are no others. */
  readonly holdsAlone?: Claim["holds"];
  /** Another form of the rule that is right too, by its name. */
  readonly form?: string;
  /** Whether what is to be mended is in that form. */
  readonly isGiven?: boolean;
}

/** What explains an answer line by line. */
export interface ByLines {
  readonly mistakes: readonly Mistake[];
  /** The quantities that nothing explains. */
  readonly unexplained: readonly string[];
  /** How far-fetched the whole is. */
  readonly cost: number;
  /** Lines that compute what the answer computes; none where only the place of a mistake is known. */
  readonly lines: Lines | undefined;
  /** The quantities whose line is not as it is compared. */
  readonly changed: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}

/**
 * Each line by itself: a state with what was given, then w with the states that came.
 * @param reach how far it is searched
 */
export function explainLines(base: Base, setting: Setting, reach: Reach): ByLines {
  const { rule, lines, prior } = base;
  const { cases, form } = setting;
  const right = outcomeOf(lines, cases.columns);
  const says: ({ say: (isReturnedOnly: boolean) => Mistake } & Omit<Claim, "of">)[] = [];
  const changed = new Set<string>();
  const unexplained: string[] = [];
  const trees = new Map<string, Tree | undefined>(lines.states);
  const taken = new Map<string, "came" | "due">();
  const replaced: Replaced[] = [];
  let cost = prior.length;
  let isAside = true;
  const search = searchOf(base, setting, reach);
  for (const [state, tree] of lines.states) {
    const before = new Map(taken);
    const columns = (seen: Seen): Columns => columnsAt(lines, before, seen);
    const [now, got] = [columns(setting), form.states.get(state)];
    taken.set(state, "came");
    if (got === undefined) continue;
    if (isSame(now.compute(tree), got, whereItCame(state, setting))) continue;
    const after = ofNewW(tree);
    // Where w and a state come back alike, w says nothing of the state.
    const usesW = namesIn(after).has(NEW_W) && !isSame(form.w!, got);
    const withW = (seen: Seen): Columns => columns(seen).with(new Map([[NEW_W, seen.form.w!]]));
    if (usesW && isSame(withW(setting).compute(after), got, whereItCame(state, setting))) {
      trees.set(state, after);
      continue;
    }
    changed.add(state);
    const stored = storedInstead(state, got, now, right);
    const unmoved = unmovedState(state, { tree, columns }, setting);
    if (unmoved !== undefined) {
      const { mistake, holds, isUsed, computes } = unmoved;
      trees.set(state, computes);
      taken.set(state, isUsed ? "came" : "due");
      says.push({ say: () => mistake, holds });
      cost += 1;
    } else if (stored !== undefined) {
      trees.set(state, undefined);
      const isUsed = isSame(columnsAt(lines, taken, setting).compute(lines.w), form.w!);
      if (!isUsed) taken.set(state, "due");
      says.push({
        say: () => stored,
        holds: (seen) => {
          const due = outcomeOf(lines, seen.cases.columns);
          return storedInstead(state, seen.form.states.get(state)!, columns(seen), due)?.id === stored.id;
        },
      });
    } else {
      const words = wordsFor(rule, setting.source, state, tree);
      const found =
        search({ name: state, right: tree, columns, words }, [...before.values()].join()) ??
        (namesIn(after).has(NEW_W)
          ? search({ name: state, right: after, columns: withW, words })
          : undefined);
      trees.set(state, found?.all[0]!.tree);
      if (found === undefined) {
        unexplained.push(state);
        continue;
      }
      const { all, holds, place } = found;
      says.push({ say: (isReturnedOnly) => mistakeOfLine(state, all, rule, isReturnedOnly), holds, place });
      replaced.push(...replacedIn(tree, all[0]!.tree));
      if (!isDoneToAll(all[0]!)) isAside = false;
      cost += all[0]!.cost;
    }
  }
  const found =
    sameAsBefore(lines, taken, replaced, setting) ??
    explainW({
      rule,
      lines,
      right,
      taken,
      trees,
      isTold: (state) => changed.has(state) && taken.get(state) === "came" && trees.get(state) !== undefined,
      isAside,
      setting,
      search,
      inOne: isItself(base) ? 2 : 1,
    });
  if (found === undefined) unexplained.push("w");
  if (found === undefined || found.mistakes.length > 0) changed.add("w");
  const ofStates = says.map(({ say }) => say(found?.isOfRightStates === true));
  const claims = [
    ...ofStates.map(({ id }, i) => ({ of: id, holds: says[i]!.holds, place: says[i]!.place })),
    ...(found?.mistakes ?? []).map(({ id }) => ({ of: id, holds: found!.holds, place: found!.place })),
  ];
  const isAlone = claims.length === 0 && unexplained.length === 0;
  const all = (seen: Seen): boolean =>
    (!isAlone || (base.holdsAlone?.(seen) ?? true)) && claims.every(({ holds }) => holds(seen));
  return {
    mistakes: [...prior, ...ofStates, ...(found?.mistakes ?? [])],
    unexplained,
    cost: cost + (found?.cost ?? 0),
    lines: [form.w!, ...form.states.values()].every((came) => hasNumbers(came))
      ? together(trees, found?.tree)
      : undefined,
    changed,
    // What is in the lines already holds where all else does.
    claims: [...prior.map(({ id }) => ({ of: id, holds: all })), ...claims],
  };
}

/** Lines with the slip that w tells in the line of a state, which may be wrong besides in what is returned of it. */
export function slippedIn(base: Base, setting: Setting): Base[] {
  const { rule, lines } = base;
  const found = searchedInOne({ rule, lines, setting, search: searchOf(base, setting, 2) }, 2);
  const [state, ...others] = found?.place?.named ?? [];
  const right = lines.states.get(state ?? "");
  if (found?.place === undefined || right === undefined || others.length > 0) return [];
  const made = placesIn(found.place.computes).find(({ node }) => node.line === state)?.node;
  if (made === undefined) return [];
  const slipped = { states: new Map([...lines.states, [state!, made]]), w: lines.w };
  return [
    {
      ...base,
      lines: slipped,
      prior: [mistakeOfLine(state!, found.all, rule)],
      holdsAlone: isMadeBy(slipped),
    },
  ];
}

/** Is all that is found done to the whole of a line? */
const isDoneToAll = ({ edits }: LineFinding): boolean =>
  edits.every(({ place: { node, parent }, by }) => parent === undefined && has(by, node));

/** Whether lines are the rule's own, or what was to be mended. */
const isItself = ({ form, formOf, prior, isGiven = false }: Base): boolean =>
  formOf === undefined && prior.length === 0 && (form === undefined || isGiven);

function searchOf({ rule, lines, formOf = lines, isGiven }: Base, setting: Setting, reach: Reach): Search {
  const own = linesOf(rule);
  const before = [...formOf.states].map(([state, tree]) => `${state} = ${keyOf(tree)}`).join("; ");
  return ({ name, right, columns, words }, way = "", most = reach) => {
    const at = (seen: Seen): Observed => {
      const got = name === "w" ? seen.form.w! : seen.form.states.get(name)!;
      const where = whereItCame(name, seen);
      return { columns: columns(seen), got, before: name, ...(where === undefined ? {} : { where }) };
    };
    const key = `${before}; ${name}${way} = ${keyOf(right)}`;
    const begun = remembered(setting.searches, key, () => {
      const line = { ...at(setting), right, words, known: knownIn(right, own.states.get(name) ?? own.w, knownEdits(rule, name, isGiven)) }; // prettier-ignore
      const unseen = setting.unseen && at(setting.unseen);
      return new LineSearch({ ...line, unseen }, setting.effort);
    });
    const all = begun.upTo(most < reach ? most : reach);
    const [first] = all;
    if (first === undefined) return undefined;
    return {
      all,
      holds: (seen) => holdsIn(first, at(seen)),
      place: placeOf(first, name, right, columns),
    };
  };
}

/** A rule's own slips are told of its own line, and of no other form of it. */
function knownIn(right: Tree, own: Tree, all: readonly Edit[]): readonly Edit[] {
  if (keyOf(right) === keyOf(own)) return all;
  if (keyOf(right) !== keyOf(ofNewW(own))) return [];
  return all.map((edit) => ({ ...edit, place: new Place(right), by: ofNewW(edit.by) }));
}

type Observed = Pick<WrongLine, "columns" | "got" | "where" | "before">;

function together(trees: ReadonlyMap<string, Tree | undefined>, w: Tree | undefined): Lines | undefined {
  const isKnown = [w, ...trees.values()].every((tree) => tree !== undefined);
  if (!isKnown) return undefined;
  const newW = new Map([[NEW_W, ofLine("w", w!)]]);
  return { states: new Map([...trees].map(([state, tree]) => [state, filled(tree!, newW)])), w: w! };
}

/** A line that is computed of the new w, with w as it came. */
const ofNewW = (tree: Tree): Tree => mapped(tree, (node) => (node.line === "w" ? name(NEW_W) : node));
