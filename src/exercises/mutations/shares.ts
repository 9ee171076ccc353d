/** Slips with what is kept and what is added: β and 1 − β. */
import type { OperatorNode } from "mathjs";
import type { MathNode } from "../../math/expression.ts";
import { nameText } from "../../math/text.ts";
import { called } from "../search/called.ts";
import { treeOf } from "../search/tree.ts";
import { isOperation, isSymbol, nodeOf, partsOf, renamed, replaced, textOf } from "./edit.ts";
import type { LineOperator, Operator } from "./operator.ts";

export const shares: Operator = (root, node, names) => {
  const complement = complementOf(node, names.shares);
  if (complement !== undefined) {
    return [
      {
        text: replaced(root, node, complement),
        what: `${nameText(complement)} stands where 1 − ${nameText(complement)} should`,
      },
    ];
  }
  if (!isSymbol(node) || !names.shares.includes(node.name)) return [];
  const isComplement = partsOf(root).some(
    (part) => complementOf(part, names.shares) !== undefined && (part as OperatorNode).args[1] === node,
  );
  if (isComplement) return [];
  const { name } = node;
  return [
    {
      text: replaced(root, node, `(1 - ${name})`),
      what: `1 − ${nameText(name)} stands where ${nameText(name)} should`,
    },
  ];
};

/** β of 1 - β. */
export function complementOf(node: MathNode, names: readonly string[]): string | undefined {
  if (!isOperation(node, "subtract") || textOf(node.args[0]!) !== "1") return undefined;
  const second = node.args[1]!;
  return isSymbol(second) && names.includes(second.name) ? second.name : undefined;
}

/** A moving sum turned into a moving average: the new term gets the share that the old one loses. */
export const damped: Operator = (root, node, names) => {
  if (!isOperation(node, "add", "subtract")) return [];
  const [left, right] = node.args as [MathNode, MathNode];
  const share = names.shares.find((name) => mentions(left, name) && !mentions(right, name));
  if (share === undefined) return [];
  const text = `${textOf(left)} ${node.fn === "add" ? "+" : "-"} (1 - ${share})*(${textOf(right)})`;
  return [
    {
      text: replaced(root, node, text),
      what: `${called(treeOf(textOf(right)))} is multiplied by 1 − ${nameText(share)}`,
    },
  ];
};

function mentions(node: MathNode, name: string): boolean {
  return partsOf(node).some((part) => isSymbol(part, name));
}

/** β and 1-β change places: an average that forgets what it should keep. */
export const swappedShares: LineOperator = (root, names) =>
  names.shares
    .filter((name) => partsOf(root).some((node) => complementOf(node, [name]) !== undefined))
    .map((name) => ({
      text: simplified(renamed(root, name, `(1 - ${name})`)),
      what: `${nameText(name)} and 1 − ${nameText(name)} have changed places`,
    }));

/** 1 - (1 - β) is β. */
function simplified(text: string): string {
  return textOf(nodeOf(text.replace(/1 - \(1 - (\w+)\)/g, "$1")));
}

export const otherShares: LineOperator = (root, { shares: all }) =>
  all.flatMap((name) =>
    all
      .filter((other) => other !== name)
      .map((other) => ({
        text: renamed(root, name, other),
        what: `${nameText(other)} stands where ${nameText(name)} should`,
      })),
  );
