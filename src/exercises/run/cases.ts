import { remembered } from "../../remembered.ts";
import { symmetricEigen } from "../../math/linear.ts";
import { uniform } from "../../math/random.ts";
import { OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Column, Columns } from "../search/columns.ts";

/** One step by itself: where we are, what is remembered, and the numbers chosen. Not part of any path. */
export interface Case {
  readonly w: readonly number[];
  readonly g: readonly number[];
  readonly state: Readonly<Record<string, readonly number[]>>;
  readonly hyper: Readonly<Record<string, number>>;
  readonly t: number;
  /** The gradient at a place; at w itself it is g. */
  readonly gradient: (at: ArrayLike<number>) => Float64Array;
  /** The Hessian at w, row by row. */
  readonly H: Float64Array;
}

/** Steps by themselves, and all that stands in them as columns; `m` is what is remembered as `mOld`. */
export interface Cases {
  readonly all: readonly Case[];
  readonly columns: Columns;
}

/** How many coordinates and which step: few of both and many, and each in more than one case. */
const PLACES: readonly (readonly [n: number, t: number])[] = [
  [3, 2],
  [2, 1],
  [4, 3],
  [1, 1],
  [2, 5],
  [3, 7],
  [5, 30],
  [2, 4],
  [3, 1000],
  [4, 1],
  [2, 12],
  [3, 60],
  [2, 6],
  [3, 9],
  [2, 3],
];

/** How steep it is where it is not as usual: nearly flat, flat to the last digit, far out on a steep slope. */
const FAR = 14;
const STEEPNESS = new Map([
  [5, 0.1],
  [9, 0.003],
  [12, 0],
  [FAR, 60],
]);

/** In these there are one coordinate, two, three and five. */
const [ONE, TWO, THREE, MANY] = [3, 1, 0, 6] as const;

/** In this one two coordinates are equal and H has a 0 on its diagonal. */
const EQUAL = 13;

const made = new WeakMap<Rule, Map<number, Cases>>();

/** Cases for a rule, no two quantities alike in any. They are made once for a rule and a seed. */
export function casesFor(rule: Rule, seed = 1): Cases {
  const bySeed = remembered(made, rule, () => new Map<number, Cases>());
  return remembered(bySeed, seed, () => casesOf(PLACES.map((_, i) => caseAt(rule, seed, i))));
}

const unseen = new WeakMap<Rule, Map<string, Cases>>();

/**
 * Cases that no search has seen, on which what was found is tried: others of the same kind, some from the start, some at 0, some
 * whose entries differ widely in size, some with large hyperparameters.
 * @param thresholds sizes with which an answer may compare: there are entries and lengths on both sides of each
 */
export function unseenCasesFor(rule: Rule, thresholds: readonly number[] = [], seed = 2): Cases {
  const known = remembered(unseen, rule, () => new Map<string, Cases>());
  return remembered(known, [seed, ...thresholds].join(), () => {
    const others = casesFor(rule, seed + 1).all;
    const rested = [THREE, MANY].map((i) => withRested(others[i]!));
    const begun = [...[TWO, ONE, MANY].map((i) => atStart(others[i]!)), ...rested];
    const moved = [TWO, ONE].map((i) => atZero(others[i]!));
    const uneven = [THREE, TWO, MANY].map((i) => caseAt(rule, seed + 1, i, unevenly));
    const large = [TWO, MANY].map((i) => withLarge(others[i]!, rule));
    const near = thresholds.flatMap((size) => [
      caseAt(rule, seed + 1, THREE, bothSidesOf(size)),
      caseAt(rule, seed + 1, TWO, () => size / 4),
      caseAt(rule, seed + 1, MANY, () => 4 * size),
    ]);
    return casesOf([...casesFor(rule, seed).all, ...begun, ...moved, ...uneven, ...large, ...near]);
  });
}

