import type { MathNode } from "mathjs";
import { GREEK } from "./greek.ts";
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

const DIGITS = 6;

/**
 * A number rounded to six significant digits, the same everywhere: `0.1`, `-1.5`, `0.333333`, `1e-7`.
 * @example formatNumber(1 / 3) // "0.333333"
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  const rounded = Number(value.toPrecision(DIGITS));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return rounded.toExponential().replace("e+", "e");
  return String(rounded);
}

/** The same rounding, as TeX. */
export function formatTex(value: number): string {
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  const [mantissa, exponent] = formatNumber(value).split("e") as [string, string | undefined];
  if (exponent === undefined) return mantissa;
  return mantissa === "1" ? `10^{${exponent}}` : `${mantissa} \\cdot 10^{${exponent}}`;
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
