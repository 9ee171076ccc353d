import { factory, nodesIn, ts, type TS } from "../compiler/typescript.ts";
import { countedBy, isAssignment } from "./nodes.ts";
import { awaitsAtTop } from "./prepare.ts";
import { localPrefix } from "./names.ts";
import type { SharedNames } from "./scope.ts";

/**
 * Keeps shared names in variables of a loop while it runs: V8 reads those many times faster. Whatever the loop assigns
 * goes to the shared name too, at once, for the functions it calls. What functions assign is not kept.
 */
export class Loops {
  #kept: ReadonlySet<string> = new Set();

  constructor(
    private readonly names: SharedNames,
    private readonly shared: (name: string) => TS.Expression,
  ) {}

  /** The variable that stands for a shared name here, if one does. */
  variable(name: string): TS.Identifier | undefined {
    return this.#kept.has(name) ? factory.createIdentifier(localPrefix + name) : undefined;
  }

  /** Visits a node with what is kept in the loop around it; undefined where it begins and ends no loop. */
  visit(node: TS.Node, visit: (node: TS.Node) => TS.Node): TS.Node | undefined {
    if (this.#kept.size > 0 && isApart(node)) return this.#with(new Set(), () => visit(node));
    if (this.#kept.size > 0 || !isLoop(node) || !isAtTop(node)) return undefined;
    const names = namesToKeep(this.names, node);
    if (names.size === 0) return undefined;
    const variables = [...names].map((name) =>
      factory.createVariableDeclaration(localPrefix + name, undefined, undefined, this.shared(name)),
    );
    const loop = this.#with(names, () => visit(node)) as TS.Statement;
    return factory.createBlock([
      factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(variables, ts.NodeFlags.Let),
      ),
      loop,
    ]);
  }

  /** An assignment to a kept name, to the shared one too; undefined for anything else. */
  assignment(node: TS.Node, visit: (node: TS.Expression) => TS.Expression): TS.Expression | undefined {
    const target = assignedName(node);
    const variable = target && this.names.isReference(target) ? this.variable(target.text) : undefined;
    if (!target || !variable) return undefined;
    const value = ts.isBinaryExpression(node)
      ? factory.createBinaryExpression(variable, node.operatorToken, visit(node.right))
      : factory.createPrefixUnaryExpression(
          (node as TS.PrefixUnaryExpression | TS.PostfixUnaryExpression).operator,
          variable,
        );
    return ts.setTextRange(
      factory.createParenthesizedExpression(factory.createAssignment(this.shared(target.text), value)),
      node,
    );
  }

  #with<T>(kept: ReadonlySet<string>, action: () => T): T {
    const outer = this.#kept;
    this.#kept = kept;
    const result = action();
    this.#kept = outer;
    return result;
  }
}

/** The shared names that functions and classes of a cell assign: a call may change them. */
export function assignedInFunctions(names: SharedNames, file: TS.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: TS.Node, isInside: boolean): void => {
    if (isInside) {
      const name = assignedName(node);
      if (name && names.isReference(name)) found.add(name.text);
      for (const each of assignedInPattern(node)) found.add(each);
    }
    const inside = isInside || isApart(node);
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, false);
  return found;
}

function namesToKeep(names: SharedNames, loop: TS.Node): Set<string> {
  const found = new Set<string>();
  const not = new Set<string>();
  if (awaitsAtTop(loop)) return found;
  for (const node of nodesIn(loop, (one) => isApart(one) || ts.isTypeNode(one))) {
    if (ts.isIdentifier(node) && names.isReference(node)) found.add(node.text);
    if (ts.isShorthandPropertyAssignment(node) && names.isShorthand(node)) found.add(node.name.text);
    if (ts.isVariableDeclaration(node)) for (const each of identifiersIn(node.name)) not.add(each);
    if (ts.isPostfixUnaryExpression(node) && isUsed(node))
      for (const each of identifiersIn(node.operand)) not.add(each);
    for (const each of assignedInPattern(node)) not.add(each);
  }
  return new Set([...found].filter((name) => !not.has(name) && !names.mayChange(name)));
}

/** The one name that an expression assigns. */
function assignedName(node: TS.Node): TS.Identifier | undefined {
  const target = isAssignment(node) ? node.left : countedBy(node);
  return target && ts.isIdentifier(target) ? target : undefined;
}

/** All names in a pattern that is assigned to, or in the head of a loop over entries. */
function assignedInPattern(node: TS.Node): string[] {
  if (isAssignment(node) && !ts.isIdentifier(node.left))
    return ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left)
      ? identifiersIn(node.left)
      : [];
  const isHead = ts.isForOfStatement(node) || ts.isForInStatement(node);
  return isHead && !ts.isVariableDeclarationList(node.initializer) ? identifiersIn(node.initializer) : [];
}

function identifiersIn(node: TS.Node): string[] {
  return nodesIn(node)
    .filter(ts.isIdentifier)
    .map(({ text }) => text);
}

/** True where what `x++` gives is used. */
function isUsed(node: TS.Node): boolean {
  const { parent } = node;
  return !ts.isExpressionStatement(parent) && !(ts.isForStatement(parent) && parent.condition !== node);
}

/** What runs at another time than the code around it. */
function isApart(node: TS.Node): boolean {
  return ts.isFunctionLike(node) || ts.isClassLike(node);
}

function isAtTop(node: TS.Node): boolean {
  return ts.findAncestor(node, (each) => isApart(each) || ts.isModuleBlock(each)) === undefined;
}

function isLoop(node: TS.Node): boolean {
  if (ts.isLabeledStatement(node)) return isLoop(node.statement);
  return ts.isIterationStatement(node, false);
}
