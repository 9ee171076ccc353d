import { factory, ts, type TS } from "../compiler/typescript.ts";
import { kernelName } from "./names.ts";
import { kernelCall, propertyOf } from "./nodes.ts";
import type { SharedNames } from "./scope.ts";

/** Named by the kernel on `__kernel`: what `import x from` and `import * as x from` take from a module. */
export const defaultName = "default";
export const namespaceName = "namespace";
/** What waits for modules. */
const readyName = "ready";

/** The text that waits for the modules a cell imports: one of them awaits something at its top. */
export function awaitModules(file: TS.SourceFile): string {
  const ids = file.statements.flatMap((node) =>
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)
      ? [node.moduleSpecifier.text]
      : [],
  );
  return ` await ${kernelName}.${readyName}(${JSON.stringify(ids)});`;
}

/** `import x = require("m")` and `import x = Some.name`, as an assignment. */
export function importEqualsStatements(node: TS.ImportEqualsDeclaration, names: SharedNames): TS.Statement[] {
  const reference = node.moduleReference;
  if (node.isTypeOnly || !names.isImportedValue(node.name)) return [];
  const value = ts.isExternalModuleReference(reference)
    ? factory.createCallExpression(factory.createIdentifier(kernelName), undefined, [reference.expression])
    : toExpression(reference);
  const assignment = factory.createAssignment(shared(node.name.text), value);
  return [ts.setTextRange(factory.createExpressionStatement(assignment), node)];

  function toExpression(name: TS.EntityName): TS.Expression {
    if (ts.isIdentifier(name)) return names.isMeant(name) ? shared(name.text) : name;
    return factory.createPropertyAccessExpression(toExpression(name.left), name.right);
  }

  function shared(name: string): TS.Expression {
    return propertyOf(names.holderOf(name), name);
  }
}

/** `import { a as b } from "m"` as `__scope.b = __kernel("m").a`; what is only a type is left out. */
export function importStatements(node: TS.ImportDeclaration, names: SharedNames): TS.Statement[] {
  const clause = node.importClause;
  const module = () =>
    factory.createCallExpression(factory.createIdentifier(kernelName), undefined, [node.moduleSpecifier]);
  if (!clause) return [statement(module())];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const result: TS.Statement[] = [];
  if (clause.name && names.isImportedValue(clause.name))
    result.push(assign(clause.name, interop(defaultName)));
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) result.push(assign(bindings.name, interop(namespaceName)));
  if (bindings && ts.isNamedImports(bindings)) {
    for (const element of bindings.elements) {
      if (element.isTypeOnly || !names.isImportedValue(element.name)) continue;
      const imported = (element.propertyName ?? element.name).text;
      const value =
        imported === "default"
          ? interop(defaultName)
          : factory.createPropertyAccessExpression(module(), imported);
      result.push(assign(element.name, value));
    }
  }
  return result;

  function interop(kind: string): TS.Expression {
    return kernelCall(kind, [module()]);
  }

  function assign(name: TS.Identifier, value: TS.Expression): TS.Statement {
    return statement(factory.createAssignment(propertyOf(names.holderOf(name.text), name.text), value));
  }

  function statement(expression: TS.Expression): TS.Statement {
    return ts.setTextRange(factory.createExpressionStatement(expression), node);
  }
}
