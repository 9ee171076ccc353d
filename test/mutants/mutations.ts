import ts from "typescript";

/** Kinds of changes, each a slip that a programmer makes. */
export type Kind = "operator" | "boundary" | "condition" | "await" | "call" | "arguments";

/** A change of one place in a file: `before`, which begins at character `start`, becomes `after`. */
export interface Mutation {
  readonly kind: Kind;
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

const { SyntaxKind } = ts;

/** Operators, and what stands in their places: arithmetic, comparisons for equality, and logic. */
const OPERATORS = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.PlusToken, "-"],
  [SyntaxKind.MinusToken, "+"],
  [SyntaxKind.AsteriskToken, "/"],
  [SyntaxKind.SlashToken, "*"],
  [SyntaxKind.PercentToken, "*"],
  [SyntaxKind.AsteriskAsteriskToken, "*"],
  [SyntaxKind.PlusEqualsToken, "-="],
  [SyntaxKind.MinusEqualsToken, "+="],
  [SyntaxKind.AsteriskEqualsToken, "/="],
  [SyntaxKind.SlashEqualsToken, "*="],
  [SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [SyntaxKind.AmpersandAmpersandToken, "||"],
  [SyntaxKind.BarBarToken, "&&"],
]);

/** Comparisons that take in a limit, and that leave it out. */
const BOUNDARIES = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.LessThanToken, "<="],
  [SyntaxKind.LessThanEqualsToken, "<"],
  [SyntaxKind.GreaterThanToken, ">="],
  [SyntaxKind.GreaterThanEqualsToken, ">"],
]);

const LOGIC = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
]);

/** All mutations of a file. */
export function mutationsOf(file: ts.SourceFile): Mutation[] {
  const found: Mutation[] = [];
  const text = (node: ts.Node): string => node.getText(file);
  const change = (kind: Kind, node: ts.Node, after: string): void => {
    found.push({ kind, start: node.getStart(file), before: text(node), after });
  };

  const ofOperation = ({ left, operatorToken: sign, right }: ts.BinaryExpression, whole: ts.Node): void => {
    const operator = OPERATORS.get(sign.kind);
    if (operator !== undefined) change("operator", sign, operator);
    const boundary = BOUNDARIES.get(sign.kind);
    if (boundary !== undefined) change("boundary", sign, boundary);
    if (LOGIC.has(sign.kind)) for (const half of [left, right]) change("condition", whole, text(half));
  };

  const ofCall = (call: ts.CallExpression): void => {
    const { expression: callee, arguments: given } = call;
    for (const [i, one] of given.slice(0, -1).entries()) {
      const next = given[i + 1]!;
      const between = file.text.slice(one.end, next.getStart(file));
      if (text(one) === text(next)) continue;
      const [before, after] = [text(one) + between + text(next), text(next) + between + text(one)];
      found.push({ kind: "arguments", start: one.getStart(file), before, after });
    }
    if (!ts.isPropertyAccessExpression(callee)) return;
    if (text(callee) === "Math.min") change("boundary", callee, "Math.max");
    else if (text(callee) === "Math.max") change("boundary", callee, "Math.min");
    else if (!isStatement(call)) change("call", call, text(callee.expression));
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isBinaryExpression(node)) ofOperation(node, node);
    if (ts.isCallExpression(node)) ofCall(node);
    if (ts.isPrefixUnaryExpression(node) && isSign(node.operator))
      change("operator", node, text(node.operand));
    if (ts.isAwaitExpression(node))
      change("await", node, `${isStatement(node) ? "void " : ""}${text(node.expression)}`);
    if (ts.isExpressionStatement(node) && isMereCall(node.expression)) change("call", node, ";");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isSign = (operator: ts.PrefixUnaryOperator): boolean =>
  operator === SyntaxKind.ExclamationToken || operator === SyntaxKind.MinusToken;

const isStatement = (node: ts.Node): boolean => ts.isExpressionStatement(node.parent);

/** Whether an expression is a call, awaited or not, that may be left out. */
function isMereCall(expression: ts.Expression): boolean {
  const inner =
    ts.isAwaitExpression(expression) || ts.isVoidExpression(expression) ? expression.expression : expression;
  return ts.isCallExpression(inner) && inner.expression.kind !== SyntaxKind.SuperKeyword;
}
