import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";

/** What a module exports of values. */
export function valuesOf(program: TS.Program, path: string): TS.Symbol[] {
  const checker = program.getTypeChecker();
  return exportsOf(program, path).filter(
    (one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) !== 0,
  );
}

/** The names of what a module exports of types alone. */
export function typesOf(program: TS.Program, path: string): string[] {
  const checker = program.getTypeChecker();
  return exportsOf(program, path)
    .filter((one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) === 0)
    .map(({ name }) => name);
}

function exportsOf(program: TS.Program, path: string): TS.Symbol[] {
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol ? checker.getExportsOfModule(symbol) : [];
}

export function skipAlias(checker: TS.TypeChecker, symbol: TS.Symbol): TS.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