/** Of entries beside each other one is below a size, the next above it. */
const bothSidesOf =
  (size: number) =>
  (entry: number): number =>
    size * (entry % 2 === 0 ? 0.3 : 4);

const SIZES = [0.02, 1, 0.15, 6, 0.5, 2, 0.05];

/** Entries of many sizes beside each other, and not in step from quantity to quantity. */
const unevenly = (entry: number): number => SIZES[entry % SIZES.length]!;

const nothing = (state: Case["state"]): Case["state"] =>
  Object.fromEntries(Object.entries(state).map(([name, values]) => [name, values.map(() => 0)]));

/** Nothing is remembered yet. */
const atStart = (one: Case): Case => ({ ...one, t: 1, state: nothing(one.state) });

/** In the first coordinate nothing has been remembered yet, late as it is: its slope was always 0. */
const withRested = (one: Case): Case => ({
  ...one,
  state: Object.fromEntries(Object.entries(one.state).map(([name, values]) => [name, values.with(0, 0)])),
});

/** The same surface, moved so that it is looked at from 0. */
function atZero(one: Case): Case {
  return {
    ...one,
    w: one.w.map(() => 0),
    gradient: (at) => one.gradient(one.w.map((x, i) => x + at[i]!)),
  };
}

/** Rates and bounds above 1, where slopes are as usual; a share stays below it. */
function withLarge(one: Case, { hyperparameters }: Rule): Case {
  const isShare = (name: string): boolean => /fraction|share/.test(hyperparameters[name]!.range);
  const hyper = Object.fromEntries(
    Object.entries(one.hyper).map(([name, value]) => [name, isShare(name) ? value : 20 * value]),
  );
  return { ...one, hyper };
}

function casesOf(all: readonly Case[]): Cases {
  const starts = [0];
  for (const { w } of all) starts.push(starts.at(-1)! + w.length);
  const column = (of: (one: Case) => ArrayLike<number> | number): Column => {
    const out = new Float64Array(starts.at(-1)!);
    all.forEach((one, i) => {
      const value = of(one);
      if (typeof value === "number") out.fill(value, starts[i], starts[i + 1]);
      else out.set(value, starts[i]);
    });
    return out;
  };
  const [first] = all as [Case];
  const values = new Map<string, Column>([
    ["w", column(({ w }) => w)],
    ["g", column(({ g }) => g)],
    ["t", column(({ t }) => t)],
    ["n", column(({ w }) => w.length)],
    ["i", column(({ w }) => w.map((_, i) => i))],
    ...Object.keys(first.hyper).map((name) => [name, column(({ hyper }) => hyper[name]!)] as const),
    ...Object.keys(first.state).map((name) => [name + OLD, column(({ state }) => state[name]!)] as const),
    ...hessianColumns(column),
  ]);
  const columns = new Columns(starts, values, {
    gradient: (index, at) => all[index]!.gradient(at),
    hessian: (index) => all[index]!.H,
  });
  return { all, columns };
}

/** Numbers that are read off the Hessian one by one. */
function hessianColumns(column: (of: (one: Case) => number[] | number) => Column): [string, Column][] {
  const of =
    (read: (row: number[], i: number, H: number[][]) => number) =>
    (one: Case): number[] => {
      const n = one.w.length;
      const rows = one.w.map((_, i) => Array.from(one.H.subarray(i * n, (i + 1) * n)));
      return rows.map((row, i) => read(row, i, rows));
    };
  const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);
  return [
    ["curvature", column(of((row, i) => row[i]!))],
    ["rowSum", column(of((row) => sum(row)))],
    ["rowLength", column(of((row) => Math.hypot(...row)))],
    ["rowFirst", column(of((row) => row[0]!))],
    ["rowOpposite", column(of((row, i) => row[row.length - 1 - i]!))],
    ["firstCurvature", column(of((_, __, H) => H[0]![0]!))],
    ["trace", column(of((_, __, H) => sum(H.map((row, i) => row[i]!))))],
    ["largestEntry", column(of((_, __, H) => Math.max(...H.flat().map(Math.abs))))],
    ["leastCurvature", column(({ H }) => Math.min(...symmetricEigen(H).values))],
    ["leastDiagonal", column(of((_, __, H) => Math.min(...H.map((row, i) => Math.abs(row[i]!)))))],
    ["rowInverse", column(of((row) => sum(row.map((h) => 1 / h))))],
    ["greatestEntry", column(of((_, __, H) => Math.max(...H.flat())))],
    ["determinant", column(({ H }) => symmetricEigen(H).values.reduce((product, x) => product * x, 1))],
  ];
}

