import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { importEqualsStatements, importStatements } from "./imports.ts";
import { Loops } from "./loops.ts";
import { kernelName, lastValue, scopeName } from "./names.ts";
import { kernelCall, propertyOf } from "./nodes.ts";
import type { SharedNames } from "./scope.ts";
import { assignments } from "./assignments.ts";

/** Names the kernel puts on `__kernel` for the code of cells. */
export const waitName = "wait";
export const eachName = "each";
export const importName = "load";
export const metaName = "meta";
export const throwName = "throwing";

/**
 * Turns a cell into code that keeps its top-level names in the scope all cells share. A function of an earlier cell
 * so sees what a later one assigns or declares anew. The last expression becomes the value of the cell.
 */
export function cellTransformer(ts: Compiler, names: SharedNames): TS.TransformerFactory<TS.SourceFile> {
  return (context) => (file) => new Transformation(ts, names, context).of(file);
}

class Transformation {
  readonly #factory: TS.NodeFactory;
  readonly #loops: Loops;

  constructor(
    private readonly ts: Compiler,
    private readonly names: SharedNames,
    private readonly context: TS.TransformationContext,
  ) {
    this.#factory = context.factory;
    this.#loops = new Loops(ts, this.#factory, names, this.#shared);
  }

  of(file: TS.SourceFile): TS.SourceFile {
    const ts = this.ts;
    const statements = file.statements.filter((statement) => !ts.isExportDeclaration(statement));
    const functions = statements.flatMap((node) =>
      ts.isFunctionDeclaration(node) && node.body && node.name ? [this.#assign(node.name.text)] : [],
    );
    const body = statements.flatMap((node, i) => this.#top(node, i === statements.length - 1));
    return this.#factory.updateSourceFile(file, [...functions, ...body]);
  }

  /** A statement at the top of the cell. */
  #top(node: TS.Statement, isLast: boolean): TS.Statement[] {
    const ts = this.ts;
    if (ts.isImportDeclaration(node)) return importStatements(ts, this.#factory, node, this.names);
    if (ts.isImportEqualsDeclaration(node))
      return importEqualsStatements(ts, this.#factory, node, this.names);
    if (ts.isVariableStatement(node)) return isAmbient(ts, node) ? [] : [this.#asStatement(node)];
    if (ts.isExpressionStatement(node)) {
      const value = this.#expression(node.expression);
      const last = propertyOf(this.#factory, scopeName, lastValue);
      const whole = isLast ? this.#factory.createAssignment(last, value) : value;
      return [this.#factory.updateExpressionStatement(node, whole)];
    }
    const visited = this.#visit(node) as TS.Statement;
    const declared = declaredValue(ts, node);
    return declared ? [visited, this.#assign(declared)] : [visited];
  }

  /** Replaces references, and the declarations of `var` in blocks, everywhere below the top of the cell. */
  readonly #visit = (node: TS.Node): TS.Node => {
    const ts = this.ts;
    const loop = this.#loops.visit(node, this.#visit);
    if (loop) return loop;
    if (ts.isIdentifier(node))
      return this.names.isReference(node) ? ts.setTextRange(this.#read(node.text), node) : node;
    const assigned = this.#loops.assignment(node, this.#expression);
    if (assigned) return assigned;
    if (ts.isShorthandPropertyAssignment(node)) return this.#shorthand(node);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isTaggedTemplateExpression(node)) return this.#tagged(node);
    if (ts.isAwaitExpression(node)) return this.#await(node);
    if (ts.isThrowStatement(node) && !ts.isNewExpression(node.expression)) return this.#throw(node);
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      return propertyOf(this.#factory, kernelName, metaName);
    if (ts.isVariableStatement(node) && isSharedVar(ts, node.declarationList)) return this.#asStatement(node);
    if (ts.isForStatement(node)) return this.#for(node);
    if (ts.isForInStatement(node)) return this.#forIn(node);
    if (ts.isForOfStatement(node)) return this.#forOf(node);
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
    return this.#children(node);
  };

  readonly #expression = (node: TS.Expression): TS.Expression => this.#visit(node) as TS.Expression;

  readonly #shared = (name: string): TS.Expression =>
    propertyOf(this.#factory, this.names.holderOf(name), name);

  #children<T extends TS.Node>(node: T): T {
    return this.ts.visitEachChild(node, this.#visit, this.context);
  }

  #read(name: string): TS.Expression {
    return this.#loops.variable(name) ?? this.#shared(name);
  }

  #shorthand(node: TS.ShorthandPropertyAssignment): TS.Node {
    if (!this.names.isShorthand(node)) return this.#children(node);
    const value = this.#read(node.name.text);
    const initial = node.objectAssignmentInitializer;
    return this.#factory.createPropertyAssignment(
      node.name.text,
      initial ? this.#factory.createAssignment(value, this.#expression(initial)) : value,
    );
  }

  #call(node: TS.CallExpression): TS.Node {
    if (node.expression.kind === this.ts.SyntaxKind.ImportKeyword)
      return kernelCall(this.#factory, importName, node.arguments.map(this.#expression));
    const visited = this.#children(node);
    if (!this.#isShared(node.expression)) return visited;
    const callee = this.#withoutThis(visited.expression);
    return this.#factory.updateCallExpression(visited, callee, undefined, visited.arguments);
  }

  #tagged(node: TS.TaggedTemplateExpression): TS.Node {
    const visited = this.#children(node);
    if (!this.#isShared(node.tag)) return visited;
    const tag = this.#withoutThis(visited.tag);
    return this.#factory.updateTaggedTemplateExpression(visited, tag, undefined, visited.template);
  }

  #isShared(node: TS.Node): boolean {
    return this.ts.isIdentifier(node) && this.names.isReference(node);
  }

  /** `(0, __scope.f)(x)`: a call must not hand over the scope as `this`. */
  #withoutThis(callee: TS.Expression): TS.Expression {
    const factory = this.#factory;
    const apart = factory.createComma(factory.createNumericLiteral(0), callee);
    return this.ts.setTextRange(factory.createParenthesizedExpression(apart), callee);
  }

  #await(node: TS.AwaitExpression): TS.Node {
    const value = kernelCall(this.#factory, waitName, [this.#expression(node.expression)]);
    return this.#factory.updateAwaitExpression(node, value);
  }

  /** What is thrown and is no error knows no place: the kernel keeps it. */
  #throw(node: TS.ThrowStatement): TS.Node {
    const value = kernelCall(this.#factory, throwName, [this.#expression(node.expression)]);
    return this.#factory.updateThrowStatement(node, this.ts.setTextRange(value, node.expression));
  }

  #for(node: TS.ForStatement): TS.Node {
    const list = node.initializer && sharedVars(this.ts, node.initializer);
    if (!list) return this.#children(node);
    const first = this.#assignments(list);
    const { condition, incrementor, statement } = node;
    const rest = this.#children(
      this.#factory.updateForStatement(node, undefined, condition, incrementor, statement),
    );
    return this.#factory.updateForStatement(
      rest,
      first.length > 0 ? this.#inSequence(first) : undefined,
      rest.condition,
      rest.incrementor,
      rest.statement,
    );
  }

  #forIn(node: TS.ForInStatement): TS.Node {
    const target = this.#targetOf(node.initializer);
    if (!target) return this.#children(node);
    const expression = this.#expression(node.expression);
    return this.#factory.updateForInStatement(node, target, expression, this.#body(node));
  }

  #forOf(node: TS.ForOfStatement): TS.Node {
    const target = this.#targetOf(node.initializer);
    if (!target && !node.awaitModifier) return this.#children(node);
    const initializer = target ?? (this.#visit(node.initializer) as TS.ForInitializer);
    const expression = this.#expression(node.expression);
    const values = node.awaitModifier ? kernelCall(this.#factory, eachName, [expression]) : expression;
    return this.#factory.updateForOfStatement(
      node,
      node.awaitModifier,
      initializer,
      values,
      this.#body(node),
    );
  }

  /** What takes each value of a loop whose variable belongs to the whole cell. */
  #targetOf(initializer: TS.ForInitializer): TS.Expression | undefined {
    const list = sharedVars(this.ts, initializer);
    return list && this.#assignments(list, true)[0];
  }

