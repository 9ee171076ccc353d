import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { MOST_TRIED as MOST_FORMULAS } from "../../src/exercises/explain/explain-formula.ts";
import { MOST_TRIED as MOST_LINES } from "../../src/exercises/explain/explain-step.ts";
import { worstFormula, worstStep } from "./worst.ts";

const exercises = [...lessonExercises.all];
const steps = exercises.flatMap(([id, one]) =>
  one.kind === "write" || one.kind === "bug" ? [[id, one.target] as const] : [],
);
const formulas = exercises.flatMap(([id, one]) =>
  one.kind === "formula" ? [[id, one.target] as const] : [],
);

test.each(steps)(
  "check(%j, ...) tries no more than so many wrong versions, and always the same",
  (_, target) => {
    const answer = worstStep(target.rule);
    const [first, again] = [diagnoseStep(target, answer), diagnoseStep(target, answer)];
    expect(first).toMatchObject({ kind: "wrong", mistakes: [] });
    const tried = "tried" in first ? first.tried : 0;
    expect(tried).toBeGreaterThan(1000);
    expect(tried).toBeLessThanOrEqual(MOST_LINES);
    expect(again).toMatchObject({ tried });
  },
);

test.each(formulas)(
  "check(%j, ...) tries no more than so many formulas, and always the same",
  (_, target) => {
    const answer = worstFormula(target);
    const [first, again] = [diagnoseFormula(target, answer), diagnoseFormula(target, answer)];
    expect(first).toMatchObject({ kind: "wrong", mistakes: [] });
    const tried = ("tried" in first ? first.tried : undefined) ?? 0;
    expect(tried).toBeGreaterThan(100);
    expect(tried).toBeLessThanOrEqual(MOST_FORMULAS);
    expect(again).toMatchObject({ tried });
  },
);
