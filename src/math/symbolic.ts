import {
  type ConstantNode,
  create,
  derivativeDependencies,
  type FactoryFunctionMap,
  type MathNode,
  type OperatorNode,
  parseDependencies,
  simplifyCoreDependencies,
} from "mathjs/number";
import { toSource } from "./source.ts";
import { bare } from "./tree.ts";

const factories = {
  parseDependencies,
  derivativeDependencies,
  simplifyCoreDependencies,
} as FactoryFunctionMap;
const math = create(factories, { absTol: 0 });

/** The time to simplify a formula grows with a power of its depth. */
const MOST_CHARACTERS = 300;
const MOST_DEPTH = 13;

/**
 * A derivative of a short formula as a formula to be read, by mathjs's rules, lightly simplified; of a longer one, a
 * sentence that says so.
 */
export function derivativeText(formula: string, variable: string): string {
  const derivative =
    formula.length > MOST_CHARACTERS ? undefined : math.derivative(formula, variable, { simplify: false });
  if (derivative === undefined || isDeeper(derivative, MOST_DEPTH))
    return `The derivative with respect to ${variable} is too long to be written out.`;
  return toSource(foldConstants(math.simplifyCore(foldConstants(derivative))));
}

function isDeeper(node: MathNode, depth: number): boolean {
  const inner = bare(node);
  let found = depth === 0;
  if (!found) inner.forEach((child) => void (found ||= isDeeper(child, depth - 1)));
  return found;
}

/** Products and sums of constants worked out where that loses nothing: 0.05 * (2 * x) is 0.1 * x. */
function foldConstants(node: MathNode): MathNode {
  const folded = node.map((child) => foldConstants(bare(child)));
  if (folded.type !== "OperatorNode") return folded;
  const { fn, args } = folded as OperatorNode;
  if (args.every((operand) => operand.type === "ConstantNode")) return shortConstant(folded) ?? folded;
  const [left, right] = args.map(bare) as [MathNode, MathNode | undefined];
  if (fn !== "multiply" || left.type !== "ConstantNode" || right?.type !== "OperatorNode") return folded;
  const [first, rest] = (right as OperatorNode).args as [MathNode, MathNode];
  if ((right as OperatorNode).fn !== "multiply" || first.type !== "ConstantNode") return folded;
  const product = shortConstant(new math.OperatorNode("*", "multiply", [left, first]));
  return product === undefined ? folded : new math.OperatorNode("*", "multiply", [product, rest]);
}

/** The value of constants, if it is as short to write as a person would write it. */
function shortConstant(node: MathNode): ConstantNode | undefined {
  const value = node.evaluate() as number;
  return Number.isInteger(value) || String(value).length <= SHORT ? new math.ConstantNode(value) : undefined;
}

const SHORT = 8;
