import { counted } from "../../counted.ts";
import { compileValue } from "../../math/compile.ts";
import { valueOf } from "../../math/evaluate.ts";
import { ELEMENTWISE, FUNCTIONS } from "../../math/functions.ts";
import { lineNode } from "../../math/line.ts";
import { OPERATORS } from "../../math/operators.ts";
import { polar } from "../../math/polar.ts";

/** Entries of one case: its coordinates from `from` up to `to`. */
type Whole = (values: Float64Array, from: number, to: number, out: Float64Array) => void;

/** What an operation of the search computes, and how it reads. */
export interface Action {
  /** Number by number. */
  readonly each?: (a: number, b: number, c: number) => number;
  /** For each operand, what it is when the result and the other one are known: NaN for nothing, infinite for anything. */
  readonly undo?: readonly ((result: number, other: number) => number)[];
  /** All coordinates of a case at once. */
  readonly whole?: Whole;
  /** The same of two quantities. */
  readonly both?: (
    values: Float64Array,
    others: Float64Array,
    from: number,
    to: number,
    out: Float64Array,
  ) => void;
  /** How it is shown, where the library's own language has no word for it; `lone` says which operands are one name. */
  readonly text?: (operands: readonly [string, string, string], lone: readonly boolean[]) => string;
}

const spread =
  (value: (values: Float64Array, from: number, to: number) => number): Whole =>
  (values, from, to, out) => {
    out.fill(value(values, from, to), from, to);
  };

function total(values: Float64Array, from: number, to: number, of: (x: number) => number = (x) => x): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += of(values[i]!);
  return sum;
}

const moved =
  (index: (i: number, n: number) => number): Whole =>
  (values, from, to, out) => {
    for (let i = from; i < to; i++) {
      const j = index(i - from, to - from);
      out[i] = j >= 0 && j < to - from ? values[from + j]! : NaN;
    }
  };

/** The largest of all sizes, or the smallest. */
const extreme = (of: (a: number, b: number) => number): Whole =>
  spread((values, from, to) => {
    let found = Math.abs(values[from]!);
    for (let i = from + 1; i < to; i++) found = of(found, Math.abs(values[i]!));
    return found;
  });

/** Of two quantities, the first in some coordinates, while the second stays in the others. */
const inSome = (isIn: (i: number, n: number) => boolean, what: string): Action => ({
  both: (values, others, from, to, out) => {
    for (let i = from; i < to; i++) out[i] = (isIn(i - from, to - from) ? values : others)[i]!;
  },
  text: ([x]) => `${x}, ${what}`,
});

const inParentheses = (x: string, lone: boolean | undefined): string => (lone === true ? x : `(${x})`);
const at =
  (index: string): NonNullable<Action["text"]> =>
  ([x], [lone]) =>
    `${inParentheses(x, lone)}[${index}]`;
const called =
  (word: string): NonNullable<Action["text"]> =>
  ([x]) =>
    `${word}(${x})`;

const rounded = (digits: number): Action => ({
  each: (x) => Math.round(x * 10 ** digits) / 10 ** digits,
  text: ([x]) => (digits === 0 ? `round(${x})` : `${x} rounded to ${counted(digits, "decimal")}`),
});

/** What formulas may call, number by number: the library's own functions. */
const FUNCTIONS_OF_FORMULAS = Object.fromEntries(
  ELEMENTWISE.map((name): [string, Action] => {
    const operands = ["a", "b"].slice(0, FUNCTIONS[name].arguments.least);
    let value: ReturnType<typeof compileValue> | undefined;
    const compiled = (): typeof value & object =>
      (value ??= compileValue(lineNode(`${name}(${operands.join(", ")})`), operands));
    return [name, { each: (a, b) => compiled()([a, b]) }];
  }),
);

/** What a line of a rule may ask, and what it is then: the library's own operators. */
const CONDITIONS = Object.fromEntries(
  (["smaller", "smallerEq", "larger", "largerEq", "unequal", "and", "or", "conditional"] as const).map(
    (name): [string, Action] => {
      const operands = ["x0", "x1", "x2"].slice(0, name === "conditional" ? 3 : 2);
      return [name, { each: valueOf(OPERATORS[name], operands) as NonNullable<Action["each"]> }];
    },
  ),
);

/** A factor of a product; of a product with 0 it may be anything. */
const quotient = (product: number, factor: number): number => (factor === 0 ? Infinity : product / factor);

/** How far apart, relative to their size, two numbers may be that were computed on different ways. */
const NEAR = 1e-6;

/** What one operand of a choice must be when the result and the other one are known. */
const takenOf =
  (isRight: (other: number, result: number) => boolean) =>
  (result: number, other: number): number =>
    Math.abs(other - result) <= NEAR * Math.abs(result) ? Infinity : isRight(other, result) ? result : NaN;

const OF_MIN = takenOf((other, result) => other > result);
const OF_MAX = takenOf((other, result) => other < result);

