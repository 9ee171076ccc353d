/** What a descent can be told. */
import { checkAtLeast, checkNames, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Rule } from "../rules/rule.ts";
import { checkScheduleGiven, type Schedule } from "../schedules/schedule.ts";
import type { Projection } from "./projection.ts";
import type { RecordChoice } from "./recording.ts";

/** How far, from where and with what to descend. */
export interface DescendOptions<H extends string = string> {
  /** The first point; by default the objective's usual start. */
  readonly start?: ArrayLike<number>;
  /** Number of steps to take: exactly so many unless something stops the descent. */
  readonly steps: number;
  /** Hyperparameters that differ from the rule's defaults. */
  readonly hyper?: Readonly<Partial<Record<H, number>>>;
  /** How the learning rate changes over the steps; constant by default. */
  readonly schedule?: Schedule;
  /** Stop as converged once the gradient is no longer than this; without it, convergence stops nothing. */
  readonly tolerance?: number;
  /** A box to which w is brought back after each step, or a function that changes w in place. */
  readonly project?: Projection;
  /** What to record: everything, the path alone, nothing, or some terms at every so many steps. */
  readonly record?: RecordChoice;
  /** Stop before step t when this says so. */
  readonly until?: (t: number, w: Float64Array, loss: number) => boolean;
  /** Stop when so many milliseconds have passed. */
  readonly timeLimit?: number;
}

const NAMES: Names<DescendOptions> = {
  start: true,
  steps: true,
  hyper: true,
  schedule: true,
  tolerance: true,
  project: true,
  record: true,
  until: true,
  timeLimit: true,
};

/** @throws InputError for an option that there is not, or a value that it can't have */
export function checkDescendOptions(rule: Rule, options: unknown): asserts options is DescendOptions {
  checkNames(options, "descend", NAMES, "{ steps: 20 }", (name) => {
    const given = String((options as Record<string, unknown>)[name]);
    if (Object.hasOwn(rule.hyperparameters, name))
      return `a hyperparameter stands in hyper, as in: hyper: { ${name}: ${given} }`;
    if (rule.rate === undefined || !/^(lr|.*rate)$/i.test(name)) return undefined;
    return `the learning rate stands in hyper, as in: hyper: { ${rule.rate}: ${given} }`;
  });
  const { steps, schedule, tolerance, until, timeLimit } = options as DescendOptions;
  checkSteps(steps);
  if (schedule !== undefined) checkScheduleGiven(schedule, rule.rate);
  checkAtLeast(tolerance, "tolerance", 0, 0.001);
  checkAtLeast(timeLimit, "timeLimit", 0, 1000);
  if (until !== undefined && typeof until !== "function")
    throw new InputError({
      what: "until must be a function that says when to stop",
      got: until,
      cure: "for example: until: (t, w, loss) => loss < 0.01",
    });
}

/** @throws InputError when it is no number of steps */
export function checkSteps(steps: unknown): void {
  if (Number.isInteger(steps) && (steps as number) >= 0) return;
  const near = Math.round(Number(steps));
  throw new InputError({
    what: "steps must be a whole number of 0 or more",
    got: steps,
    cure: `for example: steps: ${near > 0 && Number.isFinite(near) ? near : 20}`,
  });
}
