import { nodesIn, ts, type TS } from "./typescript.ts";
import { isChecked } from "../cell/only-functions.ts";
import type { Report } from "../errors/report.ts";
import type { EarlierCells } from "./earlier.ts";

/** A cell that the compiler has refused. */
interface RefusedCell {
  readonly count: number;
  /** Why, where it was run all the same so that what it declares can be checked. */
  readonly tried?: Report;
}

/** The names that were last declared in a cell which the compiler has refused. */
export class RefusedNames {
  readonly #cells = new Map<string, RefusedCell>();

  set(name: string, cell: RefusedCell): void {
    this.#cells.set(name, cell);
  }

  /** A cell has declared it that was not refused. */
  delete(name: string): void {
    this.#cells.delete(name);
  }

  /** Those that have a value which can be checked, and why their cells are refused. */
  get tried(): (readonly [name: string, why: Report])[] {
    return [...this.#cells].flatMap(([name, { tried }]) => (tried ? [[name, tried] as const] : []));
  }

  /** Where a cell would use such a name: to `check` alone is handed what was tried, and an older one never in its place. */
  usesIn(program: TS.Program, cell: TS.SourceFile, earlier: EarlierCells): TS.Diagnostic[] {
    if (this.#cells.size === 0) return [];
    const checker = program.getTypeChecker();

    const means = (name: TS.Identifier): boolean => {
      const symbol = ts.isShorthandPropertyAssignment(name.parent)
        ? checker.getShorthandAssignmentValueSymbol(name.parent)
        : checker.getSymbolAtLocation(name);
      return symbol !== undefined && earlier.declares(symbol);
    };
    return nodesIn(cell)
      .filter(ts.isIdentifier)
      .flatMap((node) => {
        const refused = this.#cells.get(node.text);
        if (!refused || (refused.tried !== undefined) === isChecked(node) || !means(node)) return [];
        const messageText = `the compiler refuses cell ${String(refused.count)}, which declares \`${node.text}\`: mend it and run it again`;
        return {
          ...{ file: cell, start: node.getStart(), length: node.getWidth(), code: 0, messageText },
          category: ts.DiagnosticCategory.Error,
        };
      });
  }
}
