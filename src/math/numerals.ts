/** Numbers as people read them: in tables, answers and sentences, and beside pictures. */
import { minus, raised } from "./digits.ts";

/** Beyond these a number is written with a power of ten. */
const PLAIN = { from: 1e-3, below: 1e6 };

/**
 * A number with so many significant digits, a real minus sign, and a power of ten where it is very small or very large.
 * For -0.4561: `"−0.456"`.
 */
export function numeral(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return minus(String(value)).replace("Infinity", "∞");
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size === 0) return "0";
  if (size >= PLAIN.from && size < PLAIN.below) return sign + String(Number(size.toPrecision(digits)));
  const [mantissa = "", exponent = ""] = size.toExponential(digits - 1).split("e");
  const power = `10${raised(Number(exponent))}`;
  const factor = String(Number(mantissa));
  return sign + (factor === "1" ? power : `${factor}·${power}`);
}

/** Digits of numbers that stand for themselves, with no picture beside them. */
const ALONE = 6;

/**
 * The same with six digits, as tables and answers show a number. What is copied into a program is `formatNumber`'s.
 * For 1/3: `"0.333333"`.
 */
export const numberText = (value: number): string => numeral(value, ALONE);

/** Powers of ten that are written out. */
const WRITTEN = 3;

/** A power of ten as it stands beside an axis of logarithms: `"0.01"` for -2, `"10⁻⁵"` for -5. */
export function power(exponent: number): string {
  return Math.abs(exponent) <= WRITTEN ? numeral(10 ** exponent) : `10${raised(exponent)}`;
}

/** A point as it is read: `(−8, 1.5)`. */
export function pointNumeral(point: ArrayLike<number>): string {
  return `(${Array.from(point, (x) => numeral(x, 3)).join(", ")})`;
}
