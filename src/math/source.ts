import type { MathNode } from "mathjs";
import { type Dialect, print, type Replace, type SymbolPrinter } from "./print.ts";

/** A number as programs write it: with an exponent where that is shorter. */
export function programNumber(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential() : String(value);
}

const SOURCE: Dialect = {
  notation: "source",
  open: "(",
  close: ")",
  times: "*",
  keepsParentheses: true,
  number: programNumber,
};

/** An expression in its own language, so that it can be parsed again, or with numbers in the places of names. */
export function toSource(node: MathNode, symbol: SymbolPrinter = (name) => name, replace?: Replace): string {
  return print(node, SOURCE, symbol, replace);
}
