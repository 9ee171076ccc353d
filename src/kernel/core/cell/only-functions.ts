import { ts, type TS } from "../compiler/typescript.ts";
import { countedBy, isAssignment } from "./nodes.ts";

/** What an answer is handed to. */
const CHECK = "check";

/**
 * Whether all that a cell does is to make functions, and perhaps to hand them to `check`: then nothing happens outside of it when
 * it runs, and it can be tried even where the compiler is against it.
 */
export function onlyMakesFunctions(cell: TS.SourceFile): boolean {
  let makesFunctions = false;
  const acts = (node: TS.Node): boolean => {
    if (ts.isFunctionLike(node)) {
      makesFunctions ||= "body" in node;
      return false;
    }
    return isAction(node) || ts.forEachChild(node, acts) === true;
  };
  return cell.statements.every((one) => isDeclaration(one) && !acts(one)) && makesFunctions;
}

/** Whether a name stands where it is handed to `check`, as it is. */
export function isChecked(name: TS.Node): boolean {
  const { parent } = name;
  if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent))
    return isChecked(parent);
  return ts.isCallExpression(parent) && parent.expression.getText() === CHECK;
}

function isDeclaration(node: TS.Statement): boolean {
  return (
    ts.isVariableStatement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExpressionStatement(node) ||
    ts.isEmptyStatement(node)
  );
}

/** `check(...)`, of which all that was found is shown: as the value of the cell, or by `display`. */
function isShownCheck(call: TS.CallExpression): boolean {
  const called = call.expression.getText();
  if (called === "display") return call.arguments.some(ts.isCallExpression);
  return called === CHECK && (ts.isExpressionStatement(call.parent) || ts.isCallExpression(call.parent));
}

/** What does more than to give a value. */
function isAction(node: TS.Node): boolean {
  if (ts.isCallExpression(node)) return !isShownCheck(node);
  return (
    isAssignment(node) ||
    countedBy(node) !== undefined ||
    ts.isDeleteExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isClassExpression(node)
  );
}
