import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { kernelName } from "./names.ts";

/** What counts calls calls of the kernel, and what a `catch` calls first. */
export const countName = "count";
export const passName = "pass";

/** How many calls of a cell and rounds of a function may go by until the kernel looks again. */
const calls = "__calls";
const rounds = "__rounds";
/** The same of a loop while it runs. */
const left = "__left";
const caught = "__caught";
const begin = "__begin";
const end = "__end";

/** A loop in a function is looked at after so many rounds: most loops over coordinates are shorter. */
const firstRounds = 8;

/**
 * Counts each round of a loop and each call of a function, and lets the kernel look now and then whether the cell is to
 * go on: for a host that cannot stop a running script from outside. Rounds are counted in variables of the function. A loop
 * is divided in two where that can be done: the inner one runs so many rounds, and the outer one asks the kernel how many
 * come next, as V8 is several times slower with a loop that calls something now and then. What the kernel throws then
 * passes every `catch`.
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
      const visited = ts.visitEachChild(node, visit, context);
      const isDivided = isDivisible(ts, node);
      if (isDivided && ts.isForStatement(visited)) return dividedFor(visited);
      if (isDivided && ts.isWhileStatement(visited)) return dividedWhile(visited);
      return counted(visited);
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
      const counters = hasLoop ? [declared(rounds, firstRounds)] : [];
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

    /** `for (let i = 0, __left = -1; __left < 0; __rounds = __left) for (__left = ...; --__left >= 0 && (i < n); i++)` */
    function dividedFor(loop: TS.ForStatement): TS.Node {
      const { initializer, condition, incrementor, statement: body } = loop;
      const inner = factory.createForStatement(beginRounds(), whileLeft(condition), incrementor, body);
      return asking(inner, initializer as TS.VariableDeclarationList | undefined);
    }

    /** `for (let __left = -1; __left < 0; __rounds = __left) { __left = ...; while (--__left >= 0 && (x > 0)) }` */
    function dividedWhile(loop: TS.WhileStatement): TS.Node {
      const inner = factory.updateWhileStatement(loop, whileLeft(loop.expression), loop.statement);
      return asking(factory.createBlock([begun(statement(beginRounds())), marked(inner)], true));
    }

    /** The outer one of two loops; it goes on until the inner one has ended with rounds left. */
    function asking(inner: TS.Statement, declared?: TS.VariableDeclarationList): TS.Statement {
      const none = factory.createPrefixMinus(factory.createNumericLiteral(1));
      const own = factory.createVariableDeclaration(left, undefined, undefined, none);
      return factory.createForStatement(
        factory.createVariableDeclarationList([...(declared?.declarations ?? []), own], ts.NodeFlags.Let),
        factory.createLessThan(name(left), factory.createNumericLiteral(0)),
        factory.createAssignment(name(rounds), name(left)),
        inner,
      );
    }

    /** `__left = (__rounds >= 0 ? __rounds : __kernel.count()) | 0`: so the compiler knows it for an integer. */
    function beginRounds(): TS.Expression {
      const some = factory.createConditionalExpression(
        factory.createGreaterThanEquals(name(rounds), factory.createNumericLiteral(0)),
        undefined,
        name(rounds),
        undefined,
        onKernel(countName),
      );
      return factory.createAssignment(
        name(left),
        factory.createBitwiseOr(between(some), factory.createNumericLiteral(0)),
      );
    }

    function whileLeft(condition: TS.Expression | undefined): TS.Expression {
      const some = factory.createGreaterThanEquals(
        factory.createPrefixDecrement(name(left)),
        factory.createNumericLiteral(0),
      );
      return condition ? factory.createLogicalAnd(some, between(marked(condition))) : some;
    }

    function passing(clause: TS.CatchClause): TS.CatchClause {
      const { variableDeclaration: variable, block } = clause;
      const error = variable && ts.isIdentifier(variable.name) ? variable.name : undefined;
      // What is taken apart where it is caught is whole no more: such a clause is left as it is.
      if (variable && !error) return clause;
      const pass = statement(onKernel(passName, error ?? name(caught)));
      return factory.updateCatchClause(
        clause,
        variable ?? factory.createVariableDeclaration(caught),
        factory.updateBlock(block, [pass, ...block.statements]),
      );
    }

    /** `--counter < 0 && (counter = __kernel.count())` */
    function look(counter: string): TS.Expression {
      const next = factory.createAssignment(name(counter), onKernel(countName));
      return factory.createLogicalAnd(
        factory.createLessThan(factory.createPrefixDecrement(name(counter)), factory.createNumericLiteral(0)),
        between(next),
      );
    }

    function onKernel(method: string, ...values: TS.Expression[]): TS.Expression {
      const callee = factory.createPropertyAccessExpression(name(kernelName), method);
      return factory.createCallExpression(callee, undefined, values);
    }

    function name(text: string): TS.Identifier {
      return factory.createIdentifier(text);
    }

    function between(expression: TS.Expression): TS.Expression {
      return factory.createParenthesizedExpression(expression);
    }

    function statement(expression: TS.Expression): TS.Statement {
      return factory.createExpressionStatement(expression);
    }

    function declared(counter: string, first: number): TS.Statement {
      const variable = factory.createVariableDeclaration(
        counter,
        undefined,
        undefined,
        factory.createNumericLiteral(first),
      );
      return factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList([variable], ts.NodeFlags.Let),
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
      const counters = [declared(calls, 0), declared(rounds, 0)];
      return factory.updateSourceFile(visited, [...counters, ...visited.statements]);
    };
  };
}

