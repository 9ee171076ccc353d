import type { MathNode } from "mathjs";
import { type Dialect, print, type Replace, type SymbolPrinter } from "./print.ts";
import { programNumber } from "./source.ts";

const PYTHON: Dialect = {
  notation: "python",
  open: "(",
  close: ")",
  times: "*",
  keepsParentheses: false,
  number: programNumber,
};

/** An expression as Python, with NumPy as `np`. */
export function toPython(node: MathNode, symbol: SymbolPrinter, replace?: Replace): string {
  return print(node, PYTHON, symbol, replace);
}
