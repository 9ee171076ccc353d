import type * as TS from "typescript";
import { ts } from "../compiler/typescript.ts";

const questions: readonly ((node: TS.Node, file: TS.SourceFile) => string | undefined)[] = [
  dividedByComment,
  assignedInCondition,
  noPower,
  emptyBody,
  noTemplate,
  fromTheEnd,
  wholeLibrary,
  takenName,
  lostValue,
];

/** What the language allows in a cell and a beginner seldom means: a sentence each. */
export function slipNotes(code: string): string[] {
  if (!/\/\/|\^|\b(if|while|for|const|let|import)\b|\$\{|\[-|=>\s*\{|function/.test(code)) return [];
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  if ((file as { parseDiagnostics?: unknown[] }).parseDiagnostics?.length) return [];
  const notes: string[] = [];
  const visit = (node: TS.Node): void => {
    for (const ask of questions) {
      const note = ask(node, file);
      if (note !== undefined) notes.push(note);
    }
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

/** `for (...); { ... }`: a loop that does nothing, and a block behind it that runs once. */
function emptyBody(node: TS.Node, file: TS.SourceFile): string | undefined {
  const body = ts.isForStatement(node) || ts.isForOfStatement(node) ? node.statement : undefined;
  const empty = body ?? (ts.isIfStatement(node) ? node.thenStatement : undefined);
  if (!empty || !ts.isEmptyStatement(empty) || !isBeforeItsBody(node, file)) return undefined;
  const [word] = node.getText(file).split(/\W/);
  return `the \`;\` right after \`${word!} (...)\` ends it: what follows does not belong to it; leave this \`;\` out`;
}

/** Whether a block follows a statement, or a line that stands further in. */
function isBeforeItsBody(node: TS.Node, file: TS.SourceFile): boolean {
  const all: readonly TS.Node[] = node.parent.getChildren(file).flatMap((part) => part.getChildren(file));
  const next = all[all.indexOf(node) + 1];
  const column = (one: TS.Node): number => file.getLineAndCharacterOfPosition(one.getStart(file)).character;
  return next !== undefined && (ts.isBlock(next) || (ts.isStatement(next) && column(next) > column(node)));
}

/** `"loss: ${x}"`: only backticks put values into a text. */
function noTemplate(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isStringLiteral(node)) return undefined;
  const [put] = /\$\{[\w.$]+\}/.exec(node.text) ?? [];
  const quote = node.getText(file)[0]!;
  return (
    put &&
    `\`${put}\` stays as it is in a text between ${quote} and ${quote}; to put the value in, write the text between backticks`
  );
}

/** `w[-1]`: nothing is counted from the end so. */
function fromTheEnd(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isElementAccessExpression(node) || !/^-\d+$/.test(node.argumentExpression.getText(file)))
    return undefined;
  const [list, index] = [node.expression.getText(file), node.argumentExpression.getText(file)];
  return `\`${node.getText(file)}\` is undefined in a list; counted from the end, write: ${list}.at(${index})`;
}

/** `import momentum from "fall-line"`: the whole library by one name. */
function wholeLibrary(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isImportDeclaration(node) || !/^.fall-line.$/.test(node.moduleSpecifier.getText(file)))
    return undefined;
  const name = node.importClause?.name?.text;
  return (
    name &&
    `\`${name}\` is now the whole lesson library; for one thing of it, write: import { ${name} } from "fall-line"`
  );
}

/** `(x) => { 2 * x }`: a value that nobody gets. */
function lostValue(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node))
    return undefined;
  const last = node.body && ts.isBlock(node.body) ? node.body.statements.at(-1) : undefined;
  if (!last || !ts.isExpressionStatement(last) || !ts.isBinaryExpression(last.expression)) return undefined;
  const { kind } = last.expression.operatorToken;
  if (kind < ts.SyntaxKind.LessThanToken || kind > ts.SyntaxKind.CaretToken) return undefined;
  const value = last.expression.getText(file);
  return `\`${value}\` is computed, and the function gives it to nobody; write: return ${value}`;
}

/** `const Math = 3`: a name that the language has given already. */
function takenName(node: TS.Node, file: TS.SourceFile): string | undefined {
  if (!ts.isVariableDeclaration(node) || node.parent.parent.parent !== file) return undefined;
  const name = node.name.getText(file);
  if (!/^(Math|console|JSON|Array|Object|Number|String|Promise|Date|Error|Map|Set)$/.test(name))
    return undefined;
  return `\`${name}\` means yours from now on, in all cells; to have the language's own back, restart the kernel`;
}

function isAssignment(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
