import ts from "typescript";
import type { Code } from "./cells.ts";
import { changesOf, declarationOf } from "./needed.ts";

/** A value that stands in a program, or why it is none that can be read without running anything. */
export type Constant = { readonly value: unknown } | { readonly fault: string };

const DEEPEST = 24;

class NoConstant extends Error {}

/**
 * Reads numbers, texts, lists and objects of these; arithmetic with numbers, `Math` and names of such values are
 * worked out. Nothing is run.
 * @param cell up to which names count before later ones
 */
export function constantOf(code: Code, node: ts.Expression | string, cell: number): Constant {
  try {
    return { value: typeof node === "string" ? named(code, node, cell, 0) : read(code, node, cell, 0) };
  } catch (error) {
    if (!(error instanceof NoConstant)) throw error;
    return { fault: error.message };
  }
}

function read(code: Code, node: ts.Expression, cell: number, depth: number): unknown {
  if (depth > DEEPEST) throw new NoConstant("it is nested too deeply to be read");
  const inner = (one: ts.Expression): unknown => read(code, one, cell, depth + 1);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return inner(node.expression);
  if (ts.isIdentifier(node))
    return node.text === "undefined" ? undefined : named(code, node.text, cell, depth + 1);
  if (ts.isPrefixUnaryExpression(node)) return signed(node.operator, inner(node.operand));
  if (ts.isBinaryExpression(node))
    return joined(node.operatorToken.kind, inner(node.left), inner(node.right));
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(inner);
  if (ts.isObjectLiteralExpression(node)) return objectOf(node, inner);
  if (isOfMath(node)) return (Math as unknown as Record<string, unknown>)[node.name.text];
  if (ts.isCallExpression(node) && isOfMath(node.expression)) {
    const compute = (Math as unknown as Record<string, unknown>)[node.expression.name.text];
    if (typeof compute === "function" && node.expression.name.text !== "random")
      return (compute as (...numbers: unknown[]) => number)(
        ...node.arguments.map((one) => number(inner(one))),
      );
  }
  throw new NoConstant(`"${shortened(node.getText())}" is computed, and is not written out`);
}

function named(code: Code, name: string, cell: number, depth: number): unknown {
  const statement = declarationOf(code, name, cell);
  const last = changesOf(code, name, cell, statement).at(-1)?.node;
  if (last !== undefined) {
    const change = ts.isExpressionStatement(last) ? last.expression : last;
    const isWhole =
      ts.isBinaryExpression(change) && ts.isIdentifier(change.left) && change.left.text === name;
    if (isWhole && change.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return read(code, change.right, cell, depth + 1);
    throw new NoConstant(`"${shortened(change.getText())}" is computed, and is not written out`);
  }
  if (statement !== undefined && ts.isVariableStatement(statement.node)) {
    for (const { name: own, initializer } of statement.node.declarationList.declarations) {
      if (ts.isIdentifier(own) && own.text === name && initializer !== undefined)
        return read(code, initializer, cell, depth + 1);
    }
  }
  throw new NoConstant(`"${name}" is no value that is written out`);
}

function objectOf(node: ts.ObjectLiteralExpression, inner: (one: ts.Expression) => unknown): object {
  return Object.fromEntries(
    node.properties.map((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return [property.name.text, inner(property.name)];
      if (ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name))
        return [property.name.text, inner(property.initializer)];
      throw new NoConstant(`"${shortened(property.getText())}" is computed, and is not written out`);
    }),
  );
}

function signed(operator: ts.PrefixUnaryOperator, value: unknown): number {
  if (operator === ts.SyntaxKind.MinusToken) return -number(value);
  if (operator === ts.SyntaxKind.PlusToken) return number(value);
  throw new NoConstant("its sign cannot be read");
}

function joined(operator: ts.SyntaxKind, a: unknown, b: unknown): unknown {
  if (operator === ts.SyntaxKind.PlusToken && typeof a === "string" && typeof b === "string") return a + b;
  const [x, y] = [number(a), number(b)];
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return x + y;
    case ts.SyntaxKind.MinusToken:
      return x - y;
    case ts.SyntaxKind.AsteriskToken:
      return x * y;
    case ts.SyntaxKind.SlashToken:
      return x / y;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return x ** y;
    default:
      throw new NoConstant("it is computed, and is not written out");
  }
}

function number(value: unknown): number {
  if (typeof value === "number") return value;
  throw new NoConstant("it computes with something that is no number");
}

function isOfMath(node: ts.Node): node is ts.PropertyAccessExpression {
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "Math" &&
    Object.hasOwn(Math, node.name.text)
  );
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}...` : text);
