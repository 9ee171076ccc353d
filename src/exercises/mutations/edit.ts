import { remembered } from "../../remembered.ts";
import type { OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import type { MathNode } from "../../math/expression.ts";
import { lineNode } from "../../math/line.ts";
import { toSource } from "../../math/source.ts";

/** An expression of a tree without parentheses as text: with every pair that it needs and no other. */
export const textOf = (node: MathNode): string => toSource(node);

const parsed = new Map<string, MathNode>();

/** An expression as a tree without parentheses. It is never changed. */
export function nodeOf(text: string): MathNode {
  return remembered(parsed, text, () => withoutParentheses(lineNode(text)));
}

/** The tree itself says what belongs together; parentheses in it would only stand in the way of a change. */
function withoutParentheses(node: MathNode): MathNode {
  if (node.type === "ParenthesisNode") return withoutParentheses((node as ParenthesisNode).content);
  return node.map((child) => withoutParentheses(child));
}

/** The nodes of a tree, the root first; names of functions left out. */
export function partsOf(root: MathNode): MathNode[] {
  const parts: MathNode[] = [];
  root.traverse((node, path) => {
    if (path !== "fn") parts.push(node);
  });
  return parts;
}

/** The text of a tree in which one node is replaced by another expression. */
export function replaced(root: MathNode, target: MathNode, by: string): string {
  return textOf(root.transform((node) => (node === target ? nodeOf(by) : node)));
}

/** The text of a tree in which every occurrence of a symbol is replaced. */
export function renamed(root: MathNode, name: string, by: string): string {
  return textOf(root.transform((node) => (isSymbol(node, name) ? nodeOf(by) : node)));
}

export function isSymbol(node: MathNode, name?: string): node is SymbolNode {
  return node.type === "SymbolNode" && (name === undefined || (node as SymbolNode).name === name);
}

/** Is this node an operation of one of these kinds: add, subtract, multiply, divide, pow, unaryMinus? */
export function isOperation(node: MathNode, ...kinds: readonly string[]): node is OperatorNode {
  return node.type === "OperatorNode" && kinds.includes((node as OperatorNode).fn);
}
