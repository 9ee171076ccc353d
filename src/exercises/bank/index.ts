import { type ById, Exercises } from "../exercises.ts";
import { adagradExercises } from "./adagrad.ts";
import { adamExercises } from "./adam.ts";
import { decayExercises } from "./decay.ts";
import { momentumExercises } from "./momentum.ts";
import { motivationExercises } from "./motivation.ts";
import { motivationGuesses } from "./motivation-guesses.ts";
import { nesterovExercises } from "./nesterov.ts";
import { newtonExercises } from "./newton.ts";
import { practiceExercises } from "./practice.ts";
import { rmspropExercises } from "./rmsprop.ts";

/** The exercises of all lessons, by their ids. An interface, so that declarations name it and do not print it. */
export interface LessonExercises
  extends
    ById<typeof motivationGuesses>,
    ById<typeof motivationExercises>,
    ById<typeof momentumExercises>,
    ById<typeof nesterovExercises>,
    ById<typeof adagradExercises>,
    ById<typeof rmspropExercises>,
    ById<typeof adamExercises>,
    ById<typeof decayExercises>,
    ById<typeof newtonExercises>,
    ById<typeof practiceExercises> {}

/** The exercises of all lessons, in their order. */
export const lessonExercises = new Exercises<LessonExercises>({
  ...motivationGuesses.byId,
  ...motivationExercises.byId,
  ...momentumExercises.byId,
  ...nesterovExercises.byId,
  ...adagradExercises.byId,
  ...rmspropExercises.byId,
  ...adamExercises.byId,
  ...decayExercises.byId,
  ...newtonExercises.byId,
  ...practiceExercises.byId,
});

type OfLessons = Exercises<LessonExercises>;

/**
 * Check an answer: `check("momentum/rule", myStep)`. The exercise is found by its id, so cells may be copied, split and
 * moved. Never throws, and never takes longer than a second or two.
 */
export const check: OfLessons["check"] = lessonExercises.check;

/** The next hint of an exercise; hints cost nothing. */
export const hint: OfLessons["hint"] = lessonExercises.hint;

/** A right answer: after success, or when asked for twice. */
export const solution: OfLessons["solution"] = lessonExercises.solution;

/** Forget what was done with an exercise. */
export const startOver: OfLessons["startOver"] = lessonExercises.startOver;

/** The card of a prediction or a choice; it opens `reveal` once it is answered, or when asked to show it anyway. */
export const card: OfLessons["card"] = lessonExercises.card;

/** A picture of what is done and what is not. */
export const progress: OfLessons["progress"] = lessonExercises.progress;
