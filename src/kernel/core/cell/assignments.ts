import { factory, ts, type TS } from "../compiler/typescript.ts";
import { usingOf } from "./prepare.ts";
import { kernelCall } from "./nodes.ts";

/** What takes the value of `using`. */
const useName = "use";

/**
 * The declarations of a list as assignments: `const {a, b: [c] = d} = e` is `({a: A, b: [C] = d} = e)`, where `target`
 * says what stands for a declared name. With `bare`, only the targets, as `for (... of ...)` wants them.
 */
export function assignments(
  list: TS.VariableDeclarationList,
  target: (name: TS.Identifier) => TS.Expression,
  visit: (node: TS.Expression) => TS.Expression,
  bare = false,
): TS.Expression[] {
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  return list.declarations.flatMap((declaration) => {
    if (bare) return [toTarget(declaration.name)];
    if (!declaration.initializer) {
      // `let x;` starts anew with undefined, `var x;` leaves what is there.
      return isVar || !ts.isIdentifier(declaration.name)
        ? []
        : [at(declaration, factory.createAssignment(target(declaration.name), factory.createVoidZero()))];
    }
    const value = used(named(declaration.name, visit(declaration.initializer), declaration.initializer));
    return [at(declaration, factory.createAssignment(toTarget(declaration.name), value))];
  });

  /** `using x = value` hands the value over, to be disposed of when the cell has ended. */
  function used(value: TS.Expression): TS.Expression {
    const kind = usingOf(list);
    if (kind === undefined) return value;
    return kernelCall(useName, [value, ...(kind === "await using" ? [factory.createTrue()] : [])]);
  }

  function at<T extends TS.Node>(original: TS.Node, node: T): T {
    return ts.setTextRange(node, original);
  }

  function toTarget(name: TS.BindingName): TS.Expression {
    if (ts.isIdentifier(name)) return at(name, target(name));
    if (ts.isObjectBindingPattern(name))
      return at(name, factory.createObjectLiteralExpression(name.elements.map(toProperty)));
    return at(
      name,
      factory.createArrayLiteralExpression(
        name.elements.map((element) =>
          ts.isOmittedExpression(element) ? factory.createOmittedExpression() : toElement(element),
        ),
      ),
    );
  }

  function toElement(element: TS.BindingElement): TS.Expression {
    const to = toTarget(element.name);
    if (element.dotDotDotToken) return factory.createSpreadElement(to);
    return element.initializer ? factory.createAssignment(to, visit(element.initializer)) : to;
  }

  function toProperty(element: TS.BindingElement): TS.ObjectLiteralElementLike {
    const to = toTarget(element.name);
    if (element.dotDotDotToken) return factory.createSpreadAssignment(to);
    const property = element.propertyName ?? (element.name as TS.Identifier);
    const key = ts.isComputedPropertyName(property)
      ? factory.createComputedPropertyName(visit(property.expression))
      : ts.isIdentifier(property)
        ? factory.createIdentifier(property.text)
        : property;
    const value = element.initializer ? factory.createAssignment(to, visit(element.initializer)) : to;
    return factory.createPropertyAssignment(key, value);
  }

  /** `const f = () => 1` names its function "f"; an assignment to a property would not. */
  function named(name: TS.BindingName, value: TS.Expression, original: TS.Expression): TS.Expression {
    const isFunction =
      ts.isArrowFunction(original) || ts.isFunctionExpression(original) || ts.isClassExpression(original);
    if (!isFunction || !ts.isIdentifier(name)) return value;
    const holder = factory.createObjectLiteralExpression([
      factory.createPropertyAssignment(factory.createIdentifier(name.text), value),
    ]);
    return factory.createPropertyAccessExpression(factory.createParenthesizedExpression(holder), name.text);
  }
}