/** Every operation that the search knows, by its name. */
export const ACTIONS: Readonly<Record<string, Action | undefined>> = {
  ...FUNCTIONS_OF_FORMULAS,
  ...CONDITIONS,
  add: { each: (a, b) => a + b, undo: [(x, b) => x - b, (x, a) => x - a] },
  subtract: { each: (a, b) => a - b, undo: [(x, b) => x + b, (x, a) => a - x] },
  multiply: { each: (a, b) => a * b, undo: [quotient, quotient] },
  divide: { each: (a, b) => a / b, undo: [(x, b) => x * b, (x, a) => a / x] },
  pow: { each: (a, b) => a ** b, undo: [() => Infinity, (x, a) => Math.log(x) / Math.log(a)] },
  unaryMinus: { each: (a) => -a, undo: [(x) => -x] },
  sqrt: { ...FUNCTIONS_OF_FORMULAS["sqrt"], undo: [(x) => (x < 0 ? NaN : x * x)] },
  exp: { ...FUNCTIONS_OF_FORMULAS["exp"], undo: [(x) => Math.log(x)] },
  min: { ...FUNCTIONS_OF_FORMULAS["min"], undo: [OF_MIN, OF_MIN] },
  max: { ...FUNCTIONS_OF_FORMULAS["max"], undo: [OF_MAX, OF_MAX] },
  cbrt: { each: Math.cbrt, text: ([x], [lone]) => `∛${inParentheses(x, lone)}` },
  expm1: { each: Math.expm1, text: called("expm1") },
  ceil: { each: Math.ceil, text: called("ceil") },
  trunc: { each: Math.trunc, text: called("trunc") },
  /** One where a condition holds, 0 where not. */
  equal: { each: (a, b) => Number(a === b), text: ([a, b]) => `${a} = ${b}` },
  above: { each: (a, b) => Number(a > b), text: ([a, b]) => `${a} > ${b}` },
  atMost: { each: (a, b) => Number(a <= b), text: ([a, b]) => `${a} ≤ ${b}` },
  multiple: { each: (a, b) => Number(a % b === 0), text: ([a, b]) => `${a} is a multiple of ${b}` },
  and: { each: (a, b) => Number(a !== 0 && b !== 0), text: ([a, b]) => `${a} and ${b}` },
  not: { each: (a) => Number(a === 0), text: ([a]) => `not ${a}` },
  where: { each: (a, b, c) => (a === 0 ? c : b), text: ([a, b, c]) => `(${b} where ${a}, else ${c})` },
  ifZero: { each: (a, b) => (a === 0 ? b : a), text: ([a, b]) => `(${a}, or ${b} where it is 0)` },
  ifNotAbove0: {
    each: (a, b) => (a > 0 ? a : b),
    text: ([a, b]) => `(${a}, or ${b} where it is not above 0)`,
  },
  ifSmall: {
    each: (a, b, c) => (Math.abs(a) < b ? c : a),
    text: ([a, b, c]) => `(${a}, or ${c} where |${a}| < ${b})`,
  },
  remainder: { each: (a, b) => a % b, text: ([a, b]) => `(${a} % ${b})` },
  xor: { each: (a, b) => a ^ b, text: ([a, b]) => `(${a} xor ${b})` },
  shift: { each: (a, b) => a << b, text: ([a, b]) => `(${a} << ${b})` },
  ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((digits) => [`round${digits}`, rounded(digits)])),
  join: { each: (a, b) => Number(`${a}${b}`), text: ([a, b]) => `(${a} and ${b} joined as texts)` },
  clip: { each: (x) => Math.max(-1, Math.min(1, x)), text: ([x]) => `(${x} held between −1 and 1)` },
  norm: { whole: spread((v, from, to) => Math.sqrt(total(v, from, to, (x) => x * x))) },
  polar: {
    both: (values, rows, from, to, out) => out.set(polar(values.slice(from, to), rows[from]!), from),
  },
  mean: { whole: spread((v, from, to) => total(v, from, to) / (to - from)) },
  sum: { whole: spread((v, from, to) => total(v, from, to)), text: ([x]) => `sum(${x})` },
  sizes: { whole: spread((v, from, to) => total(v, from, to, Math.abs)), text: ([x]) => `sum(|${x}|)` },
  largest: { whole: extreme(Math.max), text: ([x]) => `largest |${x}|` },
  smallest: { whole: extreme(Math.min), text: ([x]) => `smallest |${x}|` },
  first: { whole: spread((v, from) => v[from]!), text: at("0") },
  second: { whole: spread((v, from, to) => (to - from > 1 ? v[from + 1]! : NaN)), text: at("1") },
  last: { whole: spread((v, _, to) => v[to - 1]!), text: at("n − 1") },
  next: { whole: moved((i) => i + 1), text: at("i + 1") },
  previous: { whole: moved((i) => i - 1), text: at("i − 1") },
  following: { whole: moved((i, n) => (i + 1) % n), text: at("i + 1") },
  preceding: { whole: moved((i, n) => (i + n - 1) % n), text: at("i − 1") },
  reverse: { whole: moved((i, n) => n - 1 - i), text: called("reversed") },
  running: {
    whole: (v, from, to, out) => {
      let sum = 0;
      for (let i = from; i < to; i++) out[i] = sum += v[i]!;
    },
    text: called("running sum"),
  },
  butLast: inSome((i, n) => i < n - 1, "but for the last coordinate"),
  butFirst: inSome((i) => i > 0, "but for the first coordinate"),
  onlyFirst: inSome((i) => i === 0, "in the first coordinate alone"),
  solveLifted: { text: ([c, x]) => `(H with ${c} added on its diagonal)⁻¹${x}` },
  solveDown: { text: ([x]) => `(the lower half of H)⁻¹${x}` },
  solveEntries: { text: ([x]) => `(1 over each entry of H)·${x}` },
  gradient: { text: called("gradient") },
};
