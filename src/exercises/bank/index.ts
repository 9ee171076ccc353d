import { type ById, Exercises } from "../exercises.ts";
import { adagradExercises } from "./adagrad.ts";
import { adagradGuesses } from "./adagrad-guesses.ts";
import { adamExercises } from "./adam.ts";
import { adamGuesses } from "./adam-guesses.ts";
import { decayExercises } from "./decay.ts";
import { decayGuesses } from "./decay-guesses.ts";
import { gradientDescentExercises } from "./gradient-descent.ts";
import { gradientDescentGuesses } from "./gradient-descent-guesses.ts";
import { momentumExercises } from "./momentum.ts";
import { momentumGuesses } from "./momentum-guesses.ts";
import { motivationExercises } from "./motivation.ts";
import { motivationGuesses } from "./motivation-guesses.ts";
import { nesterovExercises } from "./nesterov.ts";
import { nesterovGuesses } from "./nesterov-guesses.ts";
import { newtonExercises } from "./newton.ts";
import { newtonGuesses } from "./newton-guesses.ts";
import { practiceExercises } from "./practice.ts";
import { practiceGuesses } from "./practice-guesses.ts";
import { rmspropExercises } from "./rmsprop.ts";
import { rmspropGuesses } from "./rmsprop-guesses.ts";
import { startHereExercises } from "./start-here.ts";

/** The exercises of all lessons, by their ids. An interface, so that declarations name it and do not print it. */
export interface LessonExercises
  extends
    ById<typeof startHereExercises>,
    ById<typeof motivationGuesses>,
    ById<typeof motivationExercises>,
    ById<typeof gradientDescentGuesses>,
    ById<typeof gradientDescentExercises>,
    ById<typeof momentumGuesses>,
    ById<typeof momentumExercises>,
    ById<typeof nesterovGuesses>,
    ById<typeof nesterovExercises>,
    ById<typeof adagradGuesses>,
    ById<typeof adagradExercises>,
    ById<typeof rmspropGuesses>,
    ById<typeof rmspropExercises>,
    ById<typeof adamGuesses>,
    ById<typeof adamExercises>,
    ById<typeof decayGuesses>,
    ById<typeof decayExercises>,
    ById<typeof newtonGuesses>,
    ById<typeof newtonExercises>,
    ById<typeof practiceGuesses>,
    ById<typeof practiceExercises> {}

/** The exercises of all lessons, in their order. */
export const lessonExercises = new Exercises<LessonExercises>({
  ...startHereExercises.byId,
  ...motivationGuesses.byId,
  ...motivationExercises.byId,
  ...gradientDescentGuesses.byId,
  ...gradientDescentExercises.byId,
  ...momentumGuesses.byId,
  ...momentumExercises.byId,
  ...nesterovGuesses.byId,
  ...nesterovExercises.byId,
  ...adagradGuesses.byId,
  ...adagradExercises.byId,
  ...rmspropGuesses.byId,
  ...rmspropExercises.byId,
  ...adamGuesses.byId,
  ...adamExercises.byId,
  ...decayGuesses.byId,
  ...decayExercises.byId,
  ...newtonGuesses.byId,
  ...newtonExercises.byId,
  ...practiceGuesses.byId,
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
