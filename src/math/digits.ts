/** Numbers to compute with by pencil: few digits, and as many as are asked for. */

/** How many digits the largest number of a column has to begin with, and a power of ten's factor. */
const DIGITS = 4;
const FACTOR_DIGITS = 3;

/** Outside of these a number is written as a power of ten. */
const SMALL = 1e-3;
const LARGE = 1e7;

/** How many decimals a column may have more than its largest number needs, so that a smaller one has two digits. */
const MORE_FOR_SMALLER = 2;

/** Beyond these a number is what it is but for the rounding of its computation. */
const NOISE = 1e-12;

/** Numbers as they stand in a column. */
export interface Column {
  readonly texts: readonly string[];
  /** What the texts say. */
  readonly numbers: readonly number[];
  /** By how much the last digit of each counts; noughts at the end that are left out are digits too. */
  readonly units: readonly number[];
  /** Whether more digits would say nothing more. */
  readonly isExact: boolean;
}

/**
 * Numbers under one another: at most four digits, with the same decimals; tiny and huge ones as powers of ten. Of
 * -6.97264 and -0.87061 the texts are "−6.973" and "−0.871".
 * @param more how many digits to show beyond these
 */
export function columnOf(values: readonly number[], more = 0): Column {
  const plain = values.filter(isPlain);
  const most = decimalsFor(plain, more);
  const decimals = areExact(plain, most) ? fewestDecimals(plain, most) : most;
  const cells = values.map((value) =>
    isPlain(value) && !(value !== 0 && Math.abs(value) < 0.5 * 10 ** -most)
      ? { text: minus(value.toFixed(decimals)), number: Number(value.toFixed(decimals)), unit: 10 ** -most }
      : powerOfTen(value, FACTOR_DIGITS + more),
  );
  const numbers = cells.map(({ number }) => number);
  return {
    texts: cells.map(({ text }) => text),
    numbers,
    units: cells.map(({ unit }) => unit),
    isExact: values.every((value, k) => isClose(value, numbers[k]!)),
  };
}

/** A number with all its digits, as one that was chosen has: `0.1`, `10⁻⁸`. */
export function exactly(value: number): string {
  const column = Array.from({ length: 14 }, (_, more) => columnOf([value], more));
  return (column.find(({ isExact }) => isExact) ?? column.at(-1)!).texts[0]!;
}

/** A number with the true minus sign. */
export const minus = (text: string): string => text.replace("-", "−");

const isPlain = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= SMALL && Math.abs(value) < LARGE);

function decimalsFor(values: readonly number[], more: number): number {
  const places = values
    .filter((value) => value !== 0)
    .map((value) => Math.floor(Math.log10(Math.abs(value))));
  if (places.length === 0) return 0;
  const decimals = Math.max(0, DIGITS - 1 + more - Math.max(...places));
  const forSmallest = 1 - Math.min(...places);
  return Math.min(15, Math.max(decimals, Math.min(forSmallest, decimals + MORE_FOR_SMALLER)));
}

function areExact(values: readonly number[], decimals: number): boolean {
  return values.every((value) => isClose(value, Number(value.toFixed(decimals))));
}

function fewestDecimals(values: readonly number[], most: number): number {
  let decimals = most;
  while (decimals > 0 && areExact(values, decimals - 1)) decimals -= 1;
  return decimals;
}

const isClose = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= NOISE * Math.abs(a);

function powerOfTen(value: number, digits: number): { text: string; number: number; unit: number } {
  if (!Number.isFinite(value)) return { text: minus(String(value)), number: value, unit: 1 };
  const [factor = "", exponent = "0"] = value.toExponential(Math.min(15, digits - 1)).split("e");
  const short = isClose(value, Number(`${factor}e${exponent}`)) ? String(Number(factor)) : factor;
  const power = `10${raised(Number(exponent))}`;
  return {
    text: minus(short === "1" ? power : short === "-1" ? `-${power}` : `${short}·${power}`),
    number: Number(`${factor}e${exponent}`),
    unit: 10 ** (Number(exponent) - digits + 1),
  };
}

/** An exponent in small raised digits. */
export function raised(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
}
