import ts from "typescript";
import { countedBy, isAssignment } from "../../kernel/core/cell/nodes.ts";
import { prepareCell } from "../../kernel/core/cell/prepare.ts";
import { nodesIn, ts as compiler } from "../../kernel/core/compiler/typescript.ts";
import { declarationsIn, isShared, usedBy } from "./names.ts";

/** A code cell of a notebook that was handed in. */
export interface HandedIn {
  /** None in notebooks of an old format. */
  readonly id: string | undefined;
  readonly source: string;
}

/** A statement at the top of a cell. */
export interface Statement {
  readonly node: ts.Statement;
  readonly file: ts.SourceFile;
  /** Which cell it stands in, counted from 0. */
  readonly cell: number;
  /** Names that it declares. */
  readonly declares: readonly string[];
  /** Names that it takes from outside of itself. */
  readonly uses: ReadonlySet<string>;
  /** Names whose values it may change when it is run, but for what functions do that it calls by name. */
  readonly assigns: readonly string[];
  /** Names that it calls when it is run. */
  readonly calls: readonly string[];
  /** Names whose values the functions in it may change when they are called. */
  readonly inside: readonly string[];
  /** Names whose values it may change: what functions in it do counts, of methods only those that change lists. */
  readonly alters: readonly string[];
}

/** A call such as `check("momentum/rule", mine)`. */
export interface CheckCall {
  readonly id: string;
  readonly answer: ts.Expression | undefined;
  readonly file: ts.SourceFile;
  readonly cell: number;
}

/** The code of a notebook, read and not run. */
export interface Code {
  readonly cells: readonly HandedIn[];
  /** The cells as they were read, but for those in `unread`. */
  readonly files: readonly ts.SourceFile[];
  readonly statements: readonly Statement[];
  readonly checks: readonly CheckCall[];
  /** Cells that are too long, or nested too deeply, to be read, by their index. */
  readonly unread: readonly number[];
}

/** Longest cell that is read, in characters. */
const LONGEST_CELL = 200_000;

/** Reads the code of a notebook. */
export function readCode(cells: readonly HandedIn[]): Code {
  const read = cells.map(readCell);
  return {
    cells,
    files: read.flatMap((cell) => cell?.file ?? []),
    statements: read.flatMap((cell) => cell?.statements ?? []),
    checks: read.flatMap((cell) => cell?.checks ?? []),
    unread: read.flatMap((cell, i) => (cell === undefined ? [i] : [])),
  };
}

interface ReadCell {
  readonly file: ts.SourceFile;
  readonly statements: readonly Statement[];
  readonly checks: readonly CheckCall[];
}

