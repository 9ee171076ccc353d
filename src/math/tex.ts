import type { MathNode } from "mathjs";
import { GREEK } from "./greek.ts";
import { MOST_DIGITS, writtenParts } from "./numerals.ts";
import { type Dialect, print, type SymbolPrinter } from "./print.ts";

/** How symbols and products appear: as letters, or with numbers put in. */
export interface Style {
  readonly symbol: SymbolPrinter;
  /** Between the factors of a product. */
  readonly times: string;
}

const TEX: Omit<Dialect, "times"> = {
  notation: "tex",
  open: "\\left(",
  close: "\\right)",
  keepsParentheses: false,
  number: formatTex,
};

/** An expression as TeX. Divisions are fractions; parentheses stand only where they are needed. */
export function toTex(node: MathNode, { symbol, times }: Style): string {
  return print(node, { ...TEX, times }, symbol);
}

/**
 * A number rounded to six significant digits, as programs read it: `0.1`, `-1.5`, `0.333333`, `1e-7`.
 * @example formatNumber(1 / 3) // "0.333333"
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  const rounded = Number(value.toPrecision(MOST_DIGITS));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return rounded.toExponential().replace("e+", "e");
  return String(rounded);
}

/** A number as people write it, as TeX. */
export function formatTex(value: number): string {
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  const { sign, factor, exponent } = writtenParts(value);
  const digits = exponent !== undefined && factor === "1" ? "" : factor;
  const power = exponent === undefined ? "" : `10^{${exponent}}`;
  return (sign === "" ? "" : "-") + [digits, power].filter((part) => part !== "").join(" \\cdot ");
}

/**
 * The TeX of a name: Greek letters, digits as an index, Hat and Bar as accents.
 * @example texOfName("beta1") // "\\beta_{1}"
 */
export function texOfName(name: string): string {
  const [, body = name, digits = ""] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const [, base = body, accent = ""] = /^(.+?)(Hat|Bar|Max)?$/.exec(body) ?? [];
  const letter =
    base === "epsilon"
      ? "\\varepsilon"
      : Object.hasOwn(GREEK, base)
        ? `\\${base}`
        : base.length === 1
          ? base
          : `\\mathrm{${base}}`;
  const accented =
    accent === "Max" ? `${letter}^{\\max}` : accent === "" ? letter : `\\${accent.toLowerCase()}{${letter}}`;
  return digits === "" ? accented : `${accented}_{${digits}}`;
}
