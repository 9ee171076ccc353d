import type { Columns } from "../search/columns.ts";
import type { Tree } from "../search/tree.ts";

/** What makes an expression no number, or infinite, in one place. */
interface Reason {
  /** The part that stands where it may not: a divisor that is 0. */
  readonly part: Tree;
  /** "the divisor is 0" */
  readonly says: string;
}

/** Why an expression gives NaN or Infinity at an entry; nothing where no single operation is to blame. */
export function whyNoNumber(tree: Tree, columns: Columns, entry: number): Reason | undefined {
  const value = (one: Tree): number => columns.compute(one)[entry]!;
  if (Number.isFinite(value(tree))) return undefined;
  for (const arg of tree.args) {
    const reason = whyNoNumber(arg, columns, entry);
    if (reason !== undefined) return reason;
  }
  const [a, b] = tree.args as [Tree, Tree];
  if (!tree.args.every((arg) => Number.isFinite(value(arg)))) return undefined;
  if (tree.op === "divide" && value(b) === 0) return { part: b, says: "the divisor is 0" };
  if (tree.op === "sqrt" && value(a) < 0) return { part: a, says: "the root of a number below 0 is taken" };
  if (tree.op === "log" && value(a) <= 0)
    return { part: a, says: "the logarithm of a number that is not above 0 is taken" };
  if (tree.op === "pow" && value(a) === 0) return { part: a, says: "0 is raised to a power below 0" };
  return undefined;
}
