/** Expressions as texts of the library's own language: with every pair of parentheses that they need and no other. */
import type { ParenthesisNode } from "mathjs";
import { remembered } from "../../remembered.ts";
import type { MathNode } from "../../math/expression.ts";
import { lineNode } from "../../math/line.ts";
import { toSource } from "../../math/source.ts";
import { filled, sourceOf, type Tree, treeOf } from "../search/tree.ts";

const plainTexts = new Map<string, string>();

/** A text with the parentheses that it needs. */
export const plain = (text: string): string =>
  remembered(plainTexts, text, () => toSource(withoutParentheses(lineNode(text))));

/** The tree itself says what belongs together. */
function withoutParentheses(node: MathNode): MathNode {
  if (node.type === "ParenthesisNode") return withoutParentheses((node as ParenthesisNode).content);
  return node.map((child) => withoutParentheses(child));
}

export const textOf = (tree: Tree): string => plain(sourceOf(tree));

/** A text in which another expression stands wherever a name does. */
export const renamed = (text: string, name: string, by: string): string =>
  textOf(filled(treeOf(text), new Map([[name, treeOf(by)]])));
