import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { kernelName } from "./names.ts";

/** What counts calls calls of the kernel, and what a `catch` calls first. */
export const countName = "count";
export const passName = "pass";

/** Counters of a cell's calls and of a function's rounds, and when each is looked at next. */
const calls = { counter: "__calls", due: "__callsDue" };
const rounds = { counter: "__rounds", due: "__roundsDue" };
const caught = "__caught";
const begin = "__begin";
const end = "__end";

/** A loop in a function is looked at first in this round: most loops over coordinates are shorter. */
const firstLook = 8;

/**
 * Counts each round of a loop and each call of a function, and lets the kernel look now and then whether the cell is to
 * go on: for a host that cannot stop a running script from outside. Rounds are counted in a variable of the function,
 * which costs next to nothing. What the kernel throws then passes every `catch`.
 */
export function countingTransformer(ts: Compiler): TS.TransformerFactory<TS.SourceFile> {
  return (context) => {
    const { factory } = context;
    /** Whether there is a loop in the function around. */
    let hasLoop = false;

    const visit = (node: TS.Node): TS.Node => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
      if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return inFunction(node);
      if (ts.isModuleBlock(node)) return alone(() => withCounters(ts.visitEachChild(node, visit, context)));
      if (ts.isCatchClause(node)) return passing(ts.visitEachChild(node, visit, context));
      if (!ts.isIterationStatement(node, false)) return ts.visitEachChild(node, visit, context);
      hasLoop = true;
      return counted(ts.visitEachChild(node, visit, context));
    };

    function inFunction(node: TS.SignatureDeclaration | TS.ClassStaticBlockDeclaration): TS.Node {
      return alone(() => {
        const visited = ts.visitEachChild(node, visit, context);
        const body = (visited as { body?: TS.ConciseBody }).body;
        if (body === undefined) return visited;
        const counting = ts.isBlock(body)
          ? withCounters(body, ts.isConstructorDeclaration(node) ? [] : [statement(look(calls))])
          : between(factory.createComma(look(calls), marked(body)));
        return withBody(visited, body, counting);
      });
    }

    /** The same function with another body. */
    function withBody(node: TS.Node, body: TS.ConciseBody, other: TS.ConciseBody): TS.Node {
      return ts.visitEachChild(node, (child) => (child === body ? other : child), context);
    }

    function alone<T>(action: () => T): T {
      const outer = hasLoop;
      hasLoop = false;
      const result = action();
      hasLoop = outer;
      return result;
    }

    function withCounters<B extends TS.Block | TS.ModuleBlock>(block: B, first: TS.Statement[] = []): B {
      const counters = hasLoop ? [declared(rounds, firstLook)] : [];
      const statements = [...block.statements];
      const directives = statements.findIndex(
        (one) => !(ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression)),
      );
      const at = directives < 0 ? statements.length : directives;
      const all = [...statements.slice(0, at), ...counters, ...first, ...statements.slice(at)];
      return (
        ts.isBlock(block) ? factory.updateBlock(block, all) : factory.updateModuleBlock(block, all)
      ) as B;
    }

    function counted(loop: TS.IterationStatement): TS.Node {
      const { statement: body } = loop;
      const first = statement(look(rounds));
      const block = ts.isBlock(body)
        ? factory.updateBlock(body, [first, ...body.statements])
        : factory.createBlock([begun(first), marked(body)], true);
      return ts.visitEachChild(loop, (child) => (child === body ? block : child), context);
    }

    function passing(clause: TS.CatchClause): TS.CatchClause {
      const { variableDeclaration: variable, block } = clause;
      const name = variable && ts.isIdentifier(variable.name) ? variable.name : undefined;
      // What is taken apart where it is caught is whole no more: such a clause is left as it is.
      if (variable && !name) return clause;
      const pass = factory.createExpressionStatement(
        onKernel(passName, name ?? factory.createIdentifier(caught)),
      );
      return factory.updateCatchClause(
        clause,
        variable ?? factory.createVariableDeclaration(caught),
        factory.updateBlock(block, [pass, ...block.statements]),
      );
    }

    /** `++counter >= due && (due = __kernel.count(counter))` */
    function look({ counter, due }: typeof calls): TS.Expression {
      const count = factory.createIdentifier(counter);
      const next = factory.createAssignment(factory.createIdentifier(due), onKernel(countName, count));
      return factory.createLogicalAnd(
        factory.createGreaterThanEquals(factory.createPrefixIncrement(count), factory.createIdentifier(due)),
        between(next),
      );
    }

    function onKernel(method: string, value: TS.Expression): TS.Expression {
      const callee = factory.createPropertyAccessExpression(factory.createIdentifier(kernelName), method);
      return factory.createCallExpression(callee, undefined, [value]);
    }

    function between(expression: TS.Expression): TS.Expression {
      return factory.createParenthesizedExpression(expression);
    }

    function statement(expression: TS.Expression): TS.Statement {
      return factory.createExpressionStatement(expression);
    }

    function declared({ counter, due }: typeof calls, first: number): TS.Statement {
      const variable = (name: string, value: number) =>
        factory.createVariableDeclaration(name, undefined, undefined, factory.createNumericLiteral(value));
      return factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList([variable(counter, 0), variable(due, first)], ts.NodeFlags.Let),
      );
    }

    /** What was put in brackets is marked, so that they can be taken away again. */
    function begun<T extends TS.Node>(node: T): T {
      return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, begin, false);
    }

    function marked<T extends TS.Node>(node: T): T {
      return ts.addSyntheticTrailingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, end, false);
    }

    return (file) => {
      const visited = ts.visitEachChild(file, visit, context);
      const counters = [declared(calls, 1), declared(rounds, 1)];
      return factory.updateSourceFile(visited, [...counters, ...visited.statements]);
    };
  };
}

const look = ({ counter, due }: typeof calls): string =>
  String.raw`\+\+${counter} >= ${due} && \(${due} = ${kernelName}\.${countName}\(${counter}\)\)`;
const looks = `(?:${look(calls)}|${look(rounds)})`;

const machinery: readonly [RegExp, string][] = [
  [new RegExp(String.raw`\s*let ${rounds.counter} = 0, ${rounds.due} = \d+;`, "g"), ""],
  [new RegExp(String.raw`\s*\{\s*/\*${begin}\*/\s*${looks};`, "g"), ""],
  [new RegExp(String.raw`\(${look(calls)}, `, "g"), ""],
  [new RegExp(String.raw`\s*/\*${end}\*/\s*[)}]`, "g"), ""],
  [new RegExp(String.raw`\s*${looks};`, "g"), ""],
  [new RegExp(String.raw`\s*${kernelName}\.${passName}\([\w$]+\);`, "g"), ""],
  [new RegExp(String.raw`catch \(${caught}\)`, "g"), "catch"],
];

/** The text of a function without what counts in it. */
export function withoutCounting(text: string): string {
  return machinery.reduce((rest, [what, by]) => rest.replace(what, by), text);
}
