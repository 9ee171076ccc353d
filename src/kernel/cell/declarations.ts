import type * as TS from "@tslab/typescript-for-tslab";
import { type Compiler, localsOf } from "../compiler/internals.ts";

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

/** Declarations of the `var`s in blocks and loops of a cell: they belong to all of it, and the compiler leaves them out. */
export function blockVariables(ts: Compiler, checker: TS.TypeChecker, file: TS.SourceFile): string {
  const lines = [...localsOf(file).values()].flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (!declaration || (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)))
      return [];
    const statement = ts.findAncestor(declaration, ts.isVariableStatement);
    if (statement?.parent === file) return [];
    const type = checker.typeToString(
      checker.getTypeOfSymbolAtLocation(symbol, declaration),
      undefined,
      ts.TypeFormatFlags.NoTruncation,
    );
    return [`declare let ${symbol.name}: ${type};\n`];
  });
  return lines.join("");
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
