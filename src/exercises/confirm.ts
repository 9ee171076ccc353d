import { type Exercise, kindOf } from "./exercise.ts";

/**
 * Whether a function that was found right is right elsewhere too: at points that nobody could know beforehand.
 * @param seeds whole numbers above 2, since 1 and 2 are those of every notebook; one at which it is right will do, so that
 * no unlucky point costs anybody anything
 */
export function isRightElsewhere(exercise: Exercise, answer: unknown, seeds: readonly number[]): boolean {
  const kind = kindOf(exercise);
  return kind.answered !== "by a function" || seeds.some((seed) => kind.isRightOn(exercise, answer, seed));
}
