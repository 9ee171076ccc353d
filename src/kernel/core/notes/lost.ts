import { countedBy, isAssignment } from "../cell/nodes.ts";
import { ts, type TS } from "../compiler/typescript.ts";
import { type Accepted, isOf, isValueOfCell, methodCall, type Question, shortText } from "./question.ts";

/** What gives a new list or text, and leaves the one that it is made of as it is. */
const makesNew =
  /^(map|filter|slice|concat|flat|flatMap|toSorted|toReversed|toSpliced|with|trim|trimStart|trimEnd|toUpperCase|toLowerCase|replace|replaceAll|padStart|padEnd|repeat)$/;

/** `w.map((x) => 2 * x);`: a list that nobody gets. */
export const lostResult: Question = (node, cell) => {
  if (!ts.isExpressionStatement(node) || isValueOfCell(node, cell)) return undefined;
  const { call, owner, name } = methodCall(node.expression) ?? {};
  if (!call || !makesNew.test(name!) || call.arguments.some((one) => mayDoMore(one, cell))) return undefined;
  const type = cell.checker.getTypeAtLocation(owner!);
  const isText = isOf(type, ts.TypeFlags.StringLike);
  if (!isText && !cell.checker.isArrayLikeType(type) && !/Array$/.test(type.getSymbol()?.name ?? ""))
    return undefined;
  const written = shortText(call, cell) ?? `${shortText(owner!, cell) ?? "list"}.${name!}(...)`;
  return `\`${name!}\` changes nothing and gives a new ${isText ? "text" : "list"}, which nothing takes here; write: ${taking(node)}${written}`;
};

/** What takes the value of a statement: at the end of a function it is what the function gives. */
function taking(statement: TS.Statement): string {
  const isEndOfFunction =
    ts.isBlock(statement.parent) &&
    ts.isFunctionLike(statement.parent.parent) &&
    statement.parent.statements.at(-1) === statement;
  return isEndOfFunction ? "return " : "const y = ";
}

/** Whether a function does more than compute: what it calls may print, or change something. */
function mayDoMore(node: TS.Node, cell: Accepted): boolean {
  const isComputing = (call: TS.CallExpression): boolean =>
    /^(Math\.\w+|Number|String)$/.test(call.expression.getText(cell.file)) ||
    makesNew.test(methodCall(call)?.name ?? "");
  const isGiving = isAssignment(node) || countedBy(node) !== undefined;
  if (isGiving || ts.isAwaitExpression(node) || ts.isThrowStatement(node)) return true;
  if (ts.isCallOrNewExpression(node) && !(ts.isCallExpression(node) && isComputing(node))) return true;
  // A function that is named may do anything.
  if (ts.isIdentifier(node) && ts.isCallExpression(node.parent) && node.parent.arguments.includes(node))
    return cell.checker.getTypeAtLocation(node).getCallSignatures().length > 0;
  return ts.forEachChild(node, (child) => mayDoMore(child, cell)) ?? false;
}

/** `list.reverse;`: a method that is named and not called. */
export const notCalled: Question = (node, cell) => {
  if (!ts.isExpressionStatement(node) || isValueOfCell(node, cell)) return undefined;
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  if (cell.checker.getTypeAtLocation(expression).getCallSignatures().length === 0) return undefined;
  const text = shortText(expression, cell) ?? expression.name.text;
  return `\`${text}\` names a function and does not call it; write: ${text}()`;
};

/** `load();`: a promise of which nobody hears. */
export const notWaited: Question = (node, cell) => {
  if (!ts.isExpressionStatement(node) || ts.findAncestor(node, ts.isFunctionLike)) return undefined;
  const { expression } = node;
  if (ts.isVoidExpression(expression) || ts.isBinaryExpression(expression) || isHeard(expression))
    return undefined;
  const type = cell.checker.getTypeAtLocation(expression);
  const text = shortText(expression, cell);
  if (isPromise(type))
    return text === undefined
      ? "nothing waits for this promise, and its value comes later; write `await` before it"
      : `nothing waits for \`${text}\`, and its value comes later; write: await ${text}`;
  const entry = cell.checker.isArrayType(type) && cell.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (!entry || !isPromise(entry)) return undefined;
  return text === undefined
    ? "nothing waits for the promises in this list; write: await Promise.all(...)"
    : `nothing waits for the promises in \`${text}\`; write: await Promise.all(${text})`;
};

function isPromise(type: TS.Type): boolean {
  return type.getSymbol()?.name === "Promise";
}

/** A promise whose failure someone takes, as with `.catch(...)`. */
function isHeard(node: TS.Expression): boolean {
  const { call, owner, name } = methodCall(node) ?? {};
  if (!call) return false;
  return name === "catch" || (name === "then" && call.arguments.length > 1) || isHeard(owner!);
}

/** `list.forEach(async ...)`: goes on without waiting. */
export const notWaitedInLoop: Question = (node) => {
  const { call, name } = methodCall(node) ?? {};
  const given = call?.arguments[0];
  const isAsync =
    given !== undefined &&
    (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) &&
    given.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  if (name !== "forEach" || !isAsync) return undefined;
  return "`forEach` does not wait for what its function awaits; write: for (const x of list) { await ... }";
};
