import { factory, ts, type TS } from "../compiler/typescript.ts";
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
export function cellTransformer(names: SharedNames): TS.TransformerFactory<TS.SourceFile> {
  return (context) => (file) => new Transformation(names, context).of(file);
}

class Transformation {
  readonly #loops: Loops;

  constructor(
    private readonly names: SharedNames,
    private readonly context: TS.TransformationContext,
  ) {
    this.#loops = new Loops(names, this.#shared);
  }

  of(file: TS.SourceFile): TS.SourceFile {
    const statements = file.statements.filter((statement) => !ts.isExportDeclaration(statement));
    const functions = statements.flatMap((node) =>
      ts.isFunctionDeclaration(node) && node.body && node.name ? [this.#assign(node.name.text)] : [],
    );
    const body = statements.flatMap((node, i) => this.#top(node, i === statements.length - 1));
    return factory.updateSourceFile(file, [...functions, ...body]);
  }

  /** A statement at the top of the cell. */
  #top(node: TS.Statement, isLast: boolean): TS.Statement[] {
    if (ts.isImportDeclaration(node)) return importStatements(node, this.names);
    if (ts.isImportEqualsDeclaration(node)) return importEqualsStatements(node, this.names);
    if (ts.isVariableStatement(node)) return isAmbient(node) ? [] : [this.#asStatement(node)];
    if (ts.isExpressionStatement(node)) {
      const value = this.#expression(node.expression);
      const last = propertyOf(scopeName, lastValue);
      const whole = isLast ? factory.createAssignment(last, value) : value;
      return [factory.updateExpressionStatement(node, whole)];
    }
    const visited = this.#visit(node) as TS.Statement;
    const declared = declaredValue(node);
    return declared ? [visited, this.#assign(declared)] : [visited];
  }

  /** Replaces references, and the declarations of `var` in blocks, everywhere below the top of the cell. */
  readonly #visit = (node: TS.Node): TS.Node => {
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
      return propertyOf(kernelName, metaName);
    if (ts.isVariableStatement(node) && isSharedVar(node.declarationList)) return this.#asStatement(node);
    if (ts.isForStatement(node)) return this.#for(node);
    if (ts.isForInStatement(node)) return this.#forIn(node);
    if (ts.isForOfStatement(node)) return this.#forOf(node);
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
    return this.#children(node);
  };

  readonly #expression = (node: TS.Expression): TS.Expression => this.#visit(node) as TS.Expression;

  readonly #shared = (name: string): TS.Expression => propertyOf(this.names.holderOf(name), name);

  #children<T extends TS.Node>(node: T): T {
    return ts.visitEachChild(node, this.#visit, this.context);
  }

  #read(name: string): TS.Expression {
    return this.#loops.variable(name) ?? this.#shared(name);
  }

  #shorthand(node: TS.ShorthandPropertyAssignment): TS.Node {
    if (!this.names.isShorthand(node)) return this.#children(node);
    const value = this.#read(node.name.text);
    const initial = node.objectAssignmentInitializer;
    return factory.createPropertyAssignment(
      node.name.text,
      initial ? factory.createAssignment(value, this.#expression(initial)) : value,
    );
  }

  #call(node: TS.CallExpression): TS.Node {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword)
      return kernelCall(importName, node.arguments.map(this.#expression));
    const visited = this.#children(node);
    if (!this.#isShared(node.expression)) return visited;
    const callee = this.#withoutThis(visited.expression);
    return factory.updateCallExpression(visited, callee, undefined, visited.arguments);
  }

  #tagged(node: TS.TaggedTemplateExpression): TS.Node {
    const visited = this.#children(node);
    if (!this.#isShared(node.tag)) return visited;
    const tag = this.#withoutThis(visited.tag);
    return factory.updateTaggedTemplateExpression(visited, tag, undefined, visited.template);
  }

  #isShared(node: TS.Node): boolean {
    return ts.isIdentifier(node) && this.names.isReference(node);
  }

  /** `(0, __scope.f)(x)`: a call must not hand over the scope as `this`. */
  #withoutThis(callee: TS.Expression): TS.Expression {
    const apart = factory.createComma(factory.createNumericLiteral(0), callee);
    return ts.setTextRange(factory.createParenthesizedExpression(apart), callee);
  }

  #await(node: TS.AwaitExpression): TS.Node {
    const value = kernelCall(waitName, [this.#expression(node.expression)]);
    return factory.updateAwaitExpression(node, value);
  }

  /** What is thrown and is no error knows no place: the kernel keeps it. */
  #throw(node: TS.ThrowStatement): TS.Node {
    const value = kernelCall(throwName, [this.#expression(node.expression)]);
    return factory.updateThrowStatement(node, ts.setTextRange(value, node.expression));
  }

  #for(node: TS.ForStatement): TS.Node {
    const list = node.initializer && sharedVars(node.initializer);
    if (!list) return this.#children(node);
    const first = this.#assignments(list);
    const { condition, incrementor, statement } = node;
    const rest = this.#children(
      factory.updateForStatement(node, undefined, condition, incrementor, statement),
    );
    return factory.updateForStatement(
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
    return factory.updateForInStatement(node, target, expression, this.#body(node));
  }

  #forOf(node: TS.ForOfStatement): TS.Node {
    const target = this.#targetOf(node.initializer);
    if (!target && !node.awaitModifier) return this.#children(node);
    const initializer = target ?? (this.#visit(node.initializer) as TS.ForInitializer);
    const expression = this.#expression(node.expression);
    const values = node.awaitModifier ? kernelCall(eachName, [expression]) : expression;
    return factory.updateForOfStatement(node, node.awaitModifier, initializer, values, this.#body(node));
  }

  /** What takes each value of a loop whose variable belongs to the whole cell. */
  #targetOf(initializer: TS.ForInitializer): TS.Expression | undefined {
    const list = sharedVars(initializer);
    return list && this.#assignments(list, true)[0];
  }

  #body(node: TS.IterationStatement): TS.Statement {
    return this.#visit(node.statement) as TS.Statement;
  }

  #asStatement(node: TS.VariableStatement): TS.Statement {
    const expressions = this.#assignments(node.declarationList);
    if (expressions.length === 0) return factory.createEmptyStatement();
    const statement = factory.createExpressionStatement(this.#inSequence(expressions));
    return ts.setOriginalNode(ts.setTextRange(statement, node), node);
  }

  #assignments(list: TS.VariableDeclarationList, bare = false): TS.Expression[] {
    const target = ({ text }: TS.Identifier) => this.#shared(text);
    return assignments(list, target, this.#expression, bare);
  }

  #inSequence(expressions: TS.Expression[]): TS.Expression {
    return expressions.reduce((all, next) => factory.createComma(all, next));
  }

  #assign(name: string): TS.Statement {
    const value = factory.createIdentifier(name);
    return factory.createExpressionStatement(factory.createAssignment(this.#shared(name), value));
  }
}

function sharedVars(node: TS.ForInitializer): TS.VariableDeclarationList | undefined {
  return ts.isVariableDeclarationList(node) && isSharedVar(node) ? node : undefined;
}

/** A `var` outside of functions belongs to the whole cell. */
function isSharedVar(list: TS.VariableDeclarationList): boolean {
  if (list.flags & ts.NodeFlags.BlockScoped) return false;
  const holdsVars = (node: TS.Node): boolean =>
    ts.isFunctionLike(node) || ts.isModuleBlock(node) || ts.isClassStaticBlockDeclaration(node);
  return ts.findAncestor(list, holdsVars) === undefined;
}

function isAmbient(node: TS.Statement): boolean {
  return has(node, ts.SyntaxKind.DeclareKeyword);
}

function has(node: TS.Statement, modifier: TS.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);
}

/** The name of a class, enum or namespace that is a value when the program runs. */
function declaredValue(node: TS.Statement): string | undefined {
  if (isAmbient(node)) return undefined;
  if (ts.isClassDeclaration(node)) return node.name?.text;
  if (ts.isEnumDeclaration(node)) return has(node, ts.SyntaxKind.ConstKeyword) ? undefined : node.name.text;
  return ts.isModuleDeclaration(node) && isValue(node) ? node.name.text : undefined;
}

function isValue({ body }: TS.ModuleDeclaration): boolean {
  if (!body || !ts.isModuleBlock(body)) return false;
  return body.statements.some((one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one));
}
