import type { MathNode } from "mathjs";
import { GREEK } from "./greek.ts";
import { lineNode } from "./line.ts";
import { numberText } from "./numerals.ts";
import { type Dialect, print, type Replace } from "./print.ts";

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** What a remembered quantity was before this step, in rules that keep it under a second name. */
export const OLD = "Old";

/**
 * A name as it is read: Greek letters, indices, hats.
 * @example nameText("beta1") // "β₁"
 */
export function nameText(name: string): string {
  const [, stem = name, digits = ""] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const [, base = stem, mark = ""] = /^(.+?)(Hat|Bar|Old)?$/.exec(stem) ?? [];
  const letter = Object.hasOwn(GREEK, base) ? GREEK[base]! : base;
  const index = digits.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
  if (mark === OLD) return `(old ${letter}${index})`;
  return letter + (mark === "Hat" ? "\u0302" : mark === "Bar" ? "\u0304" : "") + index;
}

const TEXT: Dialect = {
  notation: "text",
  open: "(",
  close: ")",
  times: "·",
  keepsParentheses: false,
  number: numberText,
};

/**
 * An expression as plain text that needs no typesetting, so that it reads the same on a terminal, in a card and in an
 * output without MathJax.
 * @param symbol what stands for a name; the name's letter by default, or a number to put in
 * @example formulaText("alpha*m - lambda*g^2") // "α·m − λ·g²"
 */
export function formulaText(
  expression: string | MathNode,
  symbol: (name: string) => string = nameText,
  replace?: Replace,
): string {
  return print(typeof expression === "string" ? lineNode(expression) : expression, TEXT, symbol, replace);
}
