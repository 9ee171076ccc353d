import { computationOf } from "../math/evaluate.ts";
import { callsWholeVectors, lineNode } from "../math/line.ts";
import { uniform } from "../math/random.ts";
import { changesOf } from "./mutations/line.ts";
import type { Names } from "./mutations/slips.ts";
import { plain } from "./mutations/text.ts";
import { sameNumber } from "./search/columns.ts";

const COUNT = 24;

/** The values an argument of a formula may take. */
interface ArgumentRange {
  readonly from: number;
  readonly to: number;
  /** Whole numbers only, such as steps. */
  readonly whole?: boolean;
}

/** A mistake in a formula worth its own words. */
interface FormulaMisconception {
  /** A name that stays when the words change; the formula where there is none. */
  readonly id?: string;
  readonly what: string;
  readonly formula: string | readonly string[];
  /** Share of the credit for an answer with it; half when not given. */
  readonly credit?: number;
}

/** What an answer to "write the function" is compared with: one formula, or one for each number of a list. */
export interface FormulaTarget {
  readonly formula: string | readonly string[];
  readonly arguments: Readonly<Record<string, ArgumentRange>>;
  /** Points that are tried besides, since chance would pass them by: a matrix with a 0 in its corner. */
  readonly besides: readonly Point[];
  readonly misconceptions: readonly FormulaMisconception[];
  /** Other formulas that are known when they are seen, and are no wrong versions to choose from. */
  readonly neighbours: readonly FormulaMisconception[];
}

/** A wrong version of a function by one slip. */
export interface FormulaSlip {
  readonly what: string;
  readonly formula: readonly string[];
}

/** Values of the arguments. */
export type Point = Readonly<Record<string, number>>;

/** Every wrong version of a function by one slip; for a list, in one of its formulas or the same in all. */
export function formulaSlips(target: FormulaTarget): FormulaSlip[] {
  const from = formulasOf(target.formula);
  const names = namesOf(target);
  const each = from.map((formula) => [
    ...changesOf(formula, names).filter(({ text }) => !callsWholeVectors(lineNode(text))),
    { text: `-(${formula})`, what: "the sign is flipped" },
  ]);
  const single = each.flatMap((changes, i) =>
    changes.map(({ text, what }) => ({
      what: from.length === 1 ? what : `in number ${i + 1}, ${differentiated(from[i]!, what)}`,
      formula: from.map((formula, j) => (i === j ? text : formula)),
    })),
  );
  return [...single, ...(from.length > 1 ? wholeListSlips(from) : [])];
}

/** Where a number of a list is x², its slope along x is 2·x. */
const differentiated = (formula: string, what: string): string =>
  /^(\w+) ?\^ ?2$/.test(formula)
    ? what.replace(
        /^(\S+) is doubled and not squared$/,
        "2·$1 stands where $1² should: that is its slope along $1",
      )
    : what;

/** The whole list with its sign flipped or in another order. */
const wholeListSlips = (formulas: readonly string[]): FormulaSlip[] => [
  { what: "every sign is flipped", formula: formulas.map((formula) => `-(${formula})`) },
  { what: "the numbers stand in the reverse order", formula: formulas.toReversed() },
];

/** What may be done to all numbers of a list alike. */
export function alikeInAll(formulas: readonly string[]): FormulaSlip[] {
  const length = `sqrt(${formulas.map((formula) => `(${formula})^2`).join(" + ")})`;
  const all = (what: string, way: (formula: string) => string): FormulaSlip => ({
    what: `every number is ${what}`,
    formula: formulas.map(way),
  });
  return formulas.length === 1
    ? []
    : [
        all(
          "divided by the length of the arrow that they make, so that only the direction is left",
          (f) => `(${f})/${length}`,
        ),
        all("doubled", (f) => `2*(${f})`),
        all("halved", (f) => `(${f})/2`),
        all("squared", (f) => `(${f})^2`),
        all("taken by its size", (f) => `abs(${f})`),
        all("the sum of them all", () => formulas.map((f) => `(${f})`).join(" + ")),
      ];
}

function namesOf(target: FormulaTarget): Names {
  return { shares: [], epsilon: undefined, rate: undefined, vectors: Object.keys(target.arguments) };
}

/** Is this change of a formula one that can be told from the right one? */
export function isDistinct(target: FormulaTarget, { formula }: FormulaSlip): boolean {
  const points = allPointsOf(target);
  const values = valuesOf(formula, points);
  return values.flat().every(Number.isFinite) && !same(valuesOf(formulasOf(target.formula), points), values);
}

export function formulasOf(formula: FormulaTarget["formula"]): string[] {
  return (typeof formula === "string" ? [formula] : formula).map(plain);
}

/** All points that a function is tried with. */
export function allPointsOf(target: FormulaTarget): Point[] {
  return [...pointsOf(target, 1), ...pointsOf(target, 2), ...target.besides];
}

/**
 * Points that no search sees, on which what was found is tried: others of the same kind, and with each argument in turn at 0, at
 * its ends and near 0, and with all near their ends, where the formula has a value.
 */
export function unseenPointsOf(target: FormulaTarget, seed = 3): Point[] {
  const others = pointsOf(target, seed);
  const edges = Object.entries(target.arguments).flatMap(([name, { from, to, whole }], i) => {
    const near0 = whole === true ? [] : [1e-3 * (to - from)];
    return [0, from, to, ...near0]
      .filter((value) => from <= value && value <= to)
      .map((value, j) => ({ ...others[(5 * i + j) % COUNT]!, [name]: value }));
  });
  return [...others, ...withValue(target, edges), ...cornersOf(target)];
}

/** All arguments near one of their ends, in every combination of five of them; only where the formula has a value. */
export function cornersOf(target: FormulaTarget): Point[] {
  const all = Object.entries(target.arguments);
  const corners = Array.from({ length: 2 ** Math.min(all.length, 5) }, (_, corner) =>
    Object.fromEntries(
      all.map(([name, { from, to, whole }], place) => {
        const within = whole === true ? 1 : 0.02 * (to - from);
        return [name, ((corner >> place) & 1) === 0 ? from + within : to - within];
      }),
    ),
  );
  return withValue(target, corners);
}

/** The points at which a formula has a value. */
function withValue(target: FormulaTarget, points: readonly Point[]): Point[] {
  const right = valuesOf(formulasOf(target.formula), points);
  return points.filter((_, i) => right[i]!.every(Number.isFinite));
}

/** Arguments to try a function with. */
export function pointsOf({ arguments: ranges }: FormulaTarget, seed: number): Point[] {
  return Array.from({ length: COUNT }, (_, i) =>
    Object.fromEntries(
      Object.entries(ranges).map(([name, { from, to, whole }], place) => {
        const value = from + (to - from) * uniform(seed, i, place);
        return [
          name,
          whole === true ? (i === 0 && seed === 1 ? from : Math.round(value)) : Number(value.toPrecision(3)),
        ];
      }),
    ),
  );
}

export function valuesOf(formulas: readonly string[], points: readonly Point[]): number[][] {
  return points.map((point) => formulas.map((formula) => computationOf(formula)({ ...point }) as number));
}

/** Are these the same numbers? */
export function same(expected: readonly (readonly number[])[], got: readonly (readonly number[])[]): boolean {
  return expected.every((values, i) => values.every((x, j) => sameNumber(x, got[i]?.[j] ?? NaN)));
}
