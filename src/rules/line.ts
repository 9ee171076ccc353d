import type { FunctionNode } from "mathjs";
import { type MathNode, parse } from "../math/expression.ts";
import { ELEMENTWISE, FUNCTION_NAMES, type FunctionName } from "../math/functions.ts";

/** The parsed right side of a line of a rule, in which every documented function may be called. */
export function lineNode(text: string): MathNode {
  return parse(text, undefined, FUNCTION_NAMES);
}

/** The function that a node calls on whole vectors or matrices, if it does. */
export function wholeVectorCall(node: MathNode): FunctionName | undefined {
  if (node.type !== "FunctionNode") return undefined;
  const name = (node as FunctionNode).fn.name as FunctionName;
  return ELEMENTWISE.includes(name) ? undefined : name;
}

/** Whether a line can't be computed coordinate by coordinate. */
export function callsWholeVectors(node: MathNode): boolean {
  return node.filter((part) => wholeVectorCall(part) !== undefined).length > 0;
}
