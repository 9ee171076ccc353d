import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { calls, CountingNodes, rounds } from "./counting-nodes.ts";

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
  return (context) => (file) => new Counting(ts, context).in(file);
}

class Counting {
  readonly #ts: Compiler;
  readonly #context: TS.TransformationContext;
  readonly #nodes: CountingNodes;
  /** Whether there is a loop in the function around. */
  #hasLoop = false;

  constructor(ts: Compiler, context: TS.TransformationContext) {
    this.#ts = ts;
    this.#context = context;
    this.#nodes = new CountingNodes(ts, context.factory);
  }

  in(file: TS.SourceFile): TS.SourceFile {
    const visited = this.#children(file);
    const counters = [this.#nodes.declared(calls, 0), this.#nodes.declared(rounds, 0)];
    return this.#context.factory.updateSourceFile(visited, [...counters, ...visited.statements]);
  }

  readonly #visit = (node: TS.Node): TS.Node => {
    const ts = this.#ts;
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return this.#function(node);
    if (ts.isModuleBlock(node)) return this.#alone(() => this.#withCounters(this.#children(node)));
    if (ts.isCatchClause(node)) return this.#nodes.passing(this.#children(node));
    if (!ts.isIterationStatement(node, false)) return this.#children(node);
    this.#hasLoop = true;
    const visited = this.#children(node);
    const isDivided = isDivisible(ts, node);
    if (isDivided && ts.isForStatement(visited)) return this.#nodes.dividedFor(visited);
    if (isDivided && ts.isWhileStatement(visited)) return this.#nodes.dividedWhile(visited);
    return this.#withBody(visited, visited.statement, this.#nodes.counted(visited.statement));
  };

  #children<T extends TS.Node>(node: T): T {
    return this.#ts.visitEachChild(node, this.#visit, this.#context);
  }

  #function(node: TS.SignatureDeclaration | TS.ClassStaticBlockDeclaration): TS.Node {
    const ts = this.#ts;
    return this.#alone(() => {
      const visited = this.#children(node);
      const body = (visited as { body?: TS.ConciseBody }).body;
      if (body === undefined) return visited;
      const first = ts.isConstructorDeclaration(node) ? [] : [this.#nodes.looking(calls)];
      return this.#withBody(
        visited,
        body,
        ts.isBlock(body) ? this.#withCounters(body, first) : this.#nodes.lookingFirst(body),
      );
    });
  }

  /** The same function or loop with another body. */
  #withBody(node: TS.Node, body: TS.Node, other: TS.Node): TS.Node {
    return this.#ts.visitEachChild(node, (child) => (child === body ? other : child), this.#context);
  }

  #alone<T>(action: () => T): T {
    const outer = this.#hasLoop;
    this.#hasLoop = false;
    const result = action();
    this.#hasLoop = outer;
    return result;
  }

  #withCounters<B extends TS.Block | TS.ModuleBlock>(block: B, first: TS.Statement[] = []): B {
    const ts = this.#ts;
    const { factory } = this.#context;
    const counters = this.#hasLoop ? [this.#nodes.declared(rounds, firstRounds)] : [];
    const statements = [...block.statements];
    const directives = statements.findIndex(
      (one) => !(ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression)),
    );
    const at = directives < 0 ? statements.length : directives;
    const all = [...statements.slice(0, at), ...counters, ...first, ...statements.slice(at)];
    return (ts.isBlock(block) ? factory.updateBlock(block, all) : factory.updateModuleBlock(block, all)) as B;
  }
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
