import { computationOf } from "../math/evaluate.ts";
import { callsWholeVectors } from "../math/line.ts";
import { uniform } from "../math/random.ts";
import { NotWrittenYet } from "./answer.ts";
import { nodeOf, textOf } from "./mutations/edit.ts";
import { changesOf, type Names } from "./mutations/line.ts";
import { type Failure, guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { TOLERANCE } from "./run/rule-run.ts";
import { describe, isPromise } from "./run/step-run.ts";

/** The values an argument of a formula may take. */
interface ArgumentRange {
  readonly from: number;
  readonly to: number;
  /** Whole numbers only, such as steps. */
  readonly whole?: boolean;
}

/** A mistake in a formula worth its own words. */
interface FormulaMisconception {
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

export interface FormulaExplanation {
  readonly what: readonly string[];
  readonly formula: readonly string[];
  readonly credit?: number;
}

type Point = Readonly<Record<string, number>>;

/** What is known about a function after it was tried. */
export type FormulaDiagnosis =
  | { readonly kind: "right" }
  | {
      readonly kind: "wrong";
      readonly explanations: readonly FormulaExplanation[];
      readonly at: Point;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | { readonly kind: "not written" }
  | { readonly kind: "unrepeatable" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "wrong result"; readonly sentence: string }
  | { readonly kind: "promise" }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure };

const COUNT = 24;

/** Try a function and find out what it computes. Never throws. */
export function diagnoseFormula(target: FormulaTarget, answer: unknown): FormulaDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const candidate = answer as (numbers: Record<string, number>) => unknown;
  const points = pointsOf(target, 1);
  const fresh = pointsOf(target, 2);
  const tried = guarded(
    () =>
      [...points, ...fresh, points[0]!].map((point) => readValue(candidate({ ...point }), target.formula)),
    PRINTED,
  );
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure);
  const right = formulasOf(target.formula);
  const got: number[][] = [];
  for (const read of tried.value) {
    if ("kind" in read) return read;
    got.push(read.numbers);
  }
  if (!same([got[0]!], [got.at(-1)!])) return { kind: "unrepeatable" };
  const explains = (formulas: readonly string[]): boolean =>
    same(valuesOf(formulas, points), got.slice(0, COUNT)) &&
    same(valuesOf(formulas, fresh), got.slice(COUNT, -1));
  if (explains(right)) return { kind: "right" };
  const all = [...points, ...fresh];
  const expected = valuesOf(right, all);
  const at = expected.findIndex((value, i) => !same([value], [got[i]!]));
  return {
    kind: "wrong",
    explanations: explanationsOf(target, explains),
    at: all[at]!,
    expected: expected[at]!,
    got: got[at]!,
  };
}

function failed(failure: Failure): FormulaDiagnosis {
  if (failure.kind !== "threw") return { kind: "failure", failure };
  const { error } = failure;
  const unwritten =
    error instanceof NotWrittenYet || (error instanceof Error && /^not written yet/i.test(error.message));
  return unwritten ? { kind: "not written" } : { kind: "failure", failure };
}

type Read =
  | { readonly numbers: number[] }
  | Extract<FormulaDiagnosis, { kind: "not written" | "promise" | "wrong result" }>;

/** The numbers that were returned; or, while it is still guarded, what is wrong with what was. */
function readValue(value: unknown, formula: FormulaTarget["formula"]): Read {
  const count = typeof formula === "string" ? 1 : formula.length;
  const numbers = numbersOf(value, count, typeof formula === "string");
  if (numbers !== undefined) return { numbers };
  if (value === undefined) return { kind: "not written" };
  if (isPromise(value)) {
    value.then(undefined, () => undefined); // a rejected promise would end up as an error of nobody's
    return { kind: "promise" };
  }
  const wanted = typeof formula === "string" ? "a number" : `an array of ${count} numbers`;
  return { kind: "wrong result", sentence: `it should return ${wanted}; it returned ${describe(value)}` };
}

function explanationsOf(
  target: FormulaTarget,
  explains: (formulas: readonly string[]) => boolean,
): FormulaExplanation[] {
  const declared = target.misconceptions
    .map(({ formula, what, credit }) => ({
      what: [what],
      formula: formulasOf(formula),
      ...(credit === undefined ? {} : { credit }),
    }))
    .filter(({ formula }) => explains(formula));
  if (declared.length > 0) return declared;
  const fits = ({ formula }: FormulaExplanation): boolean => explains(formula);
  const single = formulaSlips(target).filter(fits);
  return single.length > 0 ? single : formulaPairs(target).filter(fits);
}

/** Every wrong version of a function by one slip; for a list, in one of its formulas or the same in all. */
export function formulaSlips(target: FormulaTarget, from = formulasOf(target.formula)): FormulaExplanation[] {
  const names = namesOf(target);
  const each = from.map((formula) => [
    ...changesOf(formula, names).filter(({ text }) => !callsWholeVectors(nodeOf(text))),
    { text: `-(${formula})`, what: "the sign is flipped" },
  ]);
  const single = each.flatMap((changes, i) =>
    changes.map(({ text, what }) => ({
      what: [from.length === 1 ? what : `in number ${i + 1}, ${what}`],
      formula: from.map((formula, j) => (i === j ? text : formula)),
    })),
  );
  return [...single, ...(from.length > 1 ? wholeListSlips(from) : [])];
}

/** The whole list with its sign flipped or in another order. */
function wholeListSlips(formulas: readonly string[]): FormulaExplanation[] {
  return [
    { what: ["every sign is flipped"], formula: formulas.map((formula) => `-(${formula})`) },
    { what: ["the numbers stand in the reverse order"], formula: [...formulas].reverse() },
  ];
}

function formulaPairs(target: FormulaTarget): FormulaExplanation[] {
  return formulaSlips(target).flatMap((first) =>
    formulaSlips(target, [...first.formula]).map((second) => ({
      what: [...first.what, ...second.what],
      formula: second.formula,
    })),
  );
}

function namesOf(target: FormulaTarget): Names {
  return { shares: [], epsilon: undefined, rate: undefined, vectors: Object.keys(target.arguments) };
}

/** Is this change of a formula one that can be told from the right one? */
export function isDistinct(target: FormulaTarget, { formula }: FormulaExplanation): boolean {
  const points = [...pointsOf(target, 1), ...pointsOf(target, 2)];
  const values = valuesOf(formula, points);
  return values.flat().every(Number.isFinite) && !same(valuesOf(formulasOf(target.formula), points), values);
}

function formulasOf(formula: FormulaTarget["formula"]): string[] {
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

function valuesOf(formulas: readonly string[], points: readonly Point[]): number[][] {
  return points.map((point) => formulas.map((formula) => computationOf(formula)({ ...point }) as number));
}

function numbersOf(value: unknown, count: number, single: boolean): number[] | undefined {
  if (single) return typeof value === "number" ? [value] : undefined;
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const numbers = Array.from(value as unknown as ArrayLike<unknown>);
  return numbers.length === count && numbers.every(isNumber) ? numbers : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function same(expected: readonly (readonly number[])[], got: readonly (readonly number[])[]): boolean {
  return expected.every((values, i) =>
    values.every((x, j) => {
      // What is infinite is near to nothing.
      const allowed = Number.isFinite(x) ? TOLERANCE * Math.max(1e-3, Math.abs(x)) : 0;
      return Math.abs(x - got[i]![j]!) <= allowed;
    }),
  );
}
