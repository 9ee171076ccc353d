import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { writeIfChanged } from "../../system/whole-file.js";
import { sourceIn } from "../../kernel/core/cell/source.ts";
import type { LibrarySources } from "../../kernel/core/compiler/sources.ts";
import type { Made } from "./made.ts";

/** Where a name is declared, and how it is called there. */
interface Declared {
  readonly file: string;
  readonly name: string;
}

/** Writes how each name of the library is declared, with its comment: what a notebook shows of `name??`. */
export function buildSources(entry: string, path: string): Promise<Made> {
  const files = new Set<string>();
  const sources: Record<string, LibrarySources[string]> = {};
  for (const [name, { file, name: local }] of exportsOf(entry, files)) {
    const text = sourceIn(readFileSync(file, "utf8"), local);
    sources[name] = { file: relative(dirname(entry), file), text };
  }
  writeIfChanged(path, JSON.stringify(sources));
  return Promise.resolve({ inputs: [...files], products: [path] });
}

/** The names that a file exports, its own and those of others; `read` gets the files that say so. */
function exportsOf(file: string, read: Set<string>): Map<string, Declared> {
  read.add(file);
  const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found = new Map<string, Declared>();
  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement)) {
      for (const name of exportedNames(statement)) found.set(name, { file, name });
      continue;
    }
    const { moduleSpecifier: from, exportClause: clause } = statement;
    if (!from || !ts.isStringLiteral(from)) continue;
    const others = exportsOf(join(dirname(file), from.text), read);
    if (!clause) for (const [name, declared] of others) found.set(name, declared);
    else if (ts.isNamedExports(clause))
      for (const { name, propertyName = name } of clause.elements) {
        const declared = others.get(propertyName.text);
        if (declared) found.set(name.text, declared);
      }
  }
  return found;
}

/** The names that a statement declares and exports. */
function exportedNames(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return name ? [name.text] : [];
}
