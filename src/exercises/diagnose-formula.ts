import { explainFormula } from "./explain/explain-formula.ts";
import { type Failed, failed } from "./explain/failed.ts";
import { readValues } from "./explain/formula-form.ts";
import { allPointsOf, type FormulaTarget, formulasOf, type Point, same, valuesOf } from "./formula-target.ts";
import type { Mistake } from "./mistake.ts";
import { onlyStatementOf } from "./run/assigned.ts";
import { guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { ownLine, sourceOf } from "./run/source.ts";
import type { Tree } from "./search/tree.ts";

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
  | { readonly kind: "outside" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | Failed;

/** Try a function and find out what it computes. Never throws. */
export function diagnoseFormula(target: FormulaTarget, answer: unknown): FormulaDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const candidate = answer as (numbers: Record<string, number>) => unknown;
  const points = allPointsOf(target);
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
  const statement = "computes" in explained ? onlyStatementOf(source) : undefined;
  const line = statement === undefined ? {} : { line: ownLine(source, statement) };
  const named = explained.mistakes.map((one) => ({ ...one, ...line }));
  return {
    kind: "wrong",
    ...explained,
    mistakes: [...read.faults, ...named],
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
