import type * as TS from "typescript";
import type { Compiler } from "../compiler/typescript.ts";
import { kernelCall } from "./nodes.ts";

/** What counts calls calls of the kernel, and what a `catch` calls first. */
export const countName = "count";
export const passName = "pass";

/** How many calls of a cell and rounds of a function may go by until the kernel looks again. */
export const calls = "__calls";
export const rounds = "__rounds";
/** The same of a loop while it runs. */
export const left = "__left";
export const caught = "__caught";
export const begin = "__begin";
export const end = "__end";

/** Makes the code that counts calls and rounds. */
export class CountingNodes {
  constructor(
    private readonly ts: Compiler,
    private readonly factory: TS.NodeFactory,
  ) {}

  /** `let counter = first;` */
  declared(counter: string, first: number): TS.Statement {
    const factory = this.factory;
    const value = factory.createNumericLiteral(first);
    const variable = factory.createVariableDeclaration(counter, undefined, undefined, value);
    const list = factory.createVariableDeclarationList([variable], this.ts.NodeFlags.Let);
    return factory.createVariableStatement(undefined, list);
  }

  /** `--counter < 0 && (counter = __kernel.count());` */
  looking(counter: string): TS.Statement {
    return this.#statement(this.#look(counter));
  }

  /** The same before the value of a function that has no block. */
  lookingFirst(value: TS.Expression): TS.Expression {
    return this.#between(this.factory.createComma(this.#look(calls), this.#marked(value)));
  }

  /** The body of a loop that looks in each round. */
  counted(body: TS.Statement): TS.Block {
    const first = this.looking(rounds);
    return this.ts.isBlock(body)
      ? this.factory.updateBlock(body, [first, ...body.statements])
      : this.factory.createBlock([this.#begun(first), this.#marked(body)], true);
  }

  /** `for (let i = 0, __left = -1; __left < 0; __rounds = __left) for (__left = ...; --__left >= 0 && (i < n); i++)` */
  dividedFor({ initializer, condition, incrementor, statement }: TS.ForStatement): TS.Node {
    const inner = this.factory.createForStatement(
      this.#beginRounds(),
      this.#whileLeft(condition),
      incrementor,
      statement,
    );
    return this.#asking(inner, initializer as TS.VariableDeclarationList | undefined);
  }

  /** `for (let __left = -1; __left < 0; __rounds = __left) { __left = ...; while (--__left >= 0 && (x > 0)) }` */
  dividedWhile(loop: TS.WhileStatement): TS.Node {
    const inner = this.factory.updateWhileStatement(loop, this.#whileLeft(loop.expression), loop.statement);
    const first = this.#begun(this.#statement(this.#beginRounds()));
    return this.#asking(this.factory.createBlock([first, this.#marked(inner)], true));
  }

  /** `catch (error) { __kernel.pass(error); ... }` */
  passing(clause: TS.CatchClause): TS.CatchClause {
    const { variableDeclaration: variable, block } = clause;
    const error = variable && this.ts.isIdentifier(variable.name) ? variable.name : undefined;
    // What is taken apart where it is caught is whole no more: such a clause is left as it is.
    if (variable && !error) return clause;
    const pass = this.#statement(kernelCall(this.factory, passName, [error ?? this.#name(caught)]));
    return this.factory.updateCatchClause(
      clause,
      variable ?? this.factory.createVariableDeclaration(caught),
      this.factory.updateBlock(block, [pass, ...block.statements]),
    );
  }

  /** The outer one of two loops; it goes on until the inner one has ended with rounds left. */
  #asking(inner: TS.Statement, declared?: TS.VariableDeclarationList): TS.Statement {
    const factory = this.factory;
    const none = factory.createPrefixMinus(factory.createNumericLiteral(1));
    const own = factory.createVariableDeclaration(left, undefined, undefined, none);
    return factory.createForStatement(
      factory.createVariableDeclarationList([...(declared?.declarations ?? []), own], this.ts.NodeFlags.Let),
      factory.createLessThan(this.#name(left), factory.createNumericLiteral(0)),
      factory.createAssignment(this.#name(rounds), this.#name(left)),
      inner,
    );
  }

  /** `__left = (__rounds >= 0 ? __rounds : __kernel.count()) | 0`: so the compiler knows it for an integer. */
  #beginRounds(): TS.Expression {
    const factory = this.factory;
    const some = factory.createConditionalExpression(
      factory.createGreaterThanEquals(this.#name(rounds), factory.createNumericLiteral(0)),
      undefined,
      this.#name(rounds),
      undefined,
      kernelCall(factory, countName, []),
    );
    const whole = factory.createBitwiseOr(this.#between(some), factory.createNumericLiteral(0));
    return factory.createAssignment(this.#name(left), whole);
  }

  #whileLeft(condition: TS.Expression | undefined): TS.Expression {
    const factory = this.factory;
    const next = factory.createPrefixDecrement(this.#name(left));
    const some = factory.createGreaterThanEquals(next, factory.createNumericLiteral(0));
    return condition ? factory.createLogicalAnd(some, this.#between(this.#marked(condition))) : some;
  }

  #look(counter: string): TS.Expression {
    const factory = this.factory;
    const asked = kernelCall(factory, countName, []);
    const next = factory.createAssignment(this.#name(counter), asked);
    const passed = factory.createPrefixDecrement(this.#name(counter));
    return factory.createLogicalAnd(
      factory.createLessThan(passed, factory.createNumericLiteral(0)),
      this.#between(next),
    );
  }

  #name(text: string): TS.Identifier {
    return this.factory.createIdentifier(text);
  }

  #between(expression: TS.Expression): TS.Expression {
    return this.factory.createParenthesizedExpression(expression);
  }

  #statement(expression: TS.Expression): TS.Statement {
    return this.factory.createExpressionStatement(expression);
  }

  /** What was put in brackets is marked, so that they can be taken away again. */
  #begun<T extends TS.Node>(node: T): T {
    const { MultiLineCommentTrivia } = this.ts.SyntaxKind;
    return this.ts.addSyntheticLeadingComment(node, MultiLineCommentTrivia, begin, false);
  }

  #marked<T extends TS.Node>(node: T): T {
    const { MultiLineCommentTrivia } = this.ts.SyntaxKind;
    return this.ts.addSyntheticTrailingComment(node, MultiLineCommentTrivia, end, false);
  }
}
