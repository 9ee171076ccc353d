import type { OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { type MathNode, parse } from "../../math/expression.ts";
import { FUNCTION_NAMES } from "../../math/functions.ts";

/** An expression with every pair of parentheses that it needs and no other. */
export function textOf(node: MathNode): string {
  return node.toString({ parenthesis: "auto", implicit: "show" });
}

const parsed = new Map<string, MathNode>();

/** Parse an expression, or take it from those parsed before. Parsed nodes are never changed. */
export function nodeOf(text: string): MathNode {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const node = withoutParentheses(parse(text, undefined, FUNCTION_NAMES));
  parsed.set(text, node);
  return node;
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
