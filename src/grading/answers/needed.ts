import ts from "typescript";
import type { Code, Statement } from "./cells.ts";
import { usedBy } from "./names.ts";

/** An answer as it stands in a notebook: an expression, or a name as it is at the end of a cell. */
export interface Expression {
  readonly node: ts.Expression | string;
  readonly file?: ts.SourceFile;
  readonly cell: number;
}

/** The declaration of a name that an answer sees: the last one above it, else the first below. */
export function declarationOf(code: Code, name: string, cell: number): Statement | undefined {
  const all = code.statements.filter(({ declares }) => declares.includes(name));
  return all.filter((one) => one.cell <= cell).at(-1) ?? all[0];
}

/** What changes a name between its declaration and the end of a cell: where it is read. */
export function changesOf(
  code: Code,
  name: string,
  last: number,
  declaration: Statement | undefined,
): Statement[] {
  const first = declaration?.cell ?? 0;
  return code.statements.filter(
    (one) => one !== declaration && one.alters.includes(name) && first <= one.cell && one.cell <= last,
  );
}

/**
 * The statements that an answer stands on, in their order: all that declare a name that it needs, or may change its value,
 * before it is checked; and where no name of the kind is declared there, the first below. Of those that ask for the library,
 * which is not there, only declarations without which there would be none.
 */
export function statementsFor(code: Code, answer: Expression): Statement[] {
  const above = code.statements.filter((one) => isAbove(one, answer));
  const needed = new Set<Statement>();
  const open = typeof answer.node === "string" ? [answer.node] : [...usedBy(answer.node)];
  const seen = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const declaring = above.filter(({ declares }) => declares.includes(name));
    const declared =
      declaring.length > 0
        ? declaring
        : code.statements.filter(({ declares }) => declares.includes(name)).slice(0, 1);
    const last = declared.at(-1);
    if (last === undefined) continue;
    const begin = code.statements.indexOf(declared[0]!);
    const changing = above.filter(
      (one) => code.statements.indexOf(one) > begin && mayChange(above, one, name),
    );
    for (const one of [...declared, ...changing]) {
      if (needed.has(one) || (one !== last && asksForLibrary(above, one))) continue;
      needed.add(one);
      open.push(...one.uses);
    }
  }
  return code.statements.filter((one) => needed.has(one));
}

/** What functions may use by their methods, and nothing is kept in. */
const KEEPING_NOTHING = new Set([
  "Array",
  "Boolean",
  "JSON",
  "Math",
  "Number",
  "Object",
  "String",
  "console",
]);

/**
 * Whether what an answer stands on may keep something from one call to the next: all but functions and plain values, and functions
 * that change what is outside of them, hand it over or call its methods.
 */
export function mayRemember(needed: readonly Statement[]): boolean {
  return needed.some(
    ({ node, alters, inside }) =>
      !isPlain(node) || alters.length > 0 || inside.some((name) => !KEEPING_NOTHING.has(name)),
  );
}

function isPlain(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.every(({ initializer }) => isPlainValue(initializer));
  return ts.isFunctionDeclaration(node)
    ? node.asteriskToken === undefined
    : ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node);
}

const isPlainValue = (value: ts.Expression | undefined): boolean =>
  value === undefined ||
  ts.isArrowFunction(value) ||
  ts.isFunctionExpression(value) ||
  ts.isIdentifier(value) ||
  ts.isNumericLiteral(value);

/**
 * Whether a statement has run when an answer is checked. Functions are there from the beginning of their cell; what does
 * nothing but check has still to run.
 */
function isAbove({ cell, node, declares }: Statement, answer: Expression): boolean {
  if (cell !== answer.cell || typeof answer.node === "string") return cell <= answer.cell;
  if (node.pos <= answer.node.pos) return node.end <= answer.node.pos || declares.length > 0;
  return ts.isFunctionDeclaration(node);
}

/** Whether a statement may change a value, itself or by the functions that it calls. */
function mayChange(all: readonly Statement[], one: Statement, name: string): boolean {
  return one.assigns.includes(name) || behind(all, one.calls).some(({ inside }) => inside.includes(name));
}

function asksForLibrary(all: readonly Statement[], one: Statement): boolean {
  return (
    ts.isImportDeclaration(one.node) || behind(all, one.uses).some(({ node }) => ts.isImportDeclaration(node))
  );
}

/** The declarations of names, the last of each, and of those that these use in turn. */
function behind(all: readonly Statement[], names: Iterable<string>): Statement[] {
  const found = new Set<Statement>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const last = all.findLast(({ declares }) => declares.includes(name));
    if (last === undefined || found.has(last)) continue;
    found.add(last);
    open.push(...last.uses);
  }
  return [...found];
}
