/** What programs around the library need, and its users do not: front ends, and those that make a course of lessons. */
export { bundleOf, type MimeBundle, type Rich } from "./display.ts";
export type { Exercises } from "./exercises/exercises.ts";
export { gatherExercises, type LessonModule, type OfFormerIds, type OfLesson } from "./exercises/gather.ts";
export { proveExercise } from "./exercises/prove.ts";
export type { PlotlyObject } from "./figures/plotly.ts";
export type { Specification } from "./figures/recipe.ts";
export { figureFromSpecification } from "./figures/specification.ts";
export { formatNumber } from "./math/tex.ts";
export { nearest } from "./nearest.js";
export { reviveRule } from "./rules/revive.ts";
export { type EquationTex, equationsTex } from "./rules/tex.ts";
export { scheduleById } from "./schedules/schedule.ts";
