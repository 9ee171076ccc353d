import { expect } from "vitest";
import { lessonExercises } from "fall-line";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { MOST_TRIED as MOST_FORMULAS } from "../../src/exercises/explain/explain-each.ts";
import { MOST_TRIED as MOST_LINES } from "../../src/exercises/explain/setting.ts";
import type { FormulaTarget } from "../../src/exercises/formula-target.ts";
import type { StepTarget } from "../../src/exercises/step-target.ts";
import { worstFormula, worstStep } from "./worst.ts";

const exercises = [...lessonExercises.all];

export const steps = exercises.flatMap(([id, one]) =>
  one.kind === "write" || one.kind === "bug" ? [[id, one.target] as const] : [],
);
export const formulas = exercises.flatMap(([id, one]) =>
  one.kind === "formula" ? [[id, one.target] as const] : [],
);

/** How many wrong versions are tried for a step that nothing explains, which is no more than so many. */
export function triedForStep(target: StepTarget): number {
  const diagnosis = diagnoseStep(target, worstStep(target.rule));
  expect(diagnosis).toMatchObject({ kind: "wrong", mistakes: [] });
  const tried = "tried" in diagnosis ? diagnosis.tried : 0;
  expect(tried).toBeGreaterThan(1000);
  expect(tried).toBeLessThanOrEqual(MOST_LINES);
  return tried;
}

/** The same for a function. */
export function triedForFormula(target: FormulaTarget): number {
  const diagnosis = diagnoseFormula(target, worstFormula(target));
  expect(diagnosis).toMatchObject({ kind: "wrong", mistakes: [] });
  const tried = ("tried" in diagnosis ? diagnosis.tried : undefined) ?? 0;
  expect(tried).toBeGreaterThan(100);
  expect(tried).toBeLessThanOrEqual(MOST_FORMULAS);
  return tried;
}
