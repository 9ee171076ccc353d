import { numberText } from "../math/numerals.ts";
import { nameText } from "../math/text.ts";
import { rightOf, whyNothing } from "./earned.ts";
import { withCure } from "./explain/completed.ts";
import { columnsOf } from "./explain/formula-setting.ts";
import type { Came, FormulaExplanation } from "./explain/tried-formula.ts";
import { isRight as isRightIn } from "./explain/compared-quantities.ts";
import { type Differing, formulaDiffering } from "./explain/differing.ts";
import { explainFormula } from "./explain/explain-formula.ts";
import { type Failed, failed } from "./explain/failed.ts";
import { readValues } from "./explain/formula-form.ts";
import { whyNoNumber } from "./explain/no-number.ts";
import { unheard } from "./run/describe.ts";
import {
  allPointsOf,
  cornersOf,
  type FormulaTarget,
  formulasOf,
  type Point,
  pointsOf,
  same,
  unseenPointsOf,
  valuesOf,
} from "./formula-target.ts";
import { onlyStatementOf } from "./run/assigned.ts";
import type { FormulaCandidate } from "./run/candidate.ts";
import { mendedFormula } from "./explain/mended-line.ts";
import { guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { constantsIn, sourceOf } from "./run/source.ts";
import { type Columns, firstDifference } from "./search/columns.ts";
import { namesIn, type Tree } from "./search/tree.ts";

/** What is known about a function after it was tried. */
export type FormulaDiagnosis =
  | { readonly kind: "right" }
  /** It computes what it computed when it was handed out. */
  | { readonly kind: "untouched" }
  | (FormulaExplanation & {
      readonly kind: "wrong";
      /** Why what came at that point is no number, where that is certain. */
      readonly noNumber?: string;
      /** Why it earns nothing, whatever mistakes it shows: a sentence. */
      readonly nothing?: string | undefined;
      /** The numbers of a list that come out right at all points, counted from 1. */
      readonly right: readonly number[];
      /** How the first number differs that nothing explains: sentences, and what makes them true. */
      readonly differing?: Differing<Came>;
      readonly at: Point;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    })
  | { readonly kind: "outside" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | Failed;

/**
 * Try a function and find out what it computes. Never throws.
 * @param given what it computes where it is handed out with a bug
 */
export function diagnoseFormula(
  target: FormulaTarget,
  answer: unknown,
  given?: FormulaTarget["formula"],
): FormulaDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const candidate = answer as FormulaCandidate;
  const points = allPointsOf(target);
  const source = sourceOf(answer);
  const tried = guarded(
    () => [...points, points[0]!].map((point) => unheard(candidate({ ...point }))),
    PRINTED,
  );
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure, source);
  const results = tried.value.slice(0, -1);
  const right = formulasOf(target.formula);
  const read = readValues(results, right.length, typeof target.formula === "string", source);
  if (changes(results[0], tried.value.at(-1))) return { kind: "outside" };
  const expected = valuesOf(right, points);
  const got = read.values;
  const computes = (formulas: readonly (readonly number[])[]): boolean =>
    got !== undefined && same(formulas, got);
  const isRight = computes(expected);
  if (read.faults.length === 0) {
    const missed = isRight ? missedCorner(target, candidate) : undefined;
    if (missed !== undefined)
      return diagnoseFormula({ ...target, besides: [...target.besides, missed] }, answer, given);
    if (isRight) return { kind: "right" };
    if (given !== undefined && computes(valuesOf(formulasOf(given), points)) && !isAnother(source, given))
      return { kind: "untouched" };
  }
  const unseen = got && unseenOf(target, candidate);
  const explained = isRight
    ? { mistakes: [] }
    : explainFormula({ target, right, points, got, results, candidate, source, unseen });
  const at = Math.max(
    0,
    expected.findIndex((value, i) => !same([value], [got?.[i] ?? []])),
  );
  const noNumber = noNumberAt(explained.computes, got, points, at);
  const statement = "computes" in explained ? onlyStatementOf(source) : undefined;
  const isTheRight = (tree: Tree): boolean =>
    firstDifference(columnsOf(points).compute(tree), columnOf(expected, 0)) < 0;
  const line =
    statement === undefined
      ? {}
      : mendedFormula(source, statement, Object.keys(target.arguments), isTheRight);
  const named = withCure(explained, source).mistakes.map((one) => ({ ...one, ...line }));
  const seen = [...points, ...(unseen?.points ?? [])];
  const due = valuesOf(right, seen);
  const came = got && [...got, ...(unseen?.got ?? [])];
  const quantities = right.map((_, k) => ({
    number: k + 1,
    got: came && columnOf(came, k),
    due: columnOf(due, k),
  }));
  const asked = Object.keys(points[0]!).map((name) => Float64Array.from(seen, (point) => point[name]!));
  const isSilent = got !== undefined && read.faults.length === 0 && named.length === 0 && !isRight;
  const wrong = quantities.flatMap((one, k) => (isRightIn(one) ? [] : [k]));
  const all = [{ points, got: got ?? [] }, ...(unseen === undefined ? [] : [unseen])];
  return {
    kind: "wrong",
    ...(isSilent && { differing: formulaDiffering(wrong, target, candidate, all) }),
    ...explained,
    ...(noNumber === undefined ? {} : { noNumber }),
    mistakes: [...read.faults, ...named],
    nothing: whyNothing(quantities, asked),
    right: rightOf(quantities, asked).map(({ number }) => number),
    at: points[at]!,
    expected: expected[at]!,
    got: got?.[at] ?? [],
  };
}

