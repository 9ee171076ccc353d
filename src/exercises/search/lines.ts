import type { Rule } from "../../rules/rule.ts";
import { BEFORE } from "../run/cases.ts";
import type { Column, Columns } from "./columns.ts";
import { apply, filled, name, type Tree, treeOf } from "./tree.ts";

/** The lines of a rule as trees: those of its states, and that of w with what stands between them put in. */
export interface Lines {
  /** In order; a state's name means its latest value, as in a rule. */
  readonly states: ReadonlyMap<string, Tree>;
  readonly w: Tree;
}

const read = new WeakMap<Rule["equations"], Map<string, Lines>>();

/** The lines of a rule; the same equations are read once. */
export function linesOf({ equations, gradientAt, state, rate }: Rule): Lines {
  let byPlace = read.get(equations);
  if (byPlace === undefined) read.set(equations, (byPlace = new Map()));
  let lines = byPlace.get(gradientAt);
  if (lines === undefined) byPlace.set(gradientAt, (lines = readLines(equations, gradientAt, state, rate)));
  return lines;
}

function readLines(
  equations: Rule["equations"],
  gradientAt: string,
  state: Rule["state"],
  rate: string | undefined,
): Lines {
  const known = new Map<string, Tree>();
  if (rate !== undefined) known.set("rate", name(rate));
  // The gradient is taken before the first line, and so with what the states are then.
  const g = gradientAt === "w" ? undefined : apply("gradient", treeOf(gradientAt));
  if (g !== undefined) known.set("g", g);
  const states = new Map<string, Tree>();
  let w = name("w");
  for (const [line, { text }] of Object.entries(equations)) {
    const tree = filled(treeOf(text), known);
    if (line === "w") w = tree;
    else if (Object.hasOwn(state, line)) {
      states.set(line, tree);
      if (g !== undefined) known.set("g", before(g, states));
    } else known.set(line, tree);
  }
  return { states, w };
}

/** The same with the states as they were before this step. */
function before(tree: Tree, states: ReadonlyMap<string, Tree>): Tree {
  return filled(tree, new Map([...states.keys()].map((state) => [state, name(state + BEFORE)])));
}

/** What states are before a step, by their own names. */
export function startOf(columns: Columns, states: Iterable<string>): Columns {
  return columns.with(new Map([...states].map((state) => [state, columns.value(state + BEFORE)!])));
}

/** What a rule makes of some cases. */
export interface Outcome {
  readonly w: Column;
  readonly states: ReadonlyMap<string, Column>;
}

export function outcomeOf({ states, w }: Lines, columns: Columns): Outcome {
  const found = new Map<string, Column>();
  let now = startOf(columns, states.keys());
  for (const [state, tree] of states) {
    found.set(state, now.compute(tree));
    now = now.with(found);
  }
  return { w: now.compute(w), states: found };
}
