import type { MathNode } from "mathjs";
import { EquationError } from "../errors.ts";
import { locate } from "./expression.ts";
import type { Shape } from "./operation.ts";
import { partOf } from "./tree.ts";

/**
 * The shape of an expression's value. Operators and elementwise functions work coordinate by coordinate,
 * and a scalar goes with any shape.
 * @throws EquationError when shapes can't go together
 */
export function shapeOf(node: MathNode, shapes: ReadonlyMap<string, Shape>, text: string): Shape {
  const part = partOf(node);
  if (part.kind === "number") return "scalar";
  if (part.kind === "symbol") return shapes.get(part.name) ?? "scalar";
  const { name, operation, args } = part;
  const got = args.map((argument) => shapeOf(argument, shapes, text));
  if (operation.shapes === undefined) return together(got, node, text);
  const match = operation.shapes.find(({ from }) => from.every((shape, i) => shape === got[i]));
  if (match !== undefined) return match.to;
  throw new EquationError(text, locate(text, name), {
    what: `${name} can't take ${got.join(" and ")}`,
    allowed: operation.shapes.map(({ from }) => `${name}(${from.join(", ")})`).join(" or "),
  });
}

function together(parts: readonly Shape[], node: MathNode, text: string): Shape {
  const [first = "scalar", ...others] = new Set(parts.filter((shape) => shape !== "scalar"));
  if (others.length === 0 && first !== "history") return first;
  throw new EquationError(text, locate(text, node.toString()), {
    what: `${[first, ...others].join(" and ")} can't be combined coordinate by coordinate`,
    cure: "use mul for a matrix times a vector, dot for a product of vectors, append for a history",
  });
}
