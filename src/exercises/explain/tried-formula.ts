/** A function as it was tried, and what is found of it. */
import type { FormulaTarget, Point } from "../formula-target.ts";
import type { Mistake } from "../mistake.ts";
import type { FormulaCandidate } from "../run/candidate.ts";
import type { Column } from "../search/columns.ts";
import { show, type Tree } from "../search/tree.ts";

export interface Tried {
  readonly target: FormulaTarget;
  readonly right: readonly string[];
  readonly points: readonly Point[];
  /** What came, where it can be read as it was asked for. */
  readonly got: readonly (readonly number[])[] | undefined;
  readonly results: readonly unknown[];
  readonly candidate: FormulaCandidate;
  readonly source: string;
  /** What came at points that are not searched: what is found must hold there too. */
  readonly unseen?: Came | undefined;
}

/** What a function made of some points. */
export interface Came {
  readonly points: readonly Point[];
  readonly got: readonly (readonly number[])[];
}

export interface FormulaExplanation {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes. */
  readonly computes?: readonly Tree[];
  /** The same as it is shown. */
  readonly lines?: readonly string[];
  /** What is claimed with its mistakes, in a form that can be tried at any points; nothing where only the text is spoken of. */
  readonly holds?: (came: Came) => boolean;
  /** How many wrong versions were tried, where they were searched for; never more than MOST_TRIED. */
  readonly tried?: number;
}

export const columnsIn = (rows: readonly (readonly number[])[], count: number): Column[] =>
  Array.from({ length: count }, (_, i) => Float64Array.from(rows, (row) => row[i]!));

export const shown = (
  computes: readonly Tree[],
): Required<Pick<FormulaExplanation, "computes" | "lines">> => ({
  computes,
  lines: computes.flatMap(shownInPhases),
});

/** What is made in some cases alone is shown with them, and what is right elsewhere is not. */
const shownInPhases = (tree: Tree): string[] => {
  const [condition, there, elsewhere] = tree.args;
  if (tree.op !== "where") return [show(tree)];
  const others = elsewhere!.op === "where" ? shownInPhases(elsewhere!) : [];
  return [`${show(there!)} where ${show(condition!)}`, ...others];
};
