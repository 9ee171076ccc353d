import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import { OLD } from "../../math/text.ts";
import type { Column, Columns } from "./columns.ts";
import { apply, filled, keyOf, name, type Tree, treeOf } from "./tree.ts";

/** The lines of a rule as trees: those of its states, and that of w, with what stands between them put in. */
export interface Lines {
  /** In order; a state's name means its latest value, as in a rule. */
  readonly states: ReadonlyMap<string, Tree>;
  readonly w: Tree;
}

const read = new WeakMap<Rule["equations"], Map<string, Lines>>();

/** The lines of a rule; the same equations are read once. */
export function linesOf({ equations, gradientAt, state, rate }: Rule): Lines {
  const byPlace = remembered(read, equations, () => new Map<string, Lines>());
  return remembered(byPlace, gradientAt, () => readLines(equations, gradientAt, state, rate));
}

function readLines(
  equations: Rule["equations"],
  gradientAt: string,
  state: Rule["state"],
  rate: string | undefined,
): Lines {
  const known = new Map<string, Tree>();
  if (rate !== undefined) known.set("rate", name(rate));
  if (gradientAt !== "w") known.set("g", apply("gradient", treeOf(gradientAt)));
  const states = new Map<string, Tree>();
  for (const [line, { text }] of Object.entries(equations)) {
    const tree = filled(treeOf(text), known);
    if (Object.hasOwn(state, line)) {
      states.set(line, tree);
      // What was computed before this line used what the state was then.
      const old = new Map([[line, name(line + OLD)]]);
      for (const [term, before] of known) known.set(term, filled(before, old));
    } else known.set(line, ofLine(line, tree));
  }
  // By itself it is no line that is put into another one.
  const { line: _, ...w } = known.get("w") ?? name("w");
  return { states, w };
}

/** An expression that is the whole of a line, and stays known as that where it is put into another one. */
export const ofLine = (line: string, tree: Tree): Tree => (tree.args.length === 0 ? tree : { ...tree, line });

/** What stands for a line in these words where it is not a line, but the place of a gradient. */
export const PLACE_OF_GRADIENT = "gradient";

/**
 * The line that a part is changed in: its own, where it is the whole of one; but another name in the place of the new w is a slip
 * of the line that uses it.
 */
export function changedLine(was: Tree, now: Tree, line: string): string {
  return was.line === "w" && now.op === "name" ? line : (was.line ?? line);
}

/** In which lines two expressions differ, of those that are put into them. @param line the line that they are themselves */
export function linesThatDiffer(was: Tree, now: Tree, line: string): string[] {
  if (keyOf(was) === keyOf(now)) return [];
  const own = changedLine(was, now, line);
  if (was.op !== now.op || was.args.length !== now.args.length || was.args.length === 0) return [own];
  const inner = was.op === "gradient" ? PLACE_OF_GRADIENT : own;
  return [...new Set(was.args.flatMap((arg, i) => linesThatDiffer(arg, now.args[i]!, inner)))];
}

/** What states are before a step, by their own names. */
export function startOf(columns: Columns, states: Iterable<string>): Columns {
  return columns.with(new Map([...states].map((state) => [state, columns.value(state + OLD)!])));
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
