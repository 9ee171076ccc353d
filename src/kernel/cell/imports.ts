import type * as TS from "@tslab/typescript-for-tslab";
import { scopeName, type SharedNames } from "./scope.ts";

/** Named by the kernel on `require`: what `import x from` and `import * as x from` take from a module. */
export const defaultName = "default";
export const namespaceName = "namespace";

/** `import { a as b } from "m"` as `exports.b = require("m").a`; what is only a type is left out. */
export function importStatements(
  ts: typeof TS,
  factory: TS.NodeFactory,
  node: TS.ImportDeclaration,
  names: SharedNames,
): TS.Statement[] {
  const clause = node.importClause;
  const module = () =>
    factory.createCallExpression(factory.createIdentifier("require"), undefined, [node.moduleSpecifier]);
  if (!clause) return [statement(module())];
  if (clause.isTypeOnly) return [];
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
    const callee = factory.createPropertyAccessExpression(factory.createIdentifier("require"), kind);
    return factory.createCallExpression(callee, undefined, [module()]);
  }

  function assign(name: TS.Identifier, value: TS.Expression): TS.Statement {
    const target = factory.createPropertyAccessExpression(factory.createIdentifier(scopeName), name.text);
    return statement(factory.createAssignment(target, value));
  }

  function statement(expression: TS.Expression): TS.Statement {
    return ts.setTextRange(factory.createExpressionStatement(expression), node);
  }
}
