import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { slipsOf } from "../mutations/rule.ts";
import { BEFORE, type Cases, screenOf } from "../run/cases.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import type { Edit } from "../search/edits.ts";
import {
  explainFar,
  explainLine,
  explainNear,
  type LineFinding,
  type WrongLine,
} from "../search/line-search.ts";
import { linesOf, type Lines, outcomeOf, startOf } from "../search/lines.ts";
import { filled, keyOf, type Tree } from "../search/tree.ts";
import type { Form } from "./form.ts";
import { storedInstead } from "./stored.ts";
import { wordsFor } from "./vocabulary.ts";

/** Lines that an answer is compared with, and the mistakes that are in them already. */
export interface Base {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly prior: readonly Mistake[];
}

/** What explains an answer line by line. */
export interface ByLines {
  readonly mistakes: readonly Mistake[];
  /** The quantities that nothing explains. */
  readonly unexplained: readonly string[];
  /** How far-fetched the whole is. */
  readonly cost: number;
  /** Lines that compute what the answer computes. */
  readonly lines: Lines;
}

interface Setting {
  readonly cases: Cases;
  readonly form: Form;
  readonly source: string;
}

/** How far it is searched. */
export type Reach = 1 | 2 | 3;

const SEARCHES = [explainNear, explainLine, explainFar] as const;

type Found = { readonly mistakes: readonly Mistake[]; readonly tree?: Tree; readonly cost: number };

/**
 * Each line by itself: a state with what was given, then w with the states that came.
 * @param reach how far it is searched: likely slips, slips of any kind, two slips in one line
 */
export function explainLines({ rule, lines, prior }: Base, setting: Setting, reach: Reach): ByLines {
  const { cases, form } = setting;
  const right = outcomeOf(lines, cases.columns);
  const mistakes: Mistake[] = [];
  const unexplained: string[] = [];
  const trees = new Map(lines.states);
  const taken = new Map<string, Column>();
  const screen = screenOf(cases).columns;
  let cost = prior.length;
  let now = startOf(cases.columns, lines.states.keys());
  let few = startOf(screen, lines.states.keys());
  const search = (given: Omit<WrongLine, "known">, name: string): LineFinding[] => {
    const line = { ...given, known: knownEdits(rule, name) };
    for (const explain of SEARCHES.slice(0, reach)) {
      const found = explain(line);
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const [state, tree] of lines.states) {
    const got = form.states.get(state);
    const due = now.compute(tree);
    const old = cases.columns.value(state + BEFORE)!;
    if (got === undefined) taken.set(state, due);
    else if (firstDifference(due, got) < 0) taken.set(state, got);
    else if (firstDifference(got, old) < 0) {
      mistakes.push(oldReturned(state));
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
                screen: few,
                words: wordsFor(rule, setting.source, state),
                before: state,
              },
              state,
            )
          : [];
      if (stored !== undefined) mistakes.push(stored);
      else if (found.length === 0) unexplained.push(state);
      else {
        mistakes.push(mistakeOfLine(state, found, rule));
        trees.set(state, found[0]!.tree);
        cost += found[0]!.cost;
      }
      taken.set(state, stored === undefined ? got : due);
    }
    now = now.with(taken);
    few = few.with(cut(taken, screen));
  }
  const found = explainW({ rule, lines, right, taken, screen, setting, search });
  if (found === undefined) unexplained.push("w");
  const shown = { states: trees, w: found?.tree ?? lines.w };
  return {
    mistakes: [...prior, ...mistakes, ...(found?.mistakes ?? [])],
    unexplained,
    cost: cost + (found?.cost ?? 0),
    lines: shown,
  };
}

function oldReturned(state: string): Mistake {
  const m = nameText(state);
  return {
    id: `return: old ${state}`,
    sentence: `${m} comes back as it was: the old ${m} is returned, so nothing is remembered from step to step`,
    cure: `Return the new ${m}.`,
  };
}

const cut = (columns: ReadonlyMap<string, Column>, { length }: Columns): Map<string, Column> =>
  new Map([...columns].map(([name, column]) => [name, column.subarray(0, length)]));

