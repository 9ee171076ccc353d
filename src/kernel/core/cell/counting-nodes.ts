/** Makes the code that counts calls and rounds. */
import { factory, ts, type TS } from "../compiler/typescript.ts";
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

/** `let counter = first;` */
export function declared(counter: string, first: number): TS.Statement {
  const value = factory.createNumericLiteral(first);
  const variable = factory.createVariableDeclaration(counter, undefined, undefined, value);
  const list = factory.createVariableDeclarationList([variable], ts.NodeFlags.Let);
  return factory.createVariableStatement(undefined, list);
}

/** `--counter < 0 && (counter = __kernel.count());` */
export function looking(counter: string): TS.Statement {
  return asStatement(look(counter));
}

/** The same before the value of a function that has no block. */
export function lookingFirst(value: TS.Expression): TS.Expression {
  return between(factory.createComma(look(calls), marked(value)));
}

/** The body of a loop that looks in each round. */
export function counted(body: TS.Statement): TS.Block {
  const first = looking(rounds);
  return ts.isBlock(body)
    ? factory.updateBlock(body, [first, ...body.statements])
    : factory.createBlock([begun(first), marked(body)], true);
}

/** `for (let i = 0, __left = -1; __left < 0; __rounds = __left) for (__left = ...; --__left >= 0 && (i < n); i++)` */
export function dividedFor({ initializer, condition, incrementor, statement }: TS.ForStatement): TS.Node {
  const inner = factory.createForStatement(beginRounds(), whileLeft(condition), incrementor, statement);
  return asking(inner, initializer as TS.VariableDeclarationList | undefined);
}

/** `for (let __left = -1; __left < 0; __rounds = __left) { __left = ...; while (--__left >= 0 && (x > 0)) }` */
export function dividedWhile(loop: TS.WhileStatement): TS.Node {
  const inner = factory.updateWhileStatement(loop, whileLeft(loop.expression), loop.statement);
  const first = begun(asStatement(beginRounds()));
  return asking(factory.createBlock([first, marked(inner)], true));
}

/** `catch (error) { __kernel.pass(error); ... }` */
export function passing(clause: TS.CatchClause): TS.CatchClause {
  const { variableDeclaration: variable, block } = clause;
  const error = variable && ts.isIdentifier(variable.name) ? variable.name : undefined;
  // What is taken apart where it is caught is whole no more: such a clause is left as it is.
  if (variable && !error) return clause;
  const pass = asStatement(kernelCall(passName, [error ?? identifier(caught)]));
  return factory.updateCatchClause(
    clause,
    variable ?? factory.createVariableDeclaration(caught),
    factory.updateBlock(block, [pass, ...block.statements]),
  );
}

/** The outer one of two loops; it goes on until the inner one has ended with rounds left. */
function asking(inner: TS.Statement, declared?: TS.VariableDeclarationList): TS.Statement {
  const none = factory.createPrefixMinus(factory.createNumericLiteral(1));
  const own = factory.createVariableDeclaration(left, undefined, undefined, none);
  return factory.createForStatement(
    factory.createVariableDeclarationList([...(declared?.declarations ?? []), own], ts.NodeFlags.Let),
    factory.createLessThan(identifier(left), factory.createNumericLiteral(0)),
    factory.createAssignment(identifier(rounds), identifier(left)),
    inner,
  );
}

/** `__left = (__rounds >= 0 ? __rounds : __kernel.count()) | 0`: so the compiler knows it for an integer. */
function beginRounds(): TS.Expression {
  const some = factory.createConditionalExpression(
    factory.createGreaterThanEquals(identifier(rounds), factory.createNumericLiteral(0)),
    undefined,
    identifier(rounds),
    undefined,
    kernelCall(countName, []),
  );
  const whole = factory.createBitwiseOr(between(some), factory.createNumericLiteral(0));
  return factory.createAssignment(identifier(left), whole);
}

function whileLeft(condition: TS.Expression | undefined): TS.Expression {
  const next = factory.createPrefixDecrement(identifier(left));
  const some = factory.createGreaterThanEquals(next, factory.createNumericLiteral(0));
  return condition ? factory.createLogicalAnd(some, between(marked(condition))) : some;
}

function look(counter: string): TS.Expression {
  const asked = kernelCall(countName, []);
  const next = factory.createAssignment(identifier(counter), asked);
  const passed = factory.createPrefixDecrement(identifier(counter));
  return factory.createLogicalAnd(
    factory.createLessThan(passed, factory.createNumericLiteral(0)),
    between(next),
  );
}

function identifier(text: string): TS.Identifier {
  return factory.createIdentifier(text);
}

function between(expression: TS.Expression): TS.Expression {
  return factory.createParenthesizedExpression(expression);
}

function asStatement(expression: TS.Expression): TS.Statement {
  return factory.createExpressionStatement(expression);
}

/** What was put in brackets is marked, so that they can be taken away again. */
function begun<T extends TS.Node>(node: T): T {
  const { MultiLineCommentTrivia } = ts.SyntaxKind;
  return ts.addSyntheticLeadingComment(node, MultiLineCommentTrivia, begin, false);
}

function marked<T extends TS.Node>(node: T): T {
  const { MultiLineCommentTrivia } = ts.SyntaxKind;
  return ts.addSyntheticTrailingComment(node, MultiLineCommentTrivia, end, false);
}
