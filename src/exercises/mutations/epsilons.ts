import { nameText } from "../../math/text.ts";
import { apply, name, type Tree } from "../search/tree.ts";
import type { SlipsAt } from "./slips.ts";

/** Slips with what keeps a divisor above 0: inside the root, outside of it, or in the wrong place altogether. */
export const epsilons: SlipsAt = (place, { epsilon }) => {
  if (epsilon === undefined) return [];
  const [e, it] = [nameText(epsilon), name(epsilon)];
  const { node } = place;
  const inside = rootWith(node, epsilon);
  if (inside !== undefined)
    return [[place.put(apply("add", apply("sqrt", inside), it)), `${e} stands outside the root`]];
  const outside = sumOfRoot(node, epsilon);
  if (outside !== undefined)
    return [[place.put(apply("sqrt", apply("add", outside, it))), `${e} stands inside the root`]];
  if (node.op !== "divide") return [];
  const [above, below] = node.args as [Tree, Tree];
  const radicand = rootWith(below, epsilon) ?? sumOfRoot(below, epsilon);
  if (radicand === undefined) return [];
  const bare = place.put(apply("divide", above, apply("sqrt", radicand)));
  return [
    [apply("add", bare, it), `${e} is added to the result and not to the divisor`],
    [apply("subtract", bare, it), `${e} is added to the quotient and not to the divisor`],
  ];
};

/** What epsilon is added to: κ of κ + ε. */
const besides = ({ op, args }: Tree, epsilon: string): Tree | undefined =>
  op === "add" && args[1]!.name === epsilon ? args[0] : undefined;

/** What stands beside epsilon under a root: κ of √(κ + ε). */
const rootWith = ({ op, args }: Tree, epsilon: string): Tree | undefined =>
  op === "sqrt" ? besides(args[0]!, epsilon) : undefined;

/** What stands under the root that epsilon is added to: κ of √κ + ε. */
function sumOfRoot(node: Tree, epsilon: string): Tree | undefined {
  const root = besides(node, epsilon);
  return root?.op === "sqrt" ? root.args[0] : undefined;
}