function mistakeOfLine(line: string, all: readonly LineFinding[], { state }: Rule): Mistake {
  const [first, second] = all as [LineFinding, LineFinding?];
  const several = Object.keys(state).length > 0;
  const place = several ? `in the line of ${nameText(line)}, ` : "";
  const say = ({ edits }: LineFinding): string =>
    [...new Set(edits.map(({ what, kind }, i) => (i === 0 && kind !== "slip" ? place : "") + what()))].join(
      ", and ",
    );
  const or = second === undefined ? undefined : say(second);
  return {
    id: first.edits.map(({ kind, of }) => `${line}: ${kind} of ${of}`).join(" + "),
    what: say(first),
    ...(or === undefined || or === say(first) ? {} : { or }),
  };
}

interface WSetting {
  readonly rule: Rule;
  readonly lines: Lines;
  readonly right: { readonly states: ReadonlyMap<string, Column> };
  readonly taken: ReadonlyMap<string, Column>;
  readonly screen: Columns;
  readonly setting: Setting;
  readonly search: (line: Omit<WrongLine, "known">, name: string) => LineFinding[];
}

/** What explains w: with the states that came, with the right ones, or with all lines put into one. */
function explainW({ rule, lines, right, taken, screen, setting, search }: WSetting): Found | undefined {
  const { cases, form, source } = setting;
  const { columns } = cases;
  const got = form.w!;
  const isTaken = [...taken].every(
    ([state, column]) => firstDifference(column, right.states.get(state)!) < 0,
  );
  const ways = isTaken ? [taken] : [taken, right.states];
  for (const states of ways)
    if (firstDifference(columns.with(states).compute(lines.w), got) < 0) return { mistakes: [], cost: 0 };
  if (firstDifference(columns.value("w")!, got) < 0) {
    const sentence = "w comes back as it was: the old place is returned";
    return { mistakes: [{ id: "return: old w", sentence, cure: "Return the new w." }], cost: 1 };
  }
  const words = wordsFor(rule, source, "w");
  for (const states of ways) {
    const all = search(
      {
        right: lines.w,
        got,
        columns: columns.with(states),
        screen: screen.with(cut(states, screen)),
        words,
        before: "w",
      },
      "w",
    );
    if (all.length > 0)
      return { mistakes: [mistakeOfLine("w", all, rule)], tree: all[0]!.tree, cost: all[0]!.cost };
  }
  if (lines.states.size === 0) return undefined;
  const inOne = filled(lines.w, inlined(lines));
  const start = startOf(columns, lines.states.keys());
  const all = search(
    {
      right: inOne,
      got,
      columns: start,
      screen: startOf(screen, lines.states.keys()),
      words: wordsFor(rule, source, ""),
      before: "w",
    },
    "w one",
  );
  return all.length === 0
    ? undefined
    : { mistakes: [mistakeOfLine("w", all, rule)], tree: all[0]!.tree, cost: all[0]!.cost + 0.5 };
}

/** The lines of the states, each with those before it put in. */
function inlined({ states }: Lines): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const [state, tree] of states) trees.set(state, filled(tree, trees));
  return trees;
}

const known = new WeakMap<Rule, ReadonlyMap<string, readonly Edit[]>>();

/** The wrong versions of a line that the rule's own slips make, in their words. */
function knownEdits(rule: Rule, line: string): readonly Edit[] {
  let edits = known.get(rule);
  if (edits === undefined) known.set(rule, (edits = editsOfSlips(rule)));
  return edits.get(line) ?? [];
}

function editsOfSlips(rule: Rule): Map<string, Edit[]> {
  const right = linesOf(rule);
  const all = new Map<string, Edit[]>();
  const add = (line: string, was: Tree, tree: Tree, what: string): void => {
    if (keyOf(was) === keyOf(tree)) return;
    if (!all.has(line)) all.set(line, []);
    all.get(line)!.push({ tree, kind: "slip", of: keyOf(tree), what: () => what, cost: 1.4 });
  };
  for (const slip of slipsOf(rule)) {
    const wrong = linesOf(slip.rule);
    const what = slip.what.join(", and ");
    for (const [state, tree] of wrong.states) add(state, right.states.get(state)!, tree, what);
    add("w", right.w, wrong.w, what);
  }
  return all;
}
