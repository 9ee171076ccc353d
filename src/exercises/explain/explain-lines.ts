import { nameText, OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import { type Column, firstDifference } from "../search/columns.ts";
import type { Effort } from "../search/effort.ts";
import { type LineFinding, LineSearch, type Reach, type WrongLine } from "../search/line-search.ts";
import { type Lines, outcomeOf, startOf } from "../search/lines.ts";
import { filled, keyOf, name, type Tree } from "../search/tree.ts";
import type { Form } from "./form.ts";
import { mistakeOf } from "./found.ts";
import { knownEdits } from "./known-edits.ts";
import { storedInstead } from "./stored.ts";
import { wordsFor } from "./vocabulary.ts";

/** Lines that an answer is compared with, and the mistakes that are in them already. */
export interface Base {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly prior: readonly Mistake[];
  /** Of lines in another form, those that they compute the same as: what is searched from the one is not searched from the other. */
  readonly formOf?: Lines;
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
}

/** What an answer did, how much may be tried to explain it, and the searches that were begun. */
export interface Setting {
  readonly cases: Cases;
  readonly form: Form;
  readonly source: string;
  readonly effort: Effort;
  readonly searches: Map<string, LineSearch>;
  /** The states that an answer has which was to be mended. */
  readonly given?: ReadonlyMap<string, Column> | undefined;
}

type Search = (
  line: Omit<WrongLine, "known">,
  name: string,
  way?: string,
  most?: Reach,
) => readonly LineFinding[];

interface Found {
  readonly mistakes: readonly Mistake[];
  /** What computes the line; none where only the place of the mistake is known. */
  readonly tree: Tree | undefined;
  /** Whether the right states are meant, where others are returned. */
  readonly isOfRightStates?: boolean;
  readonly cost: number;
}

/**
 * Each line by itself: a state with what was given, then w with the states that came.
 * @param reach how far it is searched
 */
export function explainLines(base: Base, setting: Setting, reach: Reach): ByLines {
  const { rule, lines, prior, formOf = lines } = base;
  const { cases, form } = setting;
  const right = outcomeOf(lines, cases.columns);
  const mistakes: ((isReturnedOnly: boolean) => Mistake)[] = [];
  const unexplained: string[] = [];
  const trees = new Map<string, Tree | undefined>(lines.states);
  const taken = new Map<string, Column>();
  let cost = prior.length;
  let now = startOf(cases.columns, lines.states.keys());
  const before = [...formOf.states].map(([state, tree]) => `${state} = ${keyOf(tree)}`).join("; ");
  const search: Search = (line, name, way = "", most = reach) => {
    const key = `${before}; ${name}${way} = ${keyOf(line.right)}`;
    let begun = setting.searches.get(key);
    if (begun === undefined) {
      begun = new LineSearch({ ...line, known: knownEdits(rule, name) }, setting.effort);
      setting.searches.set(key, begun);
    }
    return begun.upTo(most < reach ? most : reach);
  };
  for (const [state, tree] of lines.states) {
    const got = form.states.get(state);
    const due = now.compute(tree);
    const old = cases.columns.value(state + OLD)!;
    if (got === undefined) taken.set(state, due);
    else if (firstDifference(due, got) < 0) taken.set(state, got);
    else if (firstDifference(got, old) < 0) {
      mistakes.push(() => oldReturned(state));
      trees.set(state, undefined);
      taken.set(state, due);
      cost += 1;
    } else {
      const stored = storedInstead(state, got, now, right);
      const found: readonly LineFinding[] =
        stored === undefined
          ? search(
              {
                right: tree,
                got,
                columns: now,
                words: wordsFor(rule, setting.source, state, tree),
                before: state,
              },
              state,
            )
          : [];
      trees.set(state, found[0]?.tree);
      if (stored !== undefined) mistakes.push(() => stored);
      else if (found.length === 0) unexplained.push(state);
      else {
        mistakes.push((isReturnedOnly) => mistakeOfLine(state, found, rule, isReturnedOnly));
        cost += found[0]!.cost;
      }
      taken.set(state, stored === undefined ? got : due);
    }
    now = now.with(taken);
  }
  const found = explainW({ rule, lines, right, taken, setting, search });
  if (found === undefined) unexplained.push("w");
  const ofStates = mistakes.map((say) => say(found?.isOfRightStates === true));
  return {
    mistakes: [...prior, ...ofStates, ...(found?.mistakes ?? [])],
    unexplained,
    cost: cost + (found?.cost ?? 0),
    lines: together(trees, found?.tree),
  };
}

function together(trees: ReadonlyMap<string, Tree | undefined>, w: Tree | undefined): Lines | undefined {
  const states = [...trees].flatMap(([state, tree]) => (tree === undefined ? [] : [[state, tree] as const]));
  return w === undefined || states.length < trees.size ? undefined : { states: new Map(states), w };
}

function oldReturned(state: string): Mistake {
  const m = nameText(state);
  return {
    id: `return: old ${state}`,
    quantity: state,
    sentence: `${m} comes back as it was: the old ${m} is returned, so nothing is remembered from step to step`,
    cure: `Return the new ${m}.`,
  };
}

/** @param isReturnedOnly whether w is computed with the right state, and not with what came */
function mistakeOfLine(
  line: string,
  all: readonly LineFinding[],
  { state }: Rule,
  isReturnedOnly = false,
): Mistake {
  const isOneOfSeveral = Object.keys(state).length > 0;
  const place = isReturnedOnly
    ? `in the ${nameText(line)} that is returned, `
    : `in the line of ${nameText(line)}, `;
  return mistakeOf(all, line, isOneOfSeveral ? place : "");
}

interface WSetting {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly right: { readonly states: ReadonlyMap<string, Column> };
  readonly taken: ReadonlyMap<string, Column>;
  readonly setting: Setting;
  readonly search: Search;
}

/** What explains w: with the states that came, with the right ones, or with all lines put into one. */
function explainW({ rule, lines, right, taken, setting, search }: WSetting): Found | undefined {
  const { cases, form, source } = setting;
  const { columns } = cases;
  const got = form.w!;
  const isTaken = [...taken].every(
    ([state, column]) => firstDifference(column, right.states.get(state)!) < 0,
  );
  const ways = isTaken ? [taken] : [taken, right.states];
  const withStates = (
    tree: Tree | undefined,
    states: ReadonlyMap<string, Column>,
  ): Pick<Found, "tree" | "isOfRightStates"> =>
    states === taken
      ? { tree }
      : { tree: tree && ofOld(filled(tree, inlined(lines)), lines), isOfRightStates: true };
  for (const states of ways)
    if (firstDifference(columns.with(states).compute(lines.w), got) < 0)
      return { mistakes: [], ...withStates(lines.w, states), cost: 0 };
  if (firstDifference(columns.value("w")!, got) < 0) {
    const sentence = "w comes back as it was: the old place is returned";
    const cure = "Return the new w.";
    return { mistakes: [{ id: "return: old w", quantity: "w", sentence, cure }], tree: name("w"), cost: 1 };
  }
  const { given } = setting;
  if (given !== undefined && firstDifference(columns.with(given).compute(lines.w), got) < 0) {
    const names = [...given.keys()].map(nameText).join(" and ");
    const what = `w is still computed with ${names} as ${given.size === 1 ? "it was" : "they were"} before it was mended`;
    return { mistakes: [{ id: "w: states to be mended", quantity: "w", what }], tree: undefined, cost: 1 };
  }
  const words = wordsFor(rule, source, "w", lines.w);
  for (const states of ways) {
    const all = search(
      {
        right: lines.w,
        got,
        columns: columns.with(states),
        words,
        before: "w",
      },
      "w",
      states === taken ? "" : " of the right states",
    );
    if (all.length > 0)
      return {
        mistakes: [mistakeOfLine("w", all, rule)],
        ...withStates(all[0]!.tree, states),
        cost: all[0]!.cost,
      };
  }
  if (lines.states.size === 0) return undefined;
  const inOne = filled(lines.w, inlined(lines));
  const start = startOf(columns, lines.states.keys());
  const all = search(
    {
      right: inOne,
      got,
      columns: start,
      words: wordsFor(rule, source, "", inOne),
      before: "w",
    },
    "w one",
    "",
    2,
  );
  return all.length === 0
    ? undefined
    : {
        mistakes: [mistakeOfLine("w", all, rule)],
        tree: all[0]!.tree && ofOld(all[0]!.tree, lines),
        cost: all[0]!.cost + 0.5,
      };
}

/** A line in which the states' names mean what they were before the step. */
function ofOld(tree: Tree, { states }: Lines): Tree {
  return filled(tree, new Map([...states.keys()].map((state) => [state, name(state + OLD)])));
}

/** The lines of the states, each with those before it put in. */
function inlined({ states }: Lines): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const [state, tree] of states) trees.set(state, filled(tree, trees));
  return trees;
}
