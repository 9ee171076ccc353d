import type {
  ConditionalNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import { EquationError } from "../errors.ts";
import { locate } from "./expression.ts";
import { type FunctionInfo, type FunctionName, FUNCTIONS, type Shape } from "./functions.ts";

/**
 * The shape of an expression's value. Operators and elementwise functions work coordinate by coordinate,
 * and a scalar goes with any shape.
 * @throws EquationError when shapes can't go together
 */
export function shapeOf(node: MathNode, shapes: ReadonlyMap<string, Shape>, text: string): Shape {
  const inner = (child: MathNode): Shape => shapeOf(child, shapes, text);
  switch (node.type) {
    case "ParenthesisNode":
      return inner((node as ParenthesisNode).content);
    case "SymbolNode":
      return shapes.get((node as SymbolNode).name) ?? "scalar";
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return together([condition, trueExpr, falseExpr].map(inner), node, text);
    }
    case "OperatorNode":
      return together((node as OperatorNode).args.map(inner), node, text);
    case "FunctionNode":
      return shapeOfCall(node as FunctionNode, inner, text);
    default:
      return "scalar";
  }
}

function together(parts: readonly Shape[], node: MathNode, text: string): Shape {
  const [first = "scalar", ...others] = new Set(parts.filter((shape) => shape !== "scalar"));
  if (others.length === 0 && first !== "history") return first;
  throw new EquationError(text, locate(text, node.toString()), {
    what: `${[first, ...others].join(" and ")} can't be combined coordinate by coordinate`,
    cure: "use mul for a matrix times a vector, dot for a product of vectors, append for a history",
  });
}

function shapeOfCall(node: FunctionNode, inner: (child: MathNode) => Shape, text: string): Shape {
  const name = node.fn.name as FunctionName;
  const info: FunctionInfo = FUNCTIONS[name];
  const got = node.args.map(inner);
  if (info.shapes === undefined) return together(got, node, text);
  const match = info.shapes.find(({ from }) => from.every((shape, i) => shape === got[i]));
  if (match !== undefined) return match.to;
  throw new EquationError(text, locate(text, name), {
    what: `${name} can't take ${got.join(" and ")}`,
    allowed: info.shapes.map(({ from }) => `${name}(${from.join(", ")})`).join(" or "),
  });
}