/** @param sizeOf how large an entry is beside those of other cases, by its number in all that are drawn */
function caseAt(rule: Rule, seed: number, index: number, sizeOf: (entry: number) => number = () => 1): Case {
  const [n, t] = PLACES[index]!;
  let place = 0;
  const random = (low: number, high: number): number =>
    Number((low + (high - low) * uniform(seed, 900 + index, place++)).toPrecision(4));
  const either = (low: number, high: number): number => random(low, high) * (random(0, 1) < 0.5 ? -1 : 1);
  let drawn = 0;
  const vector = (entry: () => number): number[] =>
    Array.from({ length: n }, () => sizeOf(drawn++) * entry());
  const isFar = index === FAR;
  const size = isFar ? 20 : 1;
  const w = vector(() => size * either(0.3, 2.5));
  if (index === EQUAL) w[1] = w[0]!;
  const slope = STEEPNESS.get(index) ?? 1;
  const g = vector(() => slope * either(0.3, 2.5));
  const state = Object.fromEntries(
    Object.keys(rule.state).map((name) => [
      name,
      vector(() => (isSum(rule, name) ? size ** 2 * random(0.4, 3) : size * either(0.3, 2))),
    ]),
  );
  const share = (): number => (isFar ? random(0.08, 0.4) : random(0.55, 0.93));
  const hyper = Object.fromEntries(
    Object.entries(rule.hyperparameters).map(([name, { range }]) => [
      name,
      range === "fraction" || range === "share" ? share() : isFar ? random(0.8, 1.9) : random(0.06, 0.45),
    ]),
  );
  const bent = surface(
    w,
    g,
    w.map(() => random(0.2, 0.5)),
    either,
  );
  if (index === EQUAL) bent.H[0] = 0;
  return { w, g, state: t === 1 ? nothing(state) : state, hyper, t, ...bent };
}

/** Is this state a sum or an average of squares, and so never below 0? */
function isSum({ equations }: Rule, name: string): boolean {
  return equations[name]!.text.includes("^2");
}

/** Slope and curvature of a surface with this gradient at w: bent up in one direction, down in another, no quadratic. */
function surface(
  w: readonly number[],
  g: readonly number[],
  cubic: readonly number[],
  entry: (low: number, high: number) => number,
): Pick<Case, "gradient" | "H"> {
  const n = w.length;
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) A[i * n + j] = A[j * n + i] = i === j ? entry(0.6, 2.5) : entry(0.2, 0.9);
  }
  const slope = (at: ArrayLike<number>, i: number): number => {
    let sum = cubic[i]! * at[i]! ** 3;
    for (let j = 0; j < n; j++) sum += A[i * n + j]! * at[j]!;
    return sum;
  };
  const shift = w.map((_, i) => g[i]! - slope(w, i));
  const H = A.slice();
  for (let i = 0; i < n; i++) H[i * n + i]! += 3 * cubic[i]! * w[i]! ** 2;
  const isHere = (at: ArrayLike<number>): boolean => w.every((x, i) => x === at[i]);
  return { H, gradient: (at) => Float64Array.from(shift, (b, i) => (isHere(at) ? g[i]! : slope(at, i) + b)) };
}
