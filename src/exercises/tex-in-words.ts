import { GREEK } from "../math/greek.ts";

const SIGNS: Readonly<Record<string, string>> = {
  cdot: "·",
  times: "×",
  dots: "...",
  le: "≤",
  ge: "≥",
  approx: "≈",
  to: "→",
  infty: "∞",
  varepsilon: "ε",
  partial: "∂",
  nabla: "∇",
  top: "ᵀ",
  ln: "ln",
  exp: "exp",
  quad: " ",
  qquad: "  ",
  left: "",
  right: "",
};

const RAISED = Object.fromEntries(Array.from("0123456789−", (sign, i) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"[i]!]));
const LOWERED = Object.fromEntries(Array.from("0123456789", (sign, i) => [sign, "₀₁₂₃₄₅₆₇₈₉"[i]!]));

/** A formula in TeX as plain text, where nothing sets it: √(1 − ζ). */
export function texInWords(tex: string): string {
  let text = tex
    .replaceAll("{,}", ",")
    .replaceAll("-", "−")
    .replaceAll(/\\[,;! ]/g, " ");
  for (let before = ""; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\\text\{([^{}]*)\}/g, "$1")
      .replaceAll(/\\hat\{?([A-Za-z])\}?/g, "$1\u0302")
      .replaceAll(
        /\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}/g,
        (_, a: string, b: string) => `${grouped(a)}/${grouped(b)}`,
      )
      .replaceAll(/\\sqrt\{([^{}]*)\}/g, (_, inner: string) => `√${grouped(inner)}`)
      .replaceAll(/\^\{([^{}]*)\}/g, (_, inner: string) => placed("^", inner, RAISED))
      .replaceAll(/_\{([^{}]*)\}/g, (_, inner: string) => placed("_", inner, LOWERED))
      .replaceAll(/\\([a-zA-Z]+)/g, (whole, name: string) => SIGNS[name] ?? GREEK[name] ?? whole);
  }
  return text
    .replaceAll(/\^(\w)/g, (_, sign: string) => placed("^", sign, RAISED))
    .replaceAll(/_(\w)/g, (_, sign: string) => placed("_", sign, LOWERED))
    .replaceAll(/(?<=\() +| +(?=\))/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** In parentheses, unless it is one thing. */
function grouped(inner: string): string {
  return /^[\p{L}\p{N}\p{M}.,^_₀-₉⁰-⁹²³]*$/u.test(inner.trim()) ? inner.trim() : `(${inner.trim()})`;
}

function placed(mark: string, inner: string, signs: Readonly<Record<string, string>>): string {
  const all = Array.from(inner.trim(), (sign) => signs[sign]);
  return all.includes(undefined) ? `${mark}${grouped(inner)}` : all.join("");
}