/**
 * True for a loop that may be left and entered again between two rounds. Not where functions in it keep a variable of one
 * round, nor where jumps lead to another loop or the condition comes last.
 */
function isDivisible(ts: Compiler, loop: TS.IterationStatement): boolean {
  if (ts.isForStatement(loop) && loop.initializer !== undefined && !isLet(ts, loop.initializer)) return false;
  const hinders = (node: TS.Node): boolean =>
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ((ts.isBreakStatement(node) || ts.isContinueStatement(node)) && node.label !== undefined) ||
    (ts.forEachChild(node, hinders) ?? false);
  return !hinders(loop);
}

function isLet(ts: Compiler, node: TS.ForInitializer): boolean {
  return (
    ts.isVariableDeclarationList(node) &&
    (node.flags & ts.NodeFlags.BlockScoped) === (ts.NodeFlags.Let as number)
  );
}

const look = (counter: string): string =>
  String.raw`--${counter} < 0 && \(${counter} = ${kernelName}\.${countName}\(\)\)`;
const asking = String.raw`${left} = -1; ${left} < 0; ${rounds} = ${left}\)`;
const beginning = String.raw`${left} = \(${rounds} >= 0 \? ${rounds} : ${kernelName}\.${countName}\(\)\) \| 0;`;

const machinery: readonly [RegExp, string][] = [
  [new RegExp(String.raw`\s*let ${rounds} = \d+;`, "g"), ""],
  [new RegExp(String.raw`for \(let ${asking} \{\s*/\*${begin}\*/\s*${beginning}\s*`, "g"), ""],
  [new RegExp(String.raw`(?:, |let )${asking}\s*for \(${beginning}`, "g"), ";"],
  [new RegExp(String.raw`--${left} >= 0(?: && \()?`, "g"), ""],
  [new RegExp(String.raw`\s*\{\s*/\*${begin}\*/\s*${look(rounds)};`, "g"), ""],
  [new RegExp(String.raw`\(${look(calls)}, `, "g"), ""],
  [new RegExp(String.raw`\s*/\*${end}\*/\s*[)}]`, "g"), ""],
  [new RegExp(String.raw`\s*(?:${look(calls)}|${look(rounds)});`, "g"), ""],
  [new RegExp(String.raw`\s*${kernelName}\.${passName}\([\w$]+\);`, "g"), ""],
  [new RegExp(String.raw`catch \(${caught}\)`, "g"), "catch"],
];

/** The text of a function without what counts in it. */
export function withoutCounting(text: string): string {
  return machinery.reduce((rest, [what, by]) => rest.replace(what, by), text);
}
