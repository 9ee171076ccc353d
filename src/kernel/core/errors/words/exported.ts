import { ts, type TS } from "../../compiler/typescript.ts";

/** What a module exports of values. */
export function valuesOf(program: TS.Program, path: string): TS.Symbol[] {
  return exportsOf(program, path, true);
}

/** The names of what a module exports of types alone. */
export function typesOf(program: TS.Program, path: string): string[] {
  return exportsOf(program, path, false).map(({ name }) => name);
}

function exportsOf(program: TS.Program, path: string, areValues: boolean): TS.Symbol[] {
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  const all = symbol ? checker.getExportsOfModule(symbol) : [];
  return all.filter((one) => ((skipAlias(checker, one).flags & ts.SymbolFlags.Value) !== 0) === areValues);
}

export function skipAlias(checker: TS.TypeChecker, symbol: TS.Symbol): TS.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
