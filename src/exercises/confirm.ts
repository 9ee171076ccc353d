import { isRightFormulaOn } from "./diagnose-formula.ts";
import { isRightStepOn } from "./diagnose-step.ts";
import type { Exercise } from "./exercise.ts";

/**
 * Whether a function that was found right is right elsewhere too: at points that nobody could know beforehand.
 * @param seeds whole numbers above 2, since 1 and 2 are those of every notebook; one at which it is right will do, so that
 * no unlucky point costs anybody anything
 */
export function isRightElsewhere(exercise: Exercise, answer: unknown, seeds: readonly number[]): boolean {
  switch (exercise.kind) {
    case "write":
    case "bug":
      return seeds.some((seed) => isRightStepOn(exercise.target, answer, seed));
    case "formula":
      return seeds.some((seed) => isRightFormulaOn(exercise.target, answer, seed));
    default:
      return true;
  }
}
