import { factory, ts, type TS } from "../compiler/typescript.ts";
import { kernelName } from "./names.ts";

/** `holder.name` */
export function propertyOf(holder: string, name: string): TS.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier(holder), name);
}

/** `__kernel.method(...)` */
export function kernelCall(method: string, values: readonly TS.Expression[]): TS.Expression {
  return factory.createCallExpression(propertyOf(kernelName, method), undefined, values);
}

/** `a = b`, `a += b` and their like. */
export function isAssignment(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && ts.isAssignmentOperator(node.operatorToken.kind);
}

/** What `++` or `--` counts. */
export function countedBy(node: TS.Node): TS.Expression | undefined {
  const isCounting =
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) &&
      [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator));
  return isCounting ? node.operand : undefined;
}
