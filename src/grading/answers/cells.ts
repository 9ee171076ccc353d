import ts from "typescript";

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
  /** Names that it gives another value, or an entry of which, where it declares nothing. */
  readonly assigns: readonly string[];
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
  readonly statements: readonly Statement[];
  readonly checks: readonly CheckCall[];
  /** Names that are imported, and so not there where answers are graded. */
  readonly imported: ReadonlySet<string>;
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
    statements: read.flatMap((cell) => cell?.statements ?? []),
    checks: read.flatMap((cell) => cell?.checks ?? []),
    imported: new Set(read.flatMap((cell) => cell?.imported ?? [])),
    unread: read.flatMap((cell, i) => (cell === undefined ? [i] : [])),
  };
}

interface ReadCell {
  readonly statements: readonly Statement[];
  readonly checks: readonly CheckCall[];
  readonly imported: readonly string[];
}

/** Nothing where a cell is too long, or nested too deeply. */
function readCell({ source }: HandedIn, cell: number): ReadCell | undefined {
  if (source.length > LONGEST_CELL) return undefined;
  try {
    const file = ts.createSourceFile(`cell-${cell}.ts`, source, ts.ScriptTarget.ES2022, true);
    const statements = file.statements
      .filter((node) => !ts.isImportDeclaration(node))
      .map((node) => ({
        node,
        file,
        cell,
        declares: declaredBy(node),
        assigns: assignedBy(node),
        alters: changedIn(
          node,
          (method) => CHANGING.has(method),
          () => true,
        ),
      }));
    const imported = file.statements.flatMap((node) =>
      ts.isImportDeclaration(node) ? importedNames(node) : [],
    );
    const checks: CheckCall[] = [];
    const visit = (node: ts.Node): void => {
      const call = checkCall(node);
      if (call !== undefined) checks.push({ ...call, file, cell });
      ts.forEachChild(node, visit);
    };
    visit(file);
    return { statements, checks, imported };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
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

function declaredBy(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node)
  )
    return node.name === undefined ? [] : [node.name.text];
  return [];
}

/** The names in a pattern. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

/** What a statement by itself changes: `mine = ...`, `[mine] = ...`, `table[i] = ...`, `list.push(...)`, and loops and calls around these. */
function assignedBy(statement: ts.Statement): string[] {
  if (declaredBy(statement).length > 0) return [];
  return changedIn(
    statement,
    () => true,
    ({ parent }) => ts.isCallExpression(parent),
  );
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
 */
function changedIn(
  part: ts.Node,
  isChange: (method: string) => boolean,
  enters: (node: ts.Node) => boolean,
): string[] {
  const names = new Set<string>();
  const own = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !enters(node)) return;
    if (ts.isParameter(node) || ts.isVariableDeclaration(node))
      for (const name of boundNames(node.name)) own.add(name);
    const called =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
        ? node.expression
        : undefined;
    const targets =
      called === undefined ? targetsOf(node) : isChange(called.name.text) ? [called.expression] : [];
    for (const root of targets.map(rootOf)) if (root !== undefined) names.add(root);
    ts.forEachChild(node, visit);
  };
  visit(part);
  return [...names].filter((name) => !own.has(name));
}

const isAssignment = ({ kind }: ts.Node): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What a part of a program gives another value: the left side of an assignment or of a loop over a list, what is counted or deleted. */
function targetsOf(node: ts.Node): ts.Expression[] {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken)) return partsOf(node.left);
  if (ts.isForInStatement(node) || ts.isForOfStatement(node))
    return ts.isVariableDeclarationList(node.initializer) ? [] : partsOf(node.initializer);
  if (ts.isDeleteExpression(node)) return [node.expression];
  const isCounted =
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) &&
      [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator));
  return isCounted ? [node.operand] : [];
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
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node)
  )
    return rootOf(node.expression);
  return undefined;
}
