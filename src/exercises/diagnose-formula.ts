import { computationOf } from "../math/evaluate.ts";
import { callsWholeVectors } from "../math/line.ts";
import { uniform } from "../math/random.ts";
import { NotWrittenYet } from "./answer.ts";
import { explainError } from "./explain/crash.ts";
import { explainFormula } from "./explain/explain-formula.ts";
import { readValues } from "./explain/formula-form.ts";
import type { Mistake } from "./mistake.ts";
import { nodeOf, textOf } from "./mutations/edit.ts";
import { changesOf, type Names } from "./mutations/line.ts";
import { type Failure, guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { sourceOf } from "./run/source.ts";
import { sameNumber } from "./search/columns.ts";
import type { Tree } from "./search/tree.ts";

/** The values an argument of a formula may take. */
interface ArgumentRange {
  readonly from: number;
  readonly to: number;
  /** Whole numbers only, such as steps. */
  readonly whole?: boolean;
}

/** A mistake in a formula worth its own words. */
interface FormulaMisconception {
  /** A name that stays when the words change; the words themselves where there is none. */
  readonly id?: string;
  readonly what: string;
  readonly formula: string | readonly string[];
  readonly credit?: number;
}

/** What an answer to "write the function" is compared with: one formula, or one for each number of a list. */
export interface FormulaTarget {
  readonly formula: string | readonly string[];
  readonly arguments: Readonly<Record<string, ArgumentRange>>;
  readonly misconceptions: readonly FormulaMisconception[];
}

/** A wrong version of a function by one slip. */
export interface FormulaSlip {
  readonly what: string;
  readonly formula: readonly string[];
}

/** Values of the arguments. */
export type Point = Readonly<Record<string, number>>;

/** What is known about a function after it was tried. */
export type FormulaDiagnosis =
  | { readonly kind: "right" }
  | {
      readonly kind: "wrong";
      readonly mistakes: readonly Mistake[];
      /** What computes what the answer computes. */
      readonly computes?: readonly Tree[];
      /** The same as it is shown. */
      readonly lines?: readonly string[];
      readonly at: Point;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | { readonly kind: "not written" }
  | { readonly kind: "outside" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure; readonly mistake?: Mistake };

const COUNT = 24;

/** Try a function and find out what it computes. Never throws. */
export function diagnoseFormula(target: FormulaTarget, answer: unknown): FormulaDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const candidate = answer as (numbers: Record<string, number>) => unknown;
  const points = [...pointsOf(target, 1), ...pointsOf(target, 2)];
  const source = sourceOf(answer);
  const tried = guarded(() => [...points, points[0]!].map((point) => candidate({ ...point })), PRINTED);
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure, source);
  const results = tried.value.slice(0, -1);
  const right = formulasOf(target.formula);
  const read = readValues(results, right.length, typeof target.formula === "string", source);
  if (changes(results[0], tried.value.at(-1))) return { kind: "outside" };
  const expected = valuesOf(right, points);
  const got = read.values;
  const isRight = got !== undefined && same(expected, got);
  if (isRight && read.faults.length === 0) return { kind: "right" };
  const explained = isRight
    ? { mistakes: [] }
    : explainFormula({ target, right, points, got, results, candidate, source });
  const at = Math.max(0, got === undefined ? 0 : expected.findIndex((value, i) => !same([value], [got[i]!])));
  return {
    kind: "wrong",
    ...explained,
    mistakes: [...read.faults, ...explained.mistakes],
    at: points[at]!,
    expected: expected[at]!,
    got: got?.[at] ?? [],
  };
}

/** Do two equal calls give two different numbers? */
function changes(a: unknown, b: unknown): boolean {
  const [first, second] = [a, b].map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  return first!.some((x, i) => Number.isFinite(x) && Number.isFinite(second![i]) && x !== second![i]);
}

function failed(failure: Failure, source: string): FormulaDiagnosis {
  if (failure.kind !== "threw") return { kind: "failure", failure };
  const { error } = failure;
  const unwritten =
    error instanceof NotWrittenYet || (error instanceof Error && /^not written yet/i.test(error.message));
  if (unwritten && !/\breturn\b/.test(source)) return { kind: "not written" };
  const mistake = explainError(error);
  return { kind: "failure", failure, ...(mistake === undefined ? {} : { mistake }) };
}

/** Every wrong version of a function by one slip; for a list, in one of its formulas or the same in all. */
export function formulaSlips(target: FormulaTarget, from = formulasOf(target.formula)): FormulaSlip[] {
  const names = namesOf(target);
  const each = from.map((formula) => [
    ...changesOf(formula, names).filter(({ text }) => !callsWholeVectors(nodeOf(text))),
    { text: `-(${formula})`, what: "the sign is flipped" },
  ]);
  const single = each.flatMap((changes, i) =>
    changes.map(({ text, what }) => ({
      what: from.length === 1 ? what : `in number ${i + 1}, ${what}`,
      formula: from.map((formula, j) => (i === j ? text : formula)),
    })),
  );
  return [...single, ...(from.length > 1 ? wholeListSlips(from) : [])];
}

/** The whole list with its sign flipped or in another order. */
function wholeListSlips(formulas: readonly string[]): FormulaSlip[] {
  return [
    { what: "every sign is flipped", formula: formulas.map((formula) => `-(${formula})`) },
    { what: "the numbers stand in the reverse order", formula: [...formulas].reverse() },
  ];
}

function namesOf(target: FormulaTarget): Names {
  return { shares: [], epsilon: undefined, rate: undefined, vectors: Object.keys(target.arguments) };
}

/** Is this change of a formula one that can be told from the right one? */
export function isDistinct(target: FormulaTarget, { formula }: FormulaSlip): boolean {
  const points = [...pointsOf(target, 1), ...pointsOf(target, 2)];
  const values = valuesOf(formula, points);
  return values.flat().every(Number.isFinite) && !same(valuesOf(formulasOf(target.formula), points), values);
}

export function formulasOf(formula: FormulaTarget["formula"]): string[] {
  return (typeof formula === "string" ? [formula] : formula).map((text) => textOf(nodeOf(text)));
}

function pointsOf({ arguments: ranges }: FormulaTarget, seed: number): Point[] {
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

function same(expected: readonly (readonly number[])[], got: readonly (readonly number[])[]): boolean {
  return expected.every((values, i) => values.every((x, j) => sameNumber(x, got[i]?.[j] ?? NaN)));
}
