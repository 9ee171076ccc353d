import { localsOf, ts, type TS } from "../compiler/typescript.ts";
import type { SharedScope } from "./shared-scope.ts";

/** What earlier cells declared. */
interface Earlier {
  declares(symbol: TS.Symbol): boolean;
}

/** What of a cell's text means a name that all cells share. */
export class SharedNames {
  constructor(
    private readonly checker: TS.TypeChecker,
    private readonly cell: TS.SourceFile,
    private readonly earlier: Earlier,
    private readonly scope: SharedScope,
  ) {}

  /** What the object that holds a name is called. */
  holderOf(name: string): string {
    return this.scope.holderOf(name);
  }

  /** True for a name that a call may change. */
  mayChange(name: string): boolean {
    return this.scope.changing.has(name);
  }

  /** True when the identifier is a reference to a shared name. */
  isReference(node: TS.Identifier): boolean {
    const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    return ts.isExpressionNode(node) && !isProperty && this.isMeant(node);
  }

  /** True when the identifier, as the beginning of `import x = Some.name` is one, means a shared name. */
  isMeant(node: TS.Identifier): boolean {
    const symbol = this.checker.getSymbolAtLocation(node);
    return symbol !== undefined && this.#isShared(symbol, node.text) && !this.#isInside(symbol, node);
  }

  /** True when `{ name }` takes (or, in a pattern, sets) a shared name. */
  isShorthand(node: TS.ShorthandPropertyAssignment): boolean {
    const symbol = this.checker.getShorthandAssignmentValueSymbol(node);
    return symbol !== undefined && this.#isShared(symbol, node.name.text) && !this.#isInside(symbol, node);
  }

  /** True when an imported name stands for a value, and not only for a type. */
  isImportedValue(name: TS.Identifier): boolean {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return true;
    const target = this.checker.getAliasedSymbol(symbol);
    return (target.flags & ts.SymbolFlags.Value) !== 0;
  }

  #isShared(symbol: TS.Symbol, name: string): boolean {
    const key = ts.escapeLeadingUnderscores(name);
    return localsOf(this.cell).get(key) === symbol || this.earlier.declares(symbol);
  }

  /** A function, class or enum calls itself by its own name, as its declaration binds it. */
  #isInside(symbol: TS.Symbol, node: TS.Node): boolean {
    return symbol.declarations!.some(
      (declaration) =>
        !ts.isVariableDeclaration(declaration) &&
        ts.findAncestor(node, (ancestor) => ancestor === declaration) !== undefined,
    );
  }
}
