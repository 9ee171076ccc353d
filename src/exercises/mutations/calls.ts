import type { ConditionalNode, FunctionNode } from "mathjs";
import type { MathNode } from "../../math/expression.ts";
import { formulaText, nameText } from "../../math/text.ts";
import { isOperation, isSymbol, nodeOf, replaced, textOf } from "./edit.ts";
import type { Operator } from "./operator.ts";

/** What is said where a function is forgotten. */
const FORGOTTEN: Readonly<Record<string, (x: string) => string>> = {
  sqrt: (x) => `the root of ${x} is left out`,
  exp: (x) => `e to the power ${x} is left out`,
  abs: (x) => `the size of ${x} is not taken`,
  floor: (x) => `${x} is not rounded down`,
  polar: (x) => `${x} itself is taken, and not its polar factor`,
};

/** Slips with functions: a root, a power of e or a size forgotten. */
export const calls: Operator = (root, node) => {
  if (node.type !== "FunctionNode") return [];
  const { fn, args } = node as FunctionNode;
  const [first, second] = args as [MathNode, MathNode | undefined];
  const shown = formulaText(first);
  const forgotten = FORGOTTEN[fn.name];
  const leftOut =
    forgotten === undefined ? [] : [{ text: replaced(root, node, textOf(first)), what: forgotten(shown) }];
  switch (fn.name) {
    case "sqrt":
      return [
        ...leftOut,
        {
          text: replaced(root, node, `(${textOf(first)})^2`),
          what: `${shown} is squared and not under a root`,
        },
      ];
    case "max":
    case "min": {
      const other = fn.name === "max" ? "min" : "max";
      const texts = args.map(textOf).join(", ");
      return [
        {
          text: replaced(root, node, `${other}(${texts})`),
          what: `the ${other === "max" ? "larger" : "smaller"} one is taken`,
        },
        { text: replaced(root, node, textOf(first)), what: `only ${shown} is taken` },
        { text: replaced(root, node, textOf(second!)), what: `only ${formulaText(second!)} is taken` },
      ];
    }
    case "solve":
      return [
        {
          text: replaced(root, node, `mul(${textOf(first)}, ${textOf(second!)})`),
          what: `${formulaText(second!)} is multiplied by ${shown} and not by its inverse`,
        },
        { text: replaced(root, node, textOf(second!)), what: `${shown} is not used` },
      ];
    default:
      return leftOut;
  }
};

/** What belongs to one case is done in all of them. */
export const cases: Operator = (root, node) => {
  if (node.type !== "ConditionalNode") return [];
  const { condition, trueExpr } = node as ConditionalNode;
  const what = `what belongs to ${formulaText(condition)} is always done`;
  return [{ text: replaced(root, node, textOf(trueExpr)), what }];
};

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
