import { firstUnread, localsOf, ts, type TS } from "../compiler/typescript.ts";

/** Of the declarations of a cell that did not come to its end: all types, and those values that `reached` says are there. */
export function keptDeclarations(declarations: string, reached: (name: string) => boolean): string {
  const file = ts.createSourceFile("declarations.d.ts", declarations, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((statement) => valueNames(statement).every(reached))
    .map((statement) => statement.getFullText().trim())
    .join("\n");
}

/** The names that a cell declares at its top; what stands behind a place that cannot be read, on its line, is none. */
export function declaredNames(code: string): string[] {
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, ts.ScriptTarget.Latest, true);
  ts.bindSourceFile(file, {});
  const unread = firstUnread(file);
  const isRead = (one: TS.Node): boolean =>
    unread === undefined ||
    one.getStart(file) < unread ||
    file.text.slice(unread, one.getStart(file)).includes("\n");
  return [...localsOf(file)]
    .filter(
      ([key, { declarations = [] }]) => key !== ts.InternalSymbolName.Global && declarations.some(isRead),
    )
    .map(([key]) => ts.unescapeLeadingUnderscores(key));
}

/** Declarations of the `var`s in blocks and loops of a cell: they belong to all of it, and the compiler leaves them out. */
export function blockVariables(checker: TS.TypeChecker, file: TS.SourceFile): string {
  const lines = [...localsOf(file).values()].flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (!declaration || (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)))
      return [];
    const statement = ts.findAncestor(declaration, ts.isVariableStatement);
    return statement?.parent === file ? [] : [variable(checker, symbol, declaration)];
  });
  return lines.join("");
}

/**
 * Declarations of all that a cell declares at its top, for a cell of which the compiler can make none: where it would
 * have to name what has no name outside of a function. That is `any` for the cells after it.
 */
export function plainDeclarations(checker: TS.TypeChecker, file: TS.SourceFile): string {
  const lines = [...localsOf(file).values()].flatMap((symbol) => {
    const value = symbol.valueDeclaration;
    if (
      value &&
      (ts.isVariableDeclaration(value) || ts.isBindingElement(value) || ts.isFunctionDeclaration(value))
    )
      return [variable(checker, symbol, value)];
    // With what a declaration file should not have, as bodies of methods: the compiler reads it and does not complain.
    return symbol.declarations!.map((declaration) => {
      const statement = ts.findAncestor(declaration, (node) => node.parent === file);
      return `${statement && ts.isImportDeclaration(statement) ? "" : "declare "}${statement?.getText() ?? ""}\n`;
    });
  });
  return [...new Set(lines)].join("");
}

function variable(checker: TS.TypeChecker, symbol: TS.Symbol, declaration: TS.Node): string {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return `declare let ${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)};\n`;
}

/** The names a statement declares that are values when the program runs. */
function valueNames(statement: TS.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  )
    return statement.name ? [statement.name.text] : [];
  return [];
}
