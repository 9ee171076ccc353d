import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, stretchOf, type Words } from "./scene.ts";

/** Modules of Node's whose functions call back, and that have the same to wait for. */
const callingBack = /^(?:node:)?(fs|stream|dns|readline|timers)$/;

/** `await readFile(path)` with the `readFile` that calls a function back and gives nothing to wait for. */
export function calledBackWords({ program, diagnostic }: Scene): Words | undefined {
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallExpression);
  if (!call || !ts.isAwaitExpression(call.parent)) return undefined;
  const { expression: called } = call;
  const checker = program.getTypeChecker();
  const [imported] =
    checker.getSymbolAtLocation(ts.isPropertyAccessExpression(called) ? called.expression : called)
      ?.declarations ?? [];
  const from = ts.findAncestor(imported, ts.isImportDeclaration)?.moduleSpecifier;
  const [, module] = (from && ts.isStringLiteral(from) && callingBack.exec(from.text)) || [];
  if (!imported || module === undefined || !takesFunctionLast(checker, called)) return undefined;
  const name = ts.isPropertyAccessExpression(called)
    ? called.name.text
    : ts.isImportSpecifier(imported)
      ? (imported.propertyName ?? imported.name).text
      : called.getText();
  return {
    reason: `the \`${name}\` of "node:${module}" calls a function with what it finds, and there is nothing to wait for`,
    help: `the one for \`await\`: import { ${name} } from "node:${module}/promises"`,
    covers: stretchOf(call),
  };
}

function takesFunctionLast(checker: TS.TypeChecker, called: TS.Expression): boolean {
  return checker
    .getTypeAtLocation(called)
    .getCallSignatures()
    .some(({ parameters }) => {
      const last = parameters.at(-1);
      return last !== undefined && checker.getTypeOfSymbol(last).getCallSignatures().length > 0;
    });
}
