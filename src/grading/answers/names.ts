import { isDeclaredAround, isSpokenOf } from "../../kernel/core/cell/needed.ts";
import { localsOf, nodesIn, ts, type TS } from "../../kernel/core/compiler/typescript.ts";

/** The names that a part of a cell takes from outside of itself, as values. */
export function usedBy(part: TS.Node): Set<string> {
  const names = nodesIn(part, isType).filter(ts.isIdentifier);
  return new Set(names.filter((name) => isSpokenOf(name) && isShared(name)).map(({ text }) => text));
}

/** Whether a name means what all cells share, and nothing that is declared around it within its cell. */
export function isShared(node: TS.Identifier): boolean {
  return !isDeclaredAround(node, (place) => !ts.isSourceFile(place));
}

const isType = (node: TS.Node): boolean =>
  (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isInterfaceDeclaration(node);

/** The values that each statement at the top of a bound cell declares, those in its blocks with `var` among them. */
export function declarationsIn(file: TS.SourceFile): ReadonlyMap<TS.Node, readonly string[]> {
  const found = new Map<TS.Node, string[]>();
  for (const { name, flags, declarations = [] } of localsOf(file).values()) {
    if ((flags & ts.SymbolFlags.Value) === 0) continue;
    for (const declaration of declarations) {
      const statement = ts.findAncestor(declaration, ({ parent }) => parent === file)!;
      const names = found.get(statement) ?? [];
      if (!names.includes(name)) found.set(statement, [...names, name]);
    }
  }
  return found;
}
