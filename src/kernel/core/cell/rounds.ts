import { factory, ts, type TS } from "../compiler/typescript.ts";
import {
  calls,
  counted,
  declared,
  dividedFor,
  dividedWhile,
  looking,
  lookingFirst,
  passing,
  rounds,
} from "./counting-nodes.ts";

/** A loop in a function is looked at after so many rounds: most loops over coordinates are shorter. */
const firstRounds = 8;

/**
 * Counts each round of a loop and each call of a function, and lets the kernel look now and then whether the cell is to
 * go on: for a host that cannot stop a running script from outside. Rounds are counted in variables of the function. A loop
 * is divided in two where that can be done: the inner one runs so many rounds, and the outer one asks the kernel how many
 * come next, as V8 is several times slower with a loop that calls something now and then. What the kernel throws then
 * passes every `catch`.
 */
export const countingTransformer: TS.TransformerFactory<TS.SourceFile> = (context) => (file) =>
  new Counting(context).in(file);

class Counting {
  /** Whether there is a loop in the function around. */
  #hasLoop = false;

  constructor(private readonly context: TS.TransformationContext) {}

  in(file: TS.SourceFile): TS.SourceFile {
    const visited = this.#children(file);
    const counters = [declared(calls, 0), declared(rounds, 0)];
    return factory.updateSourceFile(visited, [...counters, ...visited.statements]);
  }

  readonly #visit = (node: TS.Node): TS.Node => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return this.#function(node);
    if (ts.isModuleBlock(node)) return this.#alone(() => this.#withCounters(this.#children(node)));
    if (ts.isCatchClause(node)) return passing(this.#children(node));
    if (!ts.isIterationStatement(node, false)) return this.#children(node);
    this.#hasLoop = true;
    const visited = this.#children(node);
    const isDivided = isDivisible(node);
    if (isDivided && ts.isForStatement(visited)) return dividedFor(visited);
    if (isDivided && ts.isWhileStatement(visited)) return dividedWhile(visited);
    return this.#withBody(visited, visited.statement, counted(visited.statement));
  };

  #children<T extends TS.Node>(node: T): T {
    return ts.visitEachChild(node, this.#visit, this.context);
  }

  #function(node: TS.SignatureDeclaration | TS.ClassStaticBlockDeclaration): TS.Node {
    return this.#alone(() => {
      const visited = this.#children(node);
      const body = (visited as { body?: TS.ConciseBody }).body;
      if (body === undefined) return visited;
      const first = ts.isConstructorDeclaration(node) ? [] : [looking(calls)];
      return this.#withBody(
        visited,
        body,
        ts.isBlock(body) ? this.#withCounters(body, first) : lookingFirst(body),
      );
    });
  }

  /** The same function or loop with another body. */
  #withBody(node: TS.Node, body: TS.Node, other: TS.Node): TS.Node {
    return ts.visitEachChild(node, (child) => (child === body ? other : child), this.context);
  }

  #alone<T>(action: () => T): T {
    const outer = this.#hasLoop;
    this.#hasLoop = false;
    const result = action();
    this.#hasLoop = outer;
    return result;
  }

  #withCounters<B extends TS.Block | TS.ModuleBlock>(block: B, first: TS.Statement[] = []): B {
    const counters = this.#hasLoop ? [declared(rounds, firstRounds)] : [];
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
function isDivisible(loop: TS.IterationStatement): boolean {
  if (ts.isForStatement(loop) && loop.initializer !== undefined && !isLet(loop.initializer)) return false;
  const hinders = (node: TS.Node): boolean =>
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ((ts.isBreakStatement(node) || ts.isContinueStatement(node)) && node.label !== undefined) ||
    (ts.forEachChild(node, hinders) ?? false);
  return !hinders(loop);
}

function isLet(node: TS.ForInitializer): boolean {
  return (
    ts.isVariableDeclarationList(node) &&
    (node.flags & ts.NodeFlags.BlockScoped) === (ts.NodeFlags.Let as number)
  );
}