  #body(node: TS.IterationStatement): TS.Statement {
    return this.#visit(node.statement) as TS.Statement;
  }

  #asStatement(node: TS.VariableStatement): TS.Statement {
    const expressions = this.#assignments(node.declarationList);
    if (expressions.length === 0) return this.#factory.createEmptyStatement();
    const statement = this.#factory.createExpressionStatement(this.#inSequence(expressions));
    return this.ts.setOriginalNode(this.ts.setTextRange(statement, node), node);
  }

  #assignments(list: TS.VariableDeclarationList, bare = false): TS.Expression[] {
    const target = ({ text }: TS.Identifier) => this.#shared(text);
    return assignments(this.ts, this.#factory, list, target, this.#expression, bare);
  }

  #inSequence(expressions: TS.Expression[]): TS.Expression {
    return expressions.reduce((all, next) => this.#factory.createComma(all, next));
  }

  #assign(name: string): TS.Statement {
    const value = this.#factory.createIdentifier(name);
    return this.#factory.createExpressionStatement(this.#factory.createAssignment(this.#shared(name), value));
  }
}

function sharedVars(ts: Compiler, node: TS.ForInitializer): TS.VariableDeclarationList | undefined {
  return ts.isVariableDeclarationList(node) && isSharedVar(ts, node) ? node : undefined;
}

/** A `var` outside of functions belongs to the whole cell. */
function isSharedVar(ts: Compiler, list: TS.VariableDeclarationList): boolean {
  if (list.flags & ts.NodeFlags.BlockScoped) return false;
  const holdsVars = (node: TS.Node): boolean =>
    ts.isFunctionLike(node) || ts.isModuleBlock(node) || ts.isClassStaticBlockDeclaration(node);
  return ts.findAncestor(list, holdsVars) === undefined;
}

function isAmbient(ts: Compiler, node: TS.Statement): boolean {
  return has(ts, node, ts.SyntaxKind.DeclareKeyword);
}

function has(ts: Compiler, node: TS.Statement, modifier: TS.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);
}

/** The name of a class, enum or namespace that is a value when the program runs. */
function declaredValue(ts: Compiler, node: TS.Statement): string | undefined {
  if (isAmbient(ts, node)) return undefined;
  if (ts.isClassDeclaration(node)) return node.name?.text;
  if (ts.isEnumDeclaration(node))
    return has(ts, node, ts.SyntaxKind.ConstKeyword) ? undefined : node.name.text;
  return ts.isModuleDeclaration(node) && isValue(ts, node) ? node.name.text : undefined;
}

function isValue(ts: Compiler, { body }: TS.ModuleDeclaration): boolean {
  if (!body || !ts.isModuleBlock(body)) return false;
  return body.statements.some((one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one));
}
