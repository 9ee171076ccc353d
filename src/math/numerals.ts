/** Numbers as people read them: in tables, answers and sentences, and beside pictures. */
import { minus, raised } from "./digits.ts";

/** Beyond these powers of ten a number is written with one. */
const PLAIN = { from: -3, below: 6 };

/**
 * A number with so many significant digits, a real minus sign, and a power of ten where it is very small or very large.
 * For -0.4561: `"−0.456"`.
 */
export function numeral(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return minus(String(value)).replace("Infinity", "∞");
  const sign = value < 0 ? "−" : "";
  const text = Math.abs(value).toExponential(digits - 1);
  const [factor, exponent] = text.split("e").map(Number) as [number, number];
  if (exponent >= PLAIN.from && exponent < PLAIN.below) return sign + String(Number(text));
  const power = `10${raised(exponent)}`;
  return sign + (factor === 1 ? power : `${factor}·${power}`);
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
