/** Tries what is said of an answer, in cases and at points that neither the search nor its own trial has seen. */
import { lessonExercises } from "fall-line";
import { diagnoseFormula } from "../../../src/exercises/diagnose-formula.ts";
import { diagnoseStep, type StepDiagnosis } from "../../../src/exercises/diagnose-step.ts";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { isRight, quantitiesOf } from "../../../src/exercises/explain/compared-quantities.ts";
import { agrees, type Claim, isMadeBy, type Seen } from "../../../src/exercises/explain/claim.ts";
import { UNMENDED } from "../../../src/exercises/explain/bases.ts";
import { readValues } from "../../../src/exercises/explain/formula-form.ts";
import type { Mistake } from "../../../src/exercises/mistake.ts";
import { nameText } from "../../../src/math/text.ts";
import { readForm } from "../../../src/exercises/explain/form.ts";
import { formulasOf, type FormulaTarget, unseenPointsOf } from "../../../src/exercises/formula-target.ts";
import type { Candidate, FormulaCandidate } from "../../../src/exercises/run/candidate.ts";
import { unseenCasesFor } from "../../../src/exercises/run/cases.ts";
import { guarded } from "../../../src/exercises/run/guard.ts";
import { repliesOf } from "../../../src/exercises/run/observe.ts";
import { rightRun } from "../../../src/exercises/run/rule-run.ts";
import { sourceOf, thresholdsIn } from "../../../src/exercises/run/source.ts";
import { sameNumbers } from "../../../src/exercises/search/columns.ts";
import { changedLine, linesOf, outcomeOf, PLACE_OF_GRADIENT } from "../../../src/exercises/search/lines.ts";
import { keyOf, show, type Tree } from "../../../src/exercises/search/tree.ts";
import type { StepTarget } from "../../../src/exercises/step-target.ts";

/** Seeds that nothing in the library uses. */
const SEEDS = [21, 34];

/** What is said of an answer and is not so, or cannot be tried: a line for each. */
export function falseClaims(id: string, answer: unknown): string[] {
  const exercise = lessonExercises.all.get(id) as Exercise;
  if (exercise.kind === "formula") return ofFormula(exercise.target, answer);
  if (exercise.kind === "write") return ofStep(exercise.target, answer);
  if (exercise.kind !== "bug") return [];
  const { target, given } = exercise;
  const unmended = { id: UNMENDED, what: "the bug is still in it", step: given };
  return ofStep({ ...target, misconceptions: [unmended, ...target.misconceptions] }, answer);
}

function ofStep(target: StepTarget, answer: unknown): string[] {
  const diagnosis = diagnoseStep(target, answer);
  if (diagnosis.kind !== "wrong") return [];
  const { mistakes, claims, computes, unexplained } = diagnosis;
  const { rule } = target;
  const all = SEEDS.flatMap((seed) => seenIn(target, answer as Candidate, seed) ?? []);
  const untried = mistakes
    .filter(({ id, what }) => what !== undefined && !claims.some(({ of }) => of === id))
    .map(({ id }) => `nothing tells how to try "${id}"`);
  const untriedToo = mistakes
    .filter(({ id, or }) => or !== undefined && claims.filter(({ of }) => of === id).length < 2)
    .map(({ or }) => `nothing tells how to try "${or!}"`);
  const wrong = all.flatMap((seen) => claims.filter(({ holds }) => !holds(seen)).map(({ of }) => of));
  const isComputed = computes === undefined || all.every(isMadeBy(computes));
  const isAllRight = (seen: Seen): boolean => agrees(outcomeOf(linesOf(rule), seen.cases.columns), seen);
  return [
    ...untried,
    ...untriedToo,
    ...new Set(wrong),
    ...diagnosis.right
      .filter((name) => !all.every(isRightIn(rule, name)))
      .map((name) => `${name} is not right`),
    ...(isComputed ? [] : ["it behaves otherwise than the lines that are shown"]),
    ...new Set(all.flatMap((seen) => claims.flatMap((claim) => ofPlace(claim, mistakes, rule, seen)))),
    ...(unexplained.length > 0 && all.length > 0 && all.every(isAllRight)
      ? ["all is right but its form"]
      : []),
    ...ofDeparture(target, diagnosis),
  ];
}

/** That a quantity comes out right. */
const isRightIn =
  (rule: StepTarget["rule"], quantity: string) =>
  (seen: Seen): boolean =>
    quantitiesOf(rule, seen).some((one) => one.name === quantity && isRight(one));

