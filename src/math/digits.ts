/** Numbers under one another, to compute with by pencil: few digits, and more where they are asked for. */
import { isWrittenOut, minus, MOST_DIGITS, timesPower } from "./numerals.ts";

/** How many digits the largest number of a column has to begin with, and a power of ten's factor. */
const DIGITS = 4;
const FACTOR_DIGITS = 3;

/** How many decimals a column may have more than its largest number needs, so that a smaller one has two digits. */
const MORE_FOR_SMALLER = 2;

/** With fewer digits than these a number in a column says too little, and has decimals of its own. */
const LEAST_DIGITS = 2;

/** How many digits may be asked for beyond those to begin with. */
export const MOST_MORE = MOST_DIGITS - DIGITS;

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
 * Numbers under one another: four digits, or up to six, with the same decimals but for what would
 * have one digit left; tiny and huge ones as powers of ten. Of
 * -6.97264 and -0.87061 the texts are "−6.973" and "−0.871".
 * @param more how many digits to show beyond these, up to `MOST_MORE`
 */
export function columnOf(values: readonly number[], more = 0): Column {
  const plain = values.filter(isPlain);
  const most = decimalsFor(plain, more);
  const decimals = areExact(plain, most) ? fewestDecimals(plain, most) : most;
  const saysEnough = (value: number): boolean =>
    areExact([value], most) || placeOf(value) + 1 + most >= LEAST_DIGITS + more;
  const cells = values.map((value) => {
    if (!isPlain(value)) return powerOfTen(value, FACTOR_DIGITS + more);
    return saysEnough(value)
      ? fixed(value, decimals, most)
      : fixed(value, FACTOR_DIGITS + more - 1 - placeOf(value));
  });
  const numbers = cells.map(({ number }) => number);
  return {
    texts: cells.map(({ text }) => text),
    numbers,
    units: cells.map(({ unit }) => unit),
    isExact: values.every((value, k) => isClose(value, numbers[k]!)),
  };
}

/** The power of ten of a number's first digit, as it is when it has been rounded. */
const placeOf = (value: number): number => Number(value.toExponential(MOST_DIGITS - 1).split("e")[1]);

const isPlain = (value: number): boolean => value === 0 || isWrittenOut(placeOf(value));

function decimalsFor(values: readonly number[], more: number): number {
  const places = values.filter((value) => value !== 0).map(placeOf);
  if (places.length === 0) return 0;
  const largest = Math.max(...places);
  const withDigits = (digits: number): number => Math.max(0, digits - 1 - largest);
  const decimals = withDigits(DIGITS + more);
  const forSmallest = Math.min(1 - Math.min(...places), decimals + MORE_FOR_SMALLER);
  return Math.min(Math.max(decimals, forSmallest), withDigits(MOST_DIGITS));
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

interface Cell {
  readonly text: string;
  readonly number: number;
  readonly unit: number;
}

function fixed(value: number, decimals: number, meant = decimals): Cell {
  const text = value.toFixed(decimals);
  return { text: minus(text), number: Number(text), unit: 10 ** -meant };
}

function powerOfTen(value: number, digits: number): Cell {
  if (!Number.isFinite(value)) return { text: minus(String(value)), number: value, unit: 1 };
  const written = Math.abs(value).toExponential(digits - 1);
  const [factor = "", exponent = "0"] = written.split("e");
  const short = isClose(Math.abs(value), Number(written)) ? String(Number(factor)) : factor;
  return {
    text: (value < 0 ? "−" : "") + timesPower(short, Number(exponent)),
    number: Math.sign(value) * Number(written),
    unit: 10 ** (Number(exponent) - digits + 1),
  };
}
