/** How a number is written for people, in one place: in tables, formulas, answers and sentences, and beside pictures. */

/** Digits of a number at most, wherever somebody reads it. */
export const MOST_DIGITS = 6;

/** Beyond these powers of ten a number is written with one. */
const PLAIN = { from: -3, below: 6 };

/** Whether a number of this size is written without a power of ten. */
export const isWrittenOut = (exponent: number): boolean => exponent >= PLAIN.from && exponent < PLAIN.below;

/** What a finite number is written with: its digits, and the power of ten that they are times where it has one. */
interface Written {
  readonly sign: "" | "−";
  readonly factor: string;
  readonly exponent?: number;
}

/** The parts of a number with so many significant digits; of 10⁻⁷ the factor is `"1"`. */
export function writtenParts(value: number, digits = MOST_DIGITS): Written {
  const sign = value < 0 ? "−" : "";
  const text = Math.abs(value).toExponential(digits - 1);
  const [factor, exponent] = text.split("e").map(Number) as [number, number];
  return isWrittenOut(exponent)
    ? { sign, factor: String(Number(text)) }
    : { sign, factor: String(factor), exponent };
}

/**
 * A number with so many significant digits, a real minus sign, and a power of ten where it is very small or very large.
 * For -0.4561: `"−0.456"`.
 */
export function numeral(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return minus(String(value)).replace("Infinity", "∞");
  const { sign, factor, exponent } = writtenParts(value, digits);
  return sign + (exponent === undefined ? factor : timesPower(factor, exponent));
}

/** Digits times a power of ten: `"2.5·10⁻⁷"`, and `"10⁻⁷"` for a factor of 1. */
export function timesPower(factor: string, exponent: number): string {
  const power = `10${raised(exponent)}`;
  return factor === "1" ? power : `${factor}·${power}`;
}

/**
 * The same with six digits, as all that stands for itself is shown. What is copied into a program is `formatNumber`'s.
 * For 1/3: `"0.333333"`.
 */
export const numberText = (value: number): string => numeral(value, MOST_DIGITS);

/** Powers of ten that are written out. */
const WRITTEN = 3;

/** A power of ten as it stands beside an axis of logarithms: `"0.01"` for -2, `"10⁻⁵"` for -5. */
export function power(exponent: number): string {
  return Math.abs(exponent) <= WRITTEN ? numeral(10 ** exponent) : timesPower("1", exponent);
}

/** A point as it is read: `(−8, 1.5)`. */
export function pointNumeral(point: ArrayLike<number>): string {
  return `(${Array.from(point, (x) => numeral(x, 3)).join(", ")})`;
}

/** A number with the true minus sign. */
export const minus = (text: string): string => text.replace("-", "−");

/** An exponent in small raised digits. */
function raised(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
}