/** That a mistake is in the lines that are named, and that neither of two slips is one without the other. */
function ofPlace(
  { of, place }: Claim,
  mistakes: readonly Mistake[],
  { state }: StepTarget["rule"],
  seen: Seen,
): string[] {
  if (place === undefined) return [];
  const { line, right, computes, named, alone } = place;
  const columns = place.columns(seen);
  const came = columns.compute(computes);
  const due = columns.compute(right);
  const isLike = (tree: Tree, column: Float64Array): boolean => sameNumbers(columns.compute(tree), column);
  const { what = "" } = mistakes.find(({ id }) => id === of) ?? {};
  const unnamed =
    Object.keys(state).length === 0 ? [] : named.filter((one) => one !== line && !isNamed(one, what));
  // Where a step is right all the same, it shows nothing.
  if (sameNumbers(came, due)) return [];
  return [
    ...(isLike(mended(right, computes, line, named), due)
      ? []
      : [`"${of}" is not in the line of ${named.join(", ")}`]),
    ...(keyOf(place.of) === keyOf(right)
      ? []
      : [`"${of}" is told of ${show(place.of)}, and ${show(right)} was compared`]),
    ...unnamed.map((one) => `"${what}" does not say that it is in the line of ${one}`),
    ...(alone.some((tree) => isLike(tree, due) && isLike(tree, came))
      ? [`"${of}" tells one slip too many`]
      : []),
  ];
}

/** What is so everywhere has no place to be named, and what w is computed with none of its own. */
function isNamed(line: string, what: string): boolean {
  if (what.endsWith("everywhere") || what.includes("where w is computed")) return true;
  return line === PLACE_OF_GRADIENT ? /gradient|ahead/.test(what) : what.includes(nameText(line));
}

/** What is computed with the named lines as they should be. */
function mended(right: Tree, computes: Tree, line: string, named: readonly string[]): Tree {
  if (keyOf(right) === keyOf(computes)) return computes;
  const inner = changedLine(right, computes, line);
  // What w is computed with stands in the lines that are computed of it.
  const own = inner === "w" ? line : inner;
  if (right.op !== computes.op || right.args.length !== computes.args.length || right.args.length === 0)
    return named.includes(own) ? right : computes;
  const below = right.op === "gradient" ? PLACE_OF_GRADIENT : own;
  return { ...computes, args: right.args.map((arg, i) => mended(arg, computes.args[i]!, below, named)) };
}

function seenIn({ rule }: StepTarget, answer: Candidate, seed: number): Seen | undefined {
  const cases = unseenCasesFor(rule, thresholdsIn(sourceOf(answer)), seed);
  const tried = guarded(() => repliesOf(answer, cases));
  if (!("value" in tried)) return undefined;
  return { cases, form: readForm(cases, tried.value, outcomeOf(linesOf(rule), cases.columns), "") };
}

/** That an answer was right until it departed, and that a form is told only where its mistakes are told against it or it is followed longer. */
function ofDeparture(
  { rule, conventions }: StepTarget,
  { departure, from }: Extract<StepDiagnosis, { kind: "wrong" }>,
): string[] {
  if (departure === undefined) return [];
  const { probe, step, quantity, expected, got, path, form } = departure;
  const against = conventions.find(({ name }) => name === form)?.rule ?? rule;
  const right = rightRun(against, probe);
  const isRightBefore = path.slice(0, step - 1).every((w, t) => sameNumbers(w, right.path[t]!));
  return [
    ...(isRightBefore ? [] : [`it departs before step ${step}`]),
    ...(sameNumbers(expected, got) ? [`${quantity} is right in step ${step}`] : []),
    ...(form !== undefined && from !== undefined && from !== against ? [`it is compared with ${form}`] : []),
  ];
}

function ofFormula(target: FormulaTarget, answer: unknown): string[] {
  const diagnosis = diagnoseFormula(target, answer);
  if (diagnosis.kind !== "wrong") return [];
  const { mistakes, holds, differing } = diagnosis;
  const count = formulasOf(target.formula).length;
  const all = SEEDS.flatMap((seed) => {
    const points = unseenPointsOf(target, seed);
    const tried = guarded(() => points.map((point) => (answer as FormulaCandidate)({ ...point })));
    if (!("value" in tried)) return [];
    const { values } = readValues(tried.value, count, typeof target.formula === "string", "");
    return values === undefined ? [] : [{ points, got: values }];
  });
  const said = mistakes.filter(({ what }) => what !== undefined).map(({ id }) => id);
  if (said.length > 0 && holds === undefined) return said.map((id) => `nothing tells how to try "${id}"`);
  const isDiffering = differing === undefined || all.every(differing.holds);
  return [...(holds === undefined || all.every(holds) ? [] : said), ...(isDiffering ? [] : differing.says)];
}
