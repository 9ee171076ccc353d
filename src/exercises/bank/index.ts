import { adagradExercises } from "./adagrad.ts";
import { adamExercises } from "./adam.ts";
import { decayExercises } from "./decay.ts";
import { momentumExercises } from "./momentum.ts";
import { nesterovExercises } from "./nesterov.ts";
import { newtonExercises } from "./newton.ts";
import { practiceExercises } from "./practice.ts";
import { rmspropExercises } from "./rmsprop.ts";

/** The exercises of all lessons, in their order. */
export const lessonExercises = momentumExercises
  .and(nesterovExercises)
  .and(adagradExercises)
  .and(rmspropExercises)
  .and(adamExercises)
  .and(decayExercises)
  .and(newtonExercises)
  .and(practiceExercises);

/**
 * Check an answer: `check("momentum/rule", myStep)`. The exercise is found by its id, so cells may be copied, split and
 * moved. Never throws, and never takes longer than a second or two.
 */
export const check = lessonExercises.check;

/** The next hint of an exercise; hints cost nothing. */
export const hint = lessonExercises.hint;

/** A right answer: after success, or when asked for twice. */
export const solution = lessonExercises.solution;

/** Forget what was done with an exercise. */
export const startOver = lessonExercises.startOver;

/** The card of a prediction or a choice; it opens `reveal` once it is answered, or when asked to show it anyway. */
export const card = lessonExercises.card;

/** A picture of what is done and what is not. */
export const progress = lessonExercises.progress;
