import type * as TS from "typescript";
import { ts } from "../compiler/typescript.ts";

/** What the language allows in a cell and a beginner seldom means: a sentence each. */
export function slipNotes(code: string): string[] {
  if (!/\/\/|\^|\b(if|while)\b/.test(code)) return [];
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const notes: string[] = [];
  const visit = (node: TS.Node): void => {
    const note = dividedByComment(node, file) ?? assignedInCondition(node, file) ?? noPower(node, file);
    if (note !== undefined) notes.push(note);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return notes;
}

/** `let n = 5 // 2`: Python's division, and a comment here. */
function dividedByComment(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isStatement(node) || file.text[node.end - 1] === ";") return undefined;
  const [, comment, by, more] =
    /^[ \t]*(\/\/[ \t]*([\w.$]+)[ \t]*(;[^\n]*)?)(?:\n|$)/.exec(file.text.slice(node.end)) ?? [];
  const divided = valueOf(node);
  if (!comment || !by || !divided || (more === undefined && !/^\d+$/.test(by))) return undefined;
  return `\`${comment.trim()}\` is a comment and divides nothing; to divide and round down, write: Math.floor(${divided.getText(file)} / ${by})`;
}

/** The number or the name that a statement gives to another name. */
function valueOf(statement: TS.Statement): TS.Expression | undefined {
  const value = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.at(-1)?.initializer
    : ts.isExpressionStatement(statement) && isAssignment(statement.expression)
      ? statement.expression.right
      : undefined;
  const isPlain =
    value && (ts.isNumericLiteral(value) || ts.isIdentifier(value) || ts.isPropertyAccessExpression(value));
  return isPlain ? value : undefined;
}

/** `if (n = 3)`: an assignment where a comparison is meant. */
function assignedInCondition(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isIfStatement(node) && !ts.isWhileStatement(node)) return undefined;
  const { expression } = node;
  if (!isAssignment(expression)) return undefined;
  const [left, right] = [expression.left.getText(file), expression.right.getText(file)];
  return `\`${left} = ${right}\` does not compare but gives \`${left}\` a new value; to compare, write: ${left} === ${right}`;
}

/** `x^2`: no power here. */
function noPower(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.CaretToken) return undefined;
  if (!ts.isNumericLiteral(node.right)) return undefined;
  const [left, right] = [node.left.getText(file), node.right.getText(file)];
  return `\`${left}^${right}\` is no power: ^ works on whole numbers bit by bit; a power is written ${left} ** ${right}`;
}

function isAssignment(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
