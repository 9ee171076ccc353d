/** Random answers, of which nothing wrong may be said. */
import { expect } from "vitest";
import { lessonExercises, type Rule } from "fall-line";
import type { FormulaTarget } from "../../src/exercises/formula-target.ts";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
import type { StepTarget } from "../../src/exercises/step-target.ts";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import { explains } from "../../src/exercises/search/columns.ts";
import { type Lines, outcomeOf } from "../../src/exercises/search/lines.ts";
import { settingOf } from "../../src/exercises/explain/formula-setting.ts";
import { type Tree, treeOf } from "../../src/exercises/search/tree.ts";
import { type Probe, probesFor } from "../../src/exercises/run/probe.ts";
import { differs, pathOf } from "../../src/exercises/run/rule-run.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { runStep } from "../../src/exercises/run/step-run.ts";
import { uniform } from "../../src/math/random.ts";

type Compute = (values: Record<string, number>) => number;

/** Random small expressions of these names. */
function randomExpressions(seed: number, names: readonly string[]): (depth: number) => Compute {
  let place = 0;
  const pick = (count: number): number => Math.floor(count * uniform(seed, place++));
  const expression = (depth: number): Compute => {
    const kind = depth === 0 ? 0 : pick(7);
    if (kind === 0) {
      const name = names[pick(names.length)]!;
      return (values) => values[name]!;
    }
    if (kind === 1) {
      const value = [0.1, 0.5, 0.9, 1, 2][pick(5)]!;
      return () => value;
    }
    if (kind === 2) {
      const inner = expression(depth - 1);
      return (values) => Math.sqrt(Math.abs(inner(values)) + 0.01);
    }
    const [left, right] = [expression(depth - 1), expression(depth - 1)];
    if (kind === 3) return (values) => left(values) * right(values);
    return kind === 4 ? (values) => left(values) + right(values) : (values) => left(values) - right(values);
  };
  return expression;
}

/** A random step: each state, and then w, becomes a random expression of what is there. */
function randomStep(rule: Rule, seed: number): Candidate {
  const states = Object.keys(rule.state);
  const expression = randomExpressions(seed, [
    "w",
    "g",
    "t",
    ...states,
    ...Object.keys(rule.hyperparameters),
  ]);
  const lines = [...states, "w"].map((name) => [name, expression(2)] as const);
  const keepsW = uniform(seed, 1000) < 0.5;
  return (now, hyper) => {
    const given = now as Record<string, number[]>;
    const next: Record<string, number[]> = Object.fromEntries(lines.map(([name]) => [name, []]));
    given["w"]!.forEach((x, i) => {
      const values: Record<string, number> = { ...hyper, t: now["t"] as number, w: x, g: given["g"]![i]! };
      for (const state of states) values[state] = given[state]![i]!;
      for (const [name, compute] of lines) {
        const value = (name === "w" && keepsW ? x : 0) - 0.1 * compute(values);
        values[name] = value;
        next[name]!.push(value);
      }
    });
    return next;
  };
}

const exercises = [...lessonExercises.all];
export const steps = exercises.flatMap(([id, one]) =>
  one.kind === "write" ? [[id, one.target] as const] : [],
);
export const formulas = exercises.flatMap(([id, one]) =>
  one.kind === "formula" ? [[id, one.target] as const] : [],
);

function expectSamePath(rule: Rule, probe: Probe, answer: Candidate): void {
  const { path } = runStep(answer, rule, probe);
  pathOf(rule, probe).forEach((w, t) => expect(differs(w, path[t]!)).toBe(-1));
}

/** What an explanation says is true in cases that the diagnosis has never seen. */
function expectTrue({ rule }: StepTarget, computes: Lines, answer: Candidate): void {
  const cases = casesFor(rule, 11);
  const due = outcomeOf(computes, cases.columns);
  const replies = repliesOf(answer, cases);
  const got = (name: string): Float64Array =>
    Float64Array.from(replies.flatMap(({ result }) => (result as Record<string, number[]>)[name]!));
  for (const [name, column] of [["w", due.w] as const, ...due.states])
    expect([name, explains(column, got(name))]).toEqual([name, true]);
}

/** A random step is right on probes that nobody has seen, or what is said of it is true. */
export function expectNoWrongNameOfStep(target: StepTarget, seed: number): void {
  const { rule } = target;
  const answer = randomStep(rule, seed);
  const diagnosis = diagnoseStep(target, answer);
  expect(["right", "wrong"]).toContain(diagnosis.kind);
  if (diagnosis.kind === "right") {
    const unseen = [11, 12, 13].flatMap((one) => {
      const { matching, fresh } = probesFor(rule, one);
      return [...matching, fresh];
    });
    for (const probe of unseen) expectSamePath(diagnosis.convention?.rule ?? rule, probe, answer);
  }
  if (diagnosis.kind === "wrong" && diagnosis.computes !== undefined)
    expectTrue(target, diagnosis.computes, answer);
}

/** The same of a random formula. */
export function expectNoWrongNameOfFormula(target: FormulaTarget, seed: number): void {
  const expression = randomExpressions(seed, Object.keys(target.arguments));
  const parts = [target.formula].flat().map(() => expression(3));
  const answer: Compute = (values) => parts[0]!(values);
  const list = (values: Record<string, number>): number[] => parts.map((part) => part(values));
  const diagnosis = diagnoseFormula(target, typeof target.formula === "string" ? answer : list);
  expect(["right", "wrong"]).toContain(diagnosis.kind);
  if (diagnosis.kind === "right") expectSameValues(target, [target.formula].flat().map(treeOf), list);
  if (diagnosis.kind === "wrong" && diagnosis.computes !== undefined)
    expectSameValues(target, diagnosis.computes, list);
}

function expectSameValues(
  target: FormulaTarget,
  formulas: readonly Tree[],
  answer: (values: Record<string, number>) => number[],
): void {
  const points = Array.from({ length: 20 }, (_, i) =>
    Object.fromEntries(
      Object.entries(target.arguments).map(([name, { from, to, whole }], place) => {
        const value = from + (to - from) * uniform(77, i, place);
        return [name, whole === true ? Math.round(value) : value];
      }),
    ),
  );
  const { columns } = settingOf([target.formula].flat(), points, "");
  const due = formulas.map((tree) => columns.compute(tree));
  points.forEach((values, i) => {
    const got = answer(values);
    due.forEach((column, j) => expect(got[j]).toBeCloseTo(column[i]!, 5));
  });
}
