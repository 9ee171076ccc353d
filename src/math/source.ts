import type { MathNode } from "mathjs";
import { type Dialect, print, type Replace, type SymbolPrinter } from "./print.ts";

const SOURCE: Dialect = {
  notation: "source",
  open: "(",
  close: ")",
  times: "*",
  keepsParentheses: true,
  number: (value) => {
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential() : String(value);
  },
};

/** An expression in its own language, so that it can be parsed again, or with numbers in the places of names. */
export function toSource(node: MathNode, symbol: SymbolPrinter = (name) => name, replace?: Replace): string {
  return print(node, SOURCE, symbol, replace);
}
