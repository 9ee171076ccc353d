import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
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
    private readonly ts: Compiler,
    private readonly factory: TS.NodeFactory,
    private readonly names: SharedNames,
    private readonly shared: (name: string) => TS.Expression,
  ) {}

  /** The variable that stands for a shared name here, if one does. */
  variable(name: string): TS.Identifier | undefined {
    return this.#kept.has(name) ? this.factory.createIdentifier(localPrefix + name) : undefined;
  }

  /** Visits a node with what is kept in the loop around it; undefined where it begins and ends no loop. */
  visit(node: TS.Node, visit: (node: TS.Node) => TS.Node): TS.Node | undefined {
    const ts = this.ts;
    if (this.#kept.size > 0 && isApart(ts, node)) return this.#with(new Set(), () => visit(node));
    if (this.#kept.size > 0 || !isLoop(ts, node) || !isAtTop(ts, node)) return undefined;
    const names = namesToKeep(ts, this.names, node);
    if (names.size === 0) return undefined;
    const factory = this.factory;
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
    const ts = this.ts;
    const factory = this.factory;
    const target = assignedName(ts, node);
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
export function assignedInFunctions(ts: Compiler, names: SharedNames, file: TS.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: TS.Node, isInside: boolean): void => {
    if (isInside) {
      const name = assignedName(ts, node);
      if (name && names.isReference(name)) found.add(name.text);
      for (const each of assignedInPattern(ts, node)) found.add(each);
    }
    const inside = isInside || isApart(ts, node);
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, false);
  return found;
}

function namesToKeep(ts: Compiler, names: SharedNames, loop: TS.Node): Set<string> {
  const found = new Set<string>();
  const not = new Set<string>();
  const visit = (node: TS.Node): void => {
    if (isApart(ts, node) || ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && names.isReference(node)) found.add(node.text);
    if (ts.isShorthandPropertyAssignment(node) && names.isShorthand(node)) found.add(node.name.text);
    if (ts.isVariableDeclaration(node)) for (const each of identifiersIn(ts, node.name)) not.add(each);
    if (ts.isPostfixUnaryExpression(node) && isUsed(ts, node))
      for (const each of identifiersIn(ts, node.operand)) not.add(each);
    for (const each of assignedInPattern(ts, node)) not.add(each);
    ts.forEachChild(node, visit);
  };
  if (awaitsAtTop(ts, loop)) return new Set();
  visit(loop);
  return new Set([...found].filter((name) => !not.has(name) && !names.mayChange(name)));
}

/** The one name that an expression assigns. */
function assignedName(ts: Compiler, node: TS.Node): TS.Identifier | undefined {
  const target = ts.isBinaryExpression(node)
    ? isAssignment(ts, node)
      ? node.left
      : undefined
    : (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
        [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator)
      ? node.operand
      : undefined;
  return target && ts.isIdentifier(target) ? target : undefined;
}

/** All names in a pattern that is assigned to, or in the head of a loop over entries. */
function assignedInPattern(ts: Compiler, node: TS.Node): string[] {
  if (ts.isBinaryExpression(node) && isAssignment(ts, node) && !ts.isIdentifier(node.left))
    return ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left)
      ? identifiersIn(ts, node.left)
      : [];
  const isHead = ts.isForOfStatement(node) || ts.isForInStatement(node);
  return isHead && !ts.isVariableDeclarationList(node.initializer) ? identifiersIn(ts, node.initializer) : [];
}

function isAssignment(ts: Compiler, { operatorToken: { kind } }: TS.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function identifiersIn(ts: Compiler, node: TS.Node): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...identifiersIn(ts, child)));
  return found;
}

/** True where what `x++` gives is used. */
function isUsed(ts: Compiler, node: TS.Node): boolean {
  const { parent } = node;
  return !ts.isExpressionStatement(parent) && !(ts.isForStatement(parent) && parent.condition !== node);
}

/** What runs at another time than the code around it. */
function isApart(ts: Compiler, node: TS.Node): boolean {
  return ts.isFunctionLike(node) || ts.isClassLike(node);
}

function isAtTop(ts: Compiler, node: TS.Node): boolean {
  return ts.findAncestor(node, (each) => isApart(ts, each) || ts.isModuleBlock(each)) === undefined;
}

function isLoop(ts: Compiler, node: TS.Node): boolean {
  if (ts.isLabeledStatement(node)) return isLoop(ts, node.statement);
  return ts.isIterationStatement(node, false);
}
