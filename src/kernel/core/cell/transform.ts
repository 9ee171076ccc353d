import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { importEqualsStatements, importStatements } from "./imports.ts";
import { Loops } from "./loops.ts";
import { kernelName, lastValue, scopeName } from "./names.ts";
import type { SharedNames } from "./scope.ts";
import { assignments } from "./assignments.ts";

/** Names the kernel puts on `__kernel` for the code of cells. */
export const waitName = "wait";
export const eachName = "each";
export const importName = "load";
export const metaName = "meta";

/**
 * Turns a cell into code that keeps its top-level names in the scope all cells share. A function of an earlier cell
 * so sees what a later one assigns or declares anew. The last expression becomes the value of the cell.
 */
export function cellTransformer(ts: Compiler, names: SharedNames): TS.TransformerFactory<TS.SourceFile> {
  return (context) => {
    const { factory } = context;
    const shared = (name: string) =>
      factory.createPropertyAccessExpression(factory.createIdentifier(names.holderOf(name)), name);
    const loops = new Loops(ts, factory, names, shared);
    const toAssignments = (list: TS.VariableDeclarationList) =>
      assignments(ts, factory, list, (name) => shared(name.text), visitExpression);

    function visitExpression(node: TS.Expression): TS.Expression {
      return visit(node) as TS.Expression;
    }

    function visitChildren<T extends TS.Node>(node: T): T {
      return ts.visitEachChild(node, visit, context);
    }

    /** Replaces references, and the declarations of `var` in blocks, everywhere below the top of the cell. */
    function visit(node: TS.Node): TS.Node {
      const loop = loops.visit(node, visit);
      if (loop) return loop;
      if (ts.isIdentifier(node))
        return names.isReference(node) ? ts.setTextRange(read(node.text), node) : node;
      const assigned = loops.assignment(node, visitExpression);
      if (assigned) return assigned;
      if (ts.isShorthandPropertyAssignment(node)) return visitShorthand(node);
      if (ts.isCallExpression(node)) return visitCall(node);
      if (ts.isTaggedTemplateExpression(node) && isSharedReference(node.tag)) {
        const visited = visitChildren(node);
        return factory.updateTaggedTemplateExpression(
          visited,
          withoutThis(visited.tag),
          undefined,
          visited.template,
        );
      }
      if (ts.isAwaitExpression(node)) return visitAwait(node);
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
        return factory.createPropertyAccessExpression(factory.createIdentifier(kernelName), metaName);
      if (ts.isVariableStatement(node) && isSharedVar(node.declarationList)) return asStatement(node);
      if (ts.isForStatement(node) && node.initializer && isSharedVarNode(node.initializer)) {
        const first = toAssignments(node.initializer);
        const start = first.length > 0 ? inSequence(first) : undefined;
        const rest = visitChildren(
          factory.updateForStatement(node, undefined, node.condition, node.incrementor, node.statement),
        );
        return factory.updateForStatement(rest, start, rest.condition, rest.incrementor, rest.statement);
      }
      if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && isSharedVarNode(node.initializer))
        return visitForEach(node, node.initializer);
      if (ts.isForOfStatement(node) && node.awaitModifier) {
        const { awaitModifier, initializer, expression, statement } = visitChildren(node);
        const values = onKernel(eachName, [expression]);
        return factory.updateForOfStatement(node, awaitModifier, initializer, values, statement);
      }
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
      return visitChildren(node);
    }

    function visitForEach(
      node: TS.ForOfStatement | TS.ForInStatement,
      list: TS.VariableDeclarationList,
    ): TS.Node {
      const [target] = assignments(ts, factory, list, (name) => shared(name.text), visitExpression, true);
      const expression = visitExpression(node.expression);
      const body = visit(node.statement) as TS.Statement;
      if (!ts.isForOfStatement(node)) return factory.updateForInStatement(node, target!, expression, body);
      const values = node.awaitModifier ? onKernel(eachName, [expression]) : expression;
      return factory.updateForOfStatement(node, node.awaitModifier, target!, values, body);
    }

    function read(name: string): TS.Expression {
      return loops.variable(name) ?? shared(name);
    }

    function visitShorthand(node: TS.ShorthandPropertyAssignment): TS.Node {
      if (!names.isShorthand(node)) return visitChildren(node);
      const value = read(node.name.text);
      const initial = node.objectAssignmentInitializer;
      return factory.createPropertyAssignment(
        node.name.text,
        initial ? factory.createAssignment(value, visitExpression(initial)) : value,
      );
    }

    function visitAwait(node: TS.AwaitExpression): TS.Node {
      return factory.updateAwaitExpression(node, onKernel(waitName, [visitExpression(node.expression)]));
    }

    function visitCall(node: TS.CallExpression): TS.Node {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword)
        return onKernel(importName, node.arguments.map(visitExpression));
      const visited = visitChildren(node);
      if (!isSharedReference(node.expression)) return visited;
      return factory.updateCallExpression(
        visited,
        withoutThis(visited.expression),
        undefined,
        visited.arguments,
      );
    }

    function isSharedReference(node: TS.Node): boolean {
      return ts.isIdentifier(node) && names.isReference(node);
    }

    /** `(0, __scope.f)(x)`: a call must not hand over the scope as `this`. */
    function withoutThis(callee: TS.Expression): TS.Expression {
      return ts.setTextRange(
        factory.createParenthesizedExpression(factory.createComma(factory.createNumericLiteral(0), callee)),
        callee,
      );
    }

    function onKernel(method: string, args: readonly TS.Expression[]): TS.Expression {
      const callee = factory.createPropertyAccessExpression(factory.createIdentifier(kernelName), method);
      return factory.createCallExpression(callee, undefined, args);
    }

    function isSharedVarNode(node: TS.Node): node is TS.VariableDeclarationList {
      return ts.isVariableDeclarationList(node) && isSharedVar(node);
    }

    /** A `var` outside of functions belongs to the whole cell. */
    function isSharedVar(list: TS.VariableDeclarationList): boolean {
      if (list.flags & ts.NodeFlags.BlockScoped) return false;
      return (
        ts.findAncestor(
          list,
          (ancestor) =>
            ts.isFunctionLike(ancestor) ||
            ts.isModuleBlock(ancestor) ||
            ts.isClassStaticBlockDeclaration(ancestor),
        ) === undefined
      );
    }

    function asStatement(node: TS.VariableStatement): TS.Statement {
      const expressions = toAssignments(node.declarationList);
      if (expressions.length === 0) return factory.createEmptyStatement();
      const statement = factory.createExpressionStatement(inSequence(expressions));
      return ts.setOriginalNode(ts.setTextRange(statement, node), node);
    }

    function inSequence(expressions: TS.Expression[]): TS.Expression {
      return expressions.reduce((all, next) => factory.createComma(all, next));
    }

    /** A statement at the top of the cell. */
    function visitTop(node: TS.Statement, isLast: boolean): TS.Statement[] {
      if (ts.isExportDeclaration(node)) return [];
      if (ts.isImportDeclaration(node)) return importStatements(ts, factory, node, names);
      if (ts.isImportEqualsDeclaration(node)) return importEqualsStatements(ts, factory, node, names);
      if (ts.isVariableStatement(node)) return isAmbient(node) ? [] : [asStatement(node)];
      if (ts.isExpressionStatement(node)) {
        const expression = visitExpression(node.expression);
        const whole = isLast
          ? factory.createAssignment(
              factory.createPropertyAccessExpression(factory.createIdentifier(scopeName), lastValue),
              expression,
            )
          : expression;
        return [factory.updateExpressionStatement(node, whole)];
      }
      const visited = visit(node) as TS.Statement;
      const declared = declaredValue(node);
      return declared ? [visited, assign(declared)] : [visited];
    }

    function assign(name: string): TS.Statement {
      return factory.createExpressionStatement(
        factory.createAssignment(shared(name), factory.createIdentifier(name)),
      );
    }

    function isAmbient(node: TS.Statement): boolean {
      return (
        ts.canHaveModifiers(node) &&
        (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.DeclareKeyword)
      );
    }

    /** The name of a class, enum or namespace that is a value when the program runs. */
    function declaredValue(node: TS.Statement): string | undefined {
      if (isAmbient(node)) return undefined;
      if (ts.isClassDeclaration(node)) return node.name?.text;
      if (ts.isEnumDeclaration(node))
        return node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ConstKeyword)
          ? undefined
          : node.name.text;
      if (
        ts.isModuleDeclaration(node) &&
        node.body &&
        ts.isModuleBlock(node.body) &&
        node.body.statements.some((s) => !ts.isInterfaceDeclaration(s) && !ts.isTypeAliasDeclaration(s))
      )
        return node.name.text;
      return undefined;
    }

    return (file) => {
      const statements = file.statements.filter((statement) => !ts.isExportDeclaration(statement));
      const functions = statements
        .filter(
          (node): node is TS.FunctionDeclaration => ts.isFunctionDeclaration(node) && node.body !== undefined,
        )
        .flatMap((node) => (node.name ? [assign(node.name.text)] : []));
      const body = statements.flatMap((node, i) => visitTop(node, i === statements.length - 1));
      return factory.updateSourceFile(file, [...functions, ...body]);
    };
  };
}
