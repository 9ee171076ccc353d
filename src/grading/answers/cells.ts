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
  /** Names that it gives another value, or an entry of which. */
  readonly assigns: readonly string[];
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
      .map((node) => ({ node, file, cell, declares: declaredBy(node), assigns: assignedBy(node) }));
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
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node))
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

/** What a statement by itself changes: `mine = ...`, `table[i] = ...`, `list.push(...)`, and loops around these. */
function assignedBy(statement: ts.Statement): string[] {
  if (declaredBy(statement).length > 0) return [];
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    const target =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
        ? node.expression.expression
        : targetOf(node);
    const root = target && rootOf(target);
    if (root !== undefined) names.add(root);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return [...names];
}

const isAssignment = ({ kind }: ts.Node): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What an expression gives another value: the left side of an assignment, what `++` and `--` count. */
export function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken)) return node.left;
  const isCounted =
    ts.isPostfixUnaryExpression(node) ||
    (ts.isPrefixUnaryExpression(node) &&
      [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator));
  return isCounted ? node.operand : undefined;
}

/** The name at the root of `table.rows[0]`. */
export function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isParenthesizedExpression(node)
  )
    return rootOf(node.expression);
  return undefined;
}
