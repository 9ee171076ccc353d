import type * as TS from "typescript";
import { type Compiler, localsOf } from "../compiler/typescript.ts";

/**
 * The declarations to keep when a cell did not come to its end: all types, and of its values those that `reached` says
 * are there. A name that was not reached keeps the meaning it had before.
 */
export function keptDeclarations(
  ts: typeof TS,
  before: string,
  after: string,
  reached: (name: string) => boolean,
): string {
  const parse = (text: string) =>
    ts.createSourceFile("declarations.d.ts", text, ts.ScriptTarget.Latest, true);
  const known = new Set(parse(before).statements.map((statement) => statement.getFullText().trim()));
  const missing = new Set<string>();
  const kept = parse(after).statements.filter((statement) => {
    if (known.has(statement.getFullText().trim())) return true;
    const names = valueNames(ts, statement);
    const all = names.every(reached);
    if (!all) for (const name of names) missing.add(name);
    return all;
  });
  const keptNames = new Set(kept.flatMap((statement) => valueNames(ts, statement)));
  const restored = parse(before).statements.filter((statement) => {
    const names = valueNames(ts, statement);
    return names.some((name) => missing.has(name)) && !names.some((name) => keptNames.has(name));
  });
  return [...restored, ...kept].map((statement) => statement.getFullText().trim()).join("\n");
}

/** The names that a cell declares at its top. */
export function declaredNames(ts: Compiler, code: string): string[] {
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, ts.ScriptTarget.Latest, true);
  ts.bindSourceFile(file, {});
  return [...localsOf(file).keys()].map(ts.unescapeLeadingUnderscores);
}

/** Declarations of the `var`s in blocks and loops of a cell: they belong to all of it, and the compiler leaves them out. */
export function blockVariables(ts: Compiler, checker: TS.TypeChecker, file: TS.SourceFile): string {
  const lines = [...localsOf(file).values()].flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (!declaration || (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)))
      return [];
    const statement = ts.findAncestor(declaration, ts.isVariableStatement);
    return statement?.parent === file ? [] : [variable(ts, checker, symbol, declaration)];
  });
  return lines.join("");
}

/**
 * Declarations of all that a cell declares at its top, for a cell of which the compiler can make none: where it would
 * have to name what has no name outside of a function. That is `any` for the cells after it.
 */
export function plainDeclarations(ts: Compiler, checker: TS.TypeChecker, file: TS.SourceFile): string {
  const lines = [...localsOf(file).values()].flatMap((symbol) => {
    const value = symbol.valueDeclaration;
    if (
      value &&
      (ts.isVariableDeclaration(value) || ts.isBindingElement(value) || ts.isFunctionDeclaration(value))
    )
      return [variable(ts, checker, symbol, value)];
    // With what a declaration file should not have, as bodies of methods: the compiler reads it and does not complain.
    return (symbol.declarations ?? []).map((declaration) => {
      const statement = ts.findAncestor(declaration, (node) => node.parent === file);
      return `${statement && ts.isImportDeclaration(statement) ? "" : "declare "}${statement?.getText() ?? ""}\n`;
    });
  });
  return [...new Set(lines)].join("");
}

function variable(ts: Compiler, checker: TS.TypeChecker, symbol: TS.Symbol, declaration: TS.Node): string {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return `declare let ${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)};\n`;
}

/** Namespaces, global declarations and imports with `=` of earlier cells that this one does not declare anew: tslab lets go of them. */
export function namespacesBefore(ts: Compiler, before: string, file: TS.SourceFile): string {
  if (!/^(declare (namespace|global)|import \w+ =)/m.test(before)) return "";
  const earlier = ts.createSourceFile("declarations.d.ts", before, ts.ScriptTarget.Latest, true);
  return earlier.statements
    .filter(
      (node): node is TS.ModuleDeclaration | TS.ImportEqualsDeclaration =>
        ts.isModuleDeclaration(node) || ts.isImportEqualsDeclaration(node),
    )
    .filter(({ name }) => !localsOf(file).has(ts.escapeLeadingUnderscores(name.text)))
    .map((node) => `${node.getFullText().trim()}\n`)
    .join("");
}

/** The names a statement declares that are values when the program runs. */
function valueNames(ts: typeof TS, statement: TS.Statement): string[] {
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
