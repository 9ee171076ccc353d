import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import { type MathNode, parse } from "../math/expression.ts";
import { FUNCTION_NAMES } from "../math/functions.ts";
import { GREEK } from "../math/greek.ts";
import { formatNumber } from "../math/tex.ts";

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const SUPERSCRIPTS: Readonly<Record<string, string>> = { "2": "²", "3": "³", t: "ᵗ" };

/** What a remembered quantity was before this step, in rules that keep it under a second name. */
export const OLD = "Old";

/**
 * A name as it is read: Greek letters, indices, hats.
 * @example nameText("beta1") // "β₁"
 */
export function nameText(name: string): string {
  const [, stem = name, digits = ""] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const [, base = stem, mark = ""] = /^(.+?)(Hat|Bar|Old)?$/.exec(stem) ?? [];
  const letter = (GREEK[base] ?? base) + digits.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
  if (mark === OLD) return `(old ${letter})`;
  return letter + (mark === "Hat" ? "\u0302" : mark === "Bar" ? "\u0304" : "");
}

/** How tightly a piece of text holds together. */
const Bond = {
  Condition: 0,
  Comparison: 1,
  Sum: 2,
  Quotient: 3,
  Product: 4,
  Sign: 5,
  Power: 6,
  Atom: 7,
} as const;

interface Piece {
  readonly text: string;
  readonly bond: number;
}

/**
 * An expression as plain text that needs no typesetting, so that it reads the same on a terminal, in a card and in an
 * output without MathJax.
 * @param symbol what stands for a name; the name's letter by default, or a number to put in
 * @example formulaText("alpha*m - lambda*g^2") // "α·m − λ·g²"
 */
export function formulaText(
  expression: string | MathNode,
  symbol: (name: string) => string = nameText,
): string {
  const node = typeof expression === "string" ? parse(expression, undefined, FUNCTION_NAMES) : expression;
  return piece(node, symbol).text;
}

function piece(node: MathNode, symbol: (name: string) => string): Piece {
  switch (node.type) {
    case "ParenthesisNode":
      return piece((node as ParenthesisNode).content, symbol);
    case "ConstantNode":
      return { text: formatNumber((node as ConstantNode).value), bond: Bond.Atom };
    case "SymbolNode": {
      const text = symbol((node as SymbolNode).name);
      return { text, bond: text.startsWith("-") ? Bond.Sign : Bond.Atom };
    }
    case "FunctionNode": {
      const { fn, args } = node as FunctionNode;
      const operands = args.map((argument) => piece(argument, symbol));
      return callPiece(fn.name, operands);
    }
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const [test, yes, no] = [condition, trueExpr, falseExpr].map((part) => piece(part, symbol).text);
      return { text: `${yes!} if ${test!}, else ${no!}`, bond: Bond.Condition };
    }
    default:
      return operatorPiece(node as OperatorNode, symbol);
  }
}

function callPiece(name: string, operands: readonly Piece[]): Piece {
  const [first] = operands as [Piece];
  if (name === "sqrt") return { text: `√${within(first, Bond.Atom)}`, bond: Bond.Power };
  if (name === "exp") return { text: `e^${within(first, Bond.Atom)}`, bond: Bond.Power };
  if (name === "abs") return { text: `|${first.text}|`, bond: Bond.Atom };
  if (name === "norm") return { text: `‖${first.text}‖`, bond: Bond.Atom };
  if (name === "solve") {
    return { text: `${within(first, Bond.Atom)}⁻¹${within(operands[1]!, Bond.Atom)}`, bond: Bond.Product };
  }
  if (name === "mul") {
    return { text: operands.map((operand) => within(operand, Bond.Atom)).join(""), bond: Bond.Product };
  }
  return { text: `${name}(${operands.map(({ text }) => text).join(", ")})`, bond: Bond.Atom };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  smaller: "<",
  smallerEq: "≤",
  larger: ">",
  largerEq: "≥",
  equal: "=",
  unequal: "≠",
  and: "and",
  or: "or",
};

function operatorPiece({ fn, args }: OperatorNode, symbol: (name: string) => string): Piece {
  const [left, right] = args.map((argument) => piece(argument, symbol)) as [Piece, Piece];
  switch (fn) {
    case "unaryPlus":
      return left;
    case "unaryMinus":
      return { text: `−${within(left, Bond.Product)}`, bond: Bond.Sign };
    case "add":
      return { text: `${left.text} + ${within(right, Bond.Quotient)}`, bond: Bond.Sum };
    case "subtract":
      return { text: `${left.text} − ${within(right, Bond.Quotient)}`, bond: Bond.Sum };
    case "multiply":
      return { text: `${within(left, Bond.Product)}·${within(right, Bond.Power)}`, bond: Bond.Product };
    case "divide":
      return { text: `${within(left, Bond.Product)} / ${within(right, Bond.Power)}`, bond: Bond.Quotient };
    case "pow": {
      const raised = SUPERSCRIPTS[right.text];
      return { text: within(left, Bond.Atom) + (raised ?? `^${within(right, Bond.Atom)}`), bond: Bond.Power };
    }
    default:
      return { text: `${left.text} ${COMPARISONS[fn]!} ${right.text}`, bond: Bond.Comparison };
  }
}

function within({ text, bond }: Piece, floor: number): string {
  return bond < floor ? `(${text})` : text;
}
