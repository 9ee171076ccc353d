import { ts, type TS } from "../compiler/typescript.ts";
import { isAssigned } from "../errors/words/scene.ts";
import { isNumber, methodCall, type Question } from "./question.ts";

/** `if (n = 3)`: an assignment where a comparison is meant. */
export const assignedInCondition: Question = (node, { file }) => {
  if (!ts.isIfStatement(node) && !ts.isWhileStatement(node)) return undefined;
  const { expression } = node;
  if (!isAssigned(expression)) return undefined;
  const [left, right] = [expression.left.getText(file), expression.right.getText(file)];
  return `\`${left} = ${right}\` does not compare but gives \`${left}\` a new value; to compare, write: ${left} === ${right}`;
};

/** `for (...); { ... }`: a loop that does nothing, and a block behind it that runs once. */
export const emptyBody: Question = (node, { file }) => {
  if (!ts.isForStatement(node) && !ts.isForOfStatement(node)) return undefined;
  if (!ts.isEmptyStatement(node.statement) || !isBeforeItsBody(node, file)) return undefined;
  const [word] = node.getText(file).split(/\W/);
  return `the \`;\` right after \`${word!} (...)\` ends it: what follows does not belong to it; leave this \`;\` out`;
};

/** Whether a block follows a statement, or a line that stands further in. */
function isBeforeItsBody(node: TS.Node, file: TS.SourceFile): boolean {
  const all: readonly TS.Node[] = node.parent.getChildren(file).flatMap((part) => part.getChildren(file));
  const next = all[all.indexOf(node) + 1];
  const column = (one: TS.Node): number => file.getLineAndCharacterOfPosition(one.getStart(file)).character;
  return next !== undefined && (ts.isBlock(next) || (ts.isStatement(next) && column(next) > column(node)));
}

/** `new Array(3).map(...)`: places without values are passed over. */
export const emptyPlaces: Question = (node, cell) => {
  const { owner, name } = methodCall(node) ?? {};
  const made = owner && ts.isCallOrNewExpression(owner) ? owner : undefined;
  const [length, ...more] = made?.arguments ?? [];
  if (!length || more.length > 0 || !isNumber(cell, length)) return undefined;
  if (made?.expression.getText(cell.file) !== "Array" || !/^(map|forEach|filter)$/.test(name!))
    return undefined;
  return `\`${made.getText(cell.file)}\` has places without values, and \`${name!}\` passes over them; write: Array.from({ length: ${length.getText(cell.file)} }, (_, i) => ...)`;
};

/** `w[-1]`: nothing is counted from the end so. */
export const fromTheEnd: Question = (node, { file, checker }) => {
  if (!ts.isElementAccessExpression(node) || !/^-\d+$/.test(node.argumentExpression.getText(file)))
    return undefined;
  const [list, index] = [node.expression.getText(file), node.argumentExpression.getText(file)];
  const type = checker.getTypeAtLocation(node.expression);
  if (checker.getIndexTypeOfType(type, ts.IndexKind.Number) === undefined) return undefined;
  return `\`${node.getText(file)}\` is undefined in a list; counted from the end, write: ${list}.at(${index})`;
};

/** `import momentum from "fall-line"`: the whole library by one name. */
export const wholeLibrary: Question = (node, { file, checker }) => {
  if (!ts.isImportDeclaration(node) || !/^.fall-line.$/.test(node.moduleSpecifier.getText(file)))
    return undefined;
  const name = node.importClause?.name?.text;
  const library = checker.getSymbolAtLocation(node.moduleSpecifier);
  if (!name || !library || !checker.tryGetMemberInModuleExports(name, library)) return undefined;
  return `\`${name}\` is now the whole lesson library; for one thing of it, write: import { ${name} } from "fall-line"`;
};

/** `(x) => { 2 * x }`: a value that nobody gets. */
export const lostValue: Question = (node, { file }) => {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node))
    return undefined;
  const last = node.body && ts.isBlock(node.body) ? node.body.statements.at(-1) : undefined;
  if (!last || !ts.isExpressionStatement(last) || !ts.isBinaryExpression(last.expression)) return undefined;
  const { kind } = last.expression.operatorToken;
  if (kind < ts.SyntaxKind.LessThanToken || kind > ts.SyntaxKind.CaretToken) return undefined;
  const value = last.expression.getText(file);
  return `\`${value}\` is computed, and the function gives it to nobody; write: return ${value}`;
};

/** `const Math = 3`: a name that the language has given already. */
export const takenName: Question = (node, { file }) => {
  if (!ts.isVariableDeclaration(node) || node.parent.parent.parent !== file) return undefined;
  const name = node.name.getText(file);
  if (!/^(Math|console|JSON|Array|Object|Number|String|Promise|Date|Error|Map|Set)$/.test(name))
    return undefined;
  return `\`${name}\` means yours from now on, in all cells; to have the language's own back, restart the kernel`;
};

/** `x <- 3`: R's way to give a name a value, and a comparison here. */
export const comparedByArrow: Question = (node, { file }) => {
  const compared = ts.isExpressionStatement(node) ? node.expression : undefined;
  if (!compared || !ts.isBinaryExpression(compared)) return undefined;
  const { left, operatorToken, right } = compared;
  const isArrow =
    operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    ts.isPrefixUnaryExpression(right) &&
    right.operator === ts.SyntaxKind.MinusToken &&
    right.getStart(file) === operatorToken.end;
  if (!isArrow) return undefined;
  const [name, value] = [left.getText(file), right.operand.getText(file)];
  return `\`${node.getText(file)}\` asks whether \`${name}\` is less than -${value}; to give it this value, write: ${name} = ${value}`;
};

/** `total =+ x`: the sign belongs to x. */
export const signAfterEquals: Question = (node, { file }) => {
  if (!isAssigned(node) || !ts.isPrefixUnaryExpression(node.right)) return undefined;
  const [, sign] = /^=([+-])\s/.exec(file.text.slice(node.operatorToken.getStart(file))) ?? [];
  if (sign === undefined) return undefined;
  const [name, value] = [node.left.getText(file), node.right.operand.getText(file)];
  return `\`=${sign}\` gives \`${name}\` the value ${sign}${value}; to ${sign === "+" ? "add" : "subtract"}, write: ${name} ${sign}= ${value}`;
};

/** `for (const x in list)`: goes through positions. */
export const positionsOfList: Question = (node, { file, checker }) => {
  if (!ts.isForInStatement(node) || !ts.isVariableDeclarationList(node.initializer)) return undefined;
  if (!checker.isArrayLikeType(checker.getTypeAtLocation(node.expression))) return undefined;
  const name = node.initializer.declarations[0]!.name.getText(file);
  const list = node.expression.getText(file);
  const isPosition = new RegExp(String.raw`\[\s*\+?${name}\b|Number\(${name}\)`).test(
    node.statement.getText(file),
  );
  return isPosition
    ? undefined
    : `\`in\` goes through the positions, as texts; for the values, write: for (const ${name} of ${list})`;
};