/** Nothing where a cell is too long, or nested too deeply. */
function readCell({ source }: HandedIn, cell: number): ReadCell | undefined {
  if (source.length > LONGEST_CELL) return undefined;
  try {
    const file = fileOf(source, cell);
    const declared = declarationsIn(file);
    const statements = file.statements.map((node) => ({
      node,
      file,
      cell,
      declares: ts.isImportDeclaration(node)
        ? importedNames(node)
        : ts.isImportEqualsDeclaration(node)
          ? [node.name.text]
          : (declared.get(node) ?? []),
      uses: usedBy(node),
      assigns: changedIn(node, () => true, isCalledAtOnce),
      calls: calledBy(node),
      inside: changedIn(
        node,
        () => true,
        () => true,
      ),
      alters: changedIn(
        node,
        (method) => CHANGING.has(method),
        () => true,
        false,
      ),
    }));
    const checks = nodesIn(file).flatMap((node) => checkCall(node) ?? []);
    return { file, statements, checks: checks.map((call) => ({ ...call, file, cell })) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A cell as the kernel reads it: a module, in which every name is known to belong to the cell or not. */
function fileOf(source: string, cell: number): ts.SourceFile {
  const text = /\bexport\b/.test(source) ? prepareCell(source) : source;
  const file = ts.createSourceFile(`/cells/${cell}.ts`, text, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TS);
  Object.assign(file, { externalModuleIndicator: true });
  compiler.bindSourceFile(file, {});
  return file;
}

function checkCall(node: ts.Node): Pick<CheckCall, "id" | "answer"> | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [id, answer] = node.arguments;
  if (node.expression.text !== "check" || id === undefined || !ts.isStringLiteralLike(id)) return undefined;
  return { id: id.text, answer };
}

function importedNames({ importClause }: ts.ImportDeclaration): string[] {
  const { name, namedBindings } = importClause ?? {};
  const bound =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name.text]
        : namedBindings.elements.map((element) => element.name.text);
  return [...(name === undefined ? [] : [name.text]), ...bound];
}

/** Whether a function runs where it stands: one that is called at once, or handed to a call. */
function isCalledAtOnce({ parent }: ts.Node): boolean {
  return ts.isParenthesizedExpression(parent) ? isCalledAtOnce(parent) : ts.isCallExpression(parent);
}

/** The names that a statement calls when it is run. */
function calledBy(statement: ts.Node): string[] {
  const calls = nodesIn(statement, (node) => ts.isFunctionLike(node) && !isCalledAtOnce(node));
  return rootsOf(calls.filter(ts.isCallOrNewExpression).map(({ expression }) => expression));
}

/** The names that all cells share at the roots of these, each once. */
function rootsOf(expressions: readonly ts.Expression[]): string[] {
  const roots = expressions.flatMap((one) => rootOf(one) ?? []);
  return [...new Set(roots.filter(isShared).map(({ text }) => text))];
}

/** The methods that change a list. */
const CHANGING = new Set([
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
]);

/**
 * The names outside of a part of a program to which it gives another value, or an entry of which.
 * @param isChange whether a call of a method by this name changes what it is called of
 * @param enters whether what a function does counts
 * @param handsOver whether what is handed to a call may be changed by it
 */
function changedIn(
  part: ts.Node,
  isChange: (method: string) => boolean,
  enters: (node: ts.Node) => boolean,
  handsOver = true,
): string[] {
  const nodes = nodesIn(part, (node) => ts.isFunctionLike(node) && !enters(node));
  const targets = nodes.flatMap((node) => {
    if (!ts.isCallExpression(node)) return targetsOf(node);
    const { expression: method } = node;
    const isChanging = ts.isPropertyAccessExpression(method) && isChange(method.name.text);
    return [...(isChanging ? [method.expression] : []), ...(handsOver ? node.arguments : [])];
  });
  return rootsOf(targets);
}

/** What a part of a program gives another value: the left side of an assignment or of a loop over a list, what is counted or deleted. */
function targetsOf(node: ts.Node): ts.Expression[] {
  if (isAssignment(node)) return partsOf(node.left);
  if (ts.isForInStatement(node) || ts.isForOfStatement(node))
    return ts.isVariableDeclarationList(node.initializer) ? [] : partsOf(node.initializer);
  if (ts.isDeleteExpression(node)) return [node.expression];
  const counted = countedBy(node);
  return counted === undefined ? [] : [counted];
}

/** What stands in a pattern: `[a, b.c = 1, ...d]`, `{ a, b: c }`. */
function partsOf(target: ts.Expression): ts.Expression[] {
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(partsOf);
  if (ts.isObjectLiteralExpression(target))
    return target.properties.flatMap((one) =>
      ts.isPropertyAssignment(one)
        ? partsOf(one.initializer)
        : ts.isSpreadAssignment(one)
          ? partsOf(one.expression)
          : ts.isShorthandPropertyAssignment(one)
            ? [one.name]
            : [],
    );
  if (ts.isSpreadElement(target)) return partsOf(target.expression);
  if (ts.isBinaryExpression(target)) return partsOf(target.left);
  return [target];
}

/** The name at the root of `table.rows[0]`. */
function rootOf(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node)
  )
    return rootOf(node.expression);
  return undefined;
}
