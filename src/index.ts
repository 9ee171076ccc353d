/** fall-line: the optimizers behind deep learning, step by step. A course puts its exercises in. */
export { display } from "./display.ts";
export { EquationError, InputError } from "./errors.ts";
export { type FormulaOf, notWrittenYet, type StepOf } from "./exercises/answer.ts";
export { exercise } from "./exercises/exercise.ts";
export { defineExercises } from "./exercises/exercises.ts";
export type { About } from "./about.ts";
export type { Feedback } from "./exercises/feedback.ts";
export { prose } from "./exercises/prose.ts";
export { room, type RoomSeat } from "./exercises/room/seat.ts";
export type { Figure } from "./figures/figure.ts";
export * from "./figures/index.ts";
export type { Contestant } from "./search/contest.ts";
export { tune, type Tuned, type TuneOptions } from "./search/tune.ts";
export {
  type BatchOptions,
  miniBatch,
  type MiniBatchObjective,
  type SampledObjective,
} from "./objectives/batches.ts";
export { type Dataset, randomSplit, type SplitOptions, standardized, subset } from "./objectives/dataset.ts";
export { digits } from "./objectives/digits.ts";
export { iris, type IrisOptions } from "./objectives/iris.ts";
export { network, type NetworkObjective, type NetworkOptions } from "./objectives/network.ts";
export { type Noise, noisy, type NoisyObjective } from "./objectives/noise.ts";
export {
  type ExpressionObjective,
  type Landmarks,
  objective,
  type Objective,
  type ObjectiveOptions,
  type PlainObjective,
} from "./objectives/objective.ts";
export { quadratic, type Quadratic, type QuadraticOptions } from "./objectives/quadratic.ts";
export * from "./objectives/surfaces.ts";
export { contractionFactor, quadraticTheory, type QuadraticTheory } from "./objectives/theory.ts";
export {
  convention,
  type ConventionName,
  type ConventionOf,
  conventions,
  type Method,
} from "./rules/conventions.ts";
export { defineRule, type RuleDeclaration } from "./rules/define.ts";
export * from "./rules/index.ts";
export { rules } from "./rules/list.ts";
export { type Changes, variant } from "./rules/variant.ts";
export {
  type Equation,
  hyper,
  type Hyperparameter,
  line,
  type Rule,
  state,
  type State,
  type Terms,
} from "./rules/rule.ts";
export { type Schedule, schedules } from "./schedules/schedule.ts";
export { type Row, table, type Table } from "./table.ts";
export {
  compareConventions,
  type CompareOptions,
  compareRules,
  type Comparison,
  type Parting,
  type Verdict,
} from "./trace/compare.ts";
export { descend } from "./trace/descend.ts";
export type { DescendOptions } from "./trace/descend-options.ts";
export type { Stop, StopReason } from "./trace/stop.ts";
export { type Always, type Step, Trace } from "./trace/trace.ts";
export type { WorkedLine } from "./trace/worked/line.ts";
export type { Worked } from "./trace/worked/worked.ts";
