import type { FunctionNode } from "mathjs";
import type { MathNode } from "../../math/expression.ts";
import { nameText } from "../../math/text.ts";
import { isOperation, isSymbol, nodeOf, replaced, textOf } from "./edit.ts";
import type { Operator } from "./operator.ts";

/** Slips with what keeps a divisor above 0: inside the root, outside of it, or in the wrong place altogether. */
export const epsilons: Operator = (root, node, { epsilon }) => {
  if (epsilon === undefined) return [];
  const e = nameText(epsilon);
  const inside = rootWith(node, epsilon);
  if (inside !== undefined) {
    return [
      { text: replaced(root, node, `sqrt(${inside}) + ${epsilon}`), what: `${e} stands outside the root` },
    ];
  }
  const outside = sumOfRoot(node, epsilon);
  if (outside !== undefined) {
    return [
      { text: replaced(root, node, `sqrt(${outside} + ${epsilon})`), what: `${e} stands inside the root` },
    ];
  }
  if (!isOperation(node, "divide")) return [];
  const [left, right] = node.args as [MathNode, MathNode];
  const radicand = rootWith(right, epsilon) ?? sumOfRoot(right, epsilon);
  if (radicand === undefined) return [];
  const bare = replaced(root, node, `${textOf(left)}/sqrt(${radicand})`);
  return [
    {
      text: textOf(nodeOf(`${bare} + ${epsilon}`)),
      what: `${e} is added to the result and not to the divisor`,
    },
    {
      text: textOf(nodeOf(`${bare} - ${epsilon}`)),
      what: `${e} is added to the quotient and not to the divisor`,
    },
  ];
};

/** What stands beside epsilon under a root: κ of √(κ + ε). */
function rootWith(node: MathNode, epsilon: string): string | undefined {
  if (node.type !== "FunctionNode" || (node as FunctionNode).fn.name !== "sqrt") return undefined;
  const [inner] = (node as FunctionNode).args as [MathNode];
  if (!isOperation(inner, "add") || !isSymbol(inner.args[1]!, epsilon)) return undefined;
  return textOf(inner.args[0]!);
}

/** What stands under the root that epsilon is added to: κ of √κ + ε. */
function sumOfRoot(node: MathNode, epsilon: string): string | undefined {
  if (!isOperation(node, "add") || !isSymbol(node.args[1]!, epsilon)) return undefined;
  const [left] = node.args as [MathNode];
  if (left.type !== "FunctionNode" || (left as FunctionNode).fn.name !== "sqrt") return undefined;
  return textOf((left as FunctionNode).args[0]!);
}