/** Is a text an expression with numbers that what was handed out has not? Then it is another one, that comes to the same. */
function isAnother(source: string, given: FormulaTarget["formula"]): boolean {
  const known = formulasOf(given).flatMap(constantsIn);
  return constantsIn(onlyStatementOf(source) ?? "").some((value) => !known.includes(value));
}

/** A corner of what an exercise asks for where a function that is right elsewhere is wrong: what is cut off there, or rounded. */
function missedCorner(target: FormulaTarget, candidate: FormulaCandidate): Point | undefined {
  return cornersOf(target).find((corner) => !isRightAt(target, candidate, [corner]));
}

/** What a function makes of points that are not searched; nothing where it does not come through. */
function unseenOf(target: FormulaTarget, candidate: FormulaCandidate): Came | undefined {
  const points = unseenPointsOf(target);
  const tried = guarded(() => points.map((point) => unheard(candidate({ ...point }))));
  if (!("value" in tried)) return undefined;
  const count = formulasOf(target.formula).length;
  const { values } = readValues(tried.value, count, typeof target.formula === "string", "");
  return values && { points, got: values };
}

/** Is a function right at the points of a seed? One that knows those of every notebook by heart is not. */
export function isRightFormulaOn(target: FormulaTarget, answer: unknown, seed: number): boolean {
  return isRightAt(target, answer as FormulaCandidate, pointsOf(target, seed));
}

function isRightAt(target: FormulaTarget, candidate: FormulaCandidate, points: readonly Point[]): boolean {
  const tried = guarded(() => points.map((point) => unheard(candidate({ ...point }))), PRINTED);
  if ("failure" in tried) return false;
  const right = formulasOf(target.formula);
  const { values } = readValues(tried.value, right.length, typeof target.formula === "string", "");
  return values !== undefined && same(valuesOf(right, points), values);
}

/** The numbers of one of the formulas at all points. */
function columnOf(values: readonly (readonly number[])[], formula: number): Float64Array {
  return Float64Array.from(values, (at) => at[formula] ?? NaN);
}

/** Why a function gives no number at a point: a sentence, where what it computes is known. */
function noNumberAt(
  computes: readonly Tree[] | undefined,
  got: readonly (readonly number[])[] | undefined,
  points: readonly Point[],
  at: number,
): string | undefined {
  const which = got?.[at]?.findIndex((x) => !Number.isFinite(x)) ?? -1;
  const tree = computes?.[which];
  if (tree === undefined) return undefined;
  const columns = columnsOf(points);
  const reason = whyNoNumber(tree, columns, at);
  return (
    reason &&
    `It gives ${got![at]![which]!} at ${placeWhere(reason.part, columns, at, points[at]!)}: ${reason.says} there.`
  );
}

/** The arguments that make a part what it is at a point, whatever the others are: "t = 1". */
function placeWhere(part: Tree, columns: Columns, at: number, point: Point): string {
  const names = [...namesIn(part)];
  const value = columns.compute(part)[at]!;
  const alone = names.find((one) => {
    const fixed = new Map([[one, new Float64Array(columns.length).fill(point[one]!)]]);
    return columns
      .with(fixed)
      .compute(part)
      .every((x) => Math.sign(x) === Math.sign(value));
  });
  return (alone === undefined ? names : [alone])
    .map((one) => `${nameText(one)} = ${numberText(point[one]!)}`)
    .join(", ");
}

/** Do two equal calls give two different numbers? */
function changes(a: unknown, b: unknown): boolean {
  const [first, second] = [a, b].map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  return first!.some((x, i) => typeof x === "number" && !Object.is(x, second![i]));
}
