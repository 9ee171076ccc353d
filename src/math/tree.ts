import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import { type FunctionName, FUNCTIONS } from "./functions.ts";
import type { Operation } from "./operation.ts";
import { OPERATORS } from "./operators.ts";

/** A node of a checked expression, as all that reads expressions sees it: no parentheses, no plus that stands alone. */
export type NodePart =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "symbol"; readonly name: string }
  | {
      readonly kind: "operation";
      /** The node itself, without parentheses around it. */
      readonly node: MathNode;
      readonly name: OperationName;
      readonly operation: Operation;
      readonly args: readonly MathNode[];
    };

type OperatorName = keyof typeof OPERATORS;

/** The name of a function or an operator. */
export type OperationName = FunctionName | OperatorName;

/** A node without parentheses around it. */
export const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as ParenthesisNode).content) : node;

/** Read a node of an expression that `parse` let through. */
export function partOf(node: MathNode): NodePart {
  switch (node.type) {
    case "ParenthesisNode":
      return partOf(bare(node));
    case "ConstantNode":
      return { kind: "number", value: (node as ConstantNode).value };
    case "SymbolNode":
      return { kind: "symbol", name: (node as SymbolNode).name };
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return operator(node, "conditional", [condition, trueExpr, falseExpr]);
    }
    case "FunctionNode": {
      const { fn, args } = node as FunctionNode;
      const name = fn.name as FunctionName;
      return { kind: "operation", node, name, operation: FUNCTIONS[name], args };
    }
    default: {
      const { fn, args } = node as OperatorNode;
      return fn === "unaryPlus" ? partOf(args[0]!) : operator(node, fn, args);
    }
  }
}

function operator(node: MathNode, name: OperatorName, args: readonly MathNode[]): NodePart {
  return { kind: "operation", node, name, operation: OPERATORS[name], args };
}
