import { InputError } from "../errors.ts";
import { norm } from "../math/linear.ts";
import {
  asObjective,
  isObjective,
  type Objective,
  objective as expressionObjective,
  type PlainObjective,
} from "../objectives/objective.ts";
import { compileRule } from "../rules/compile.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import type { Program } from "../rules/program.ts";
import type { Rule, Terms } from "../rules/rule.ts";
import { compileSchedule, type Schedule, schedules } from "../schedules/schedule.ts";
import { projection, type Projection } from "./projection.ts";
import { type Recording, recordingFor, type RecordChoice } from "./recording.ts";
import { type Stop, stopped } from "./stop.ts";
import { Trace } from "./trace.ts";
import { Walker } from "./walker.ts";

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

/**
 * Descend an objective by a rule, and record every step.
 *
 * @param on an objective, a formula, or any object with `value` and `gradient`
 * @throws InputError for a bad start, count of steps, hyperparameter or schedule
 * @example
 * const path = descend("0.05*x^2 + y^2", momentum, { start: [-8, 1.5], steps: 20, hyper: { lambda: 0.1 } });
 * path.at(1).m // the velocity after the first step: [0.08, -0.3]
 */
export function descend<H extends string, T extends Terms>(
  on: Objective | PlainObjective | string,
  rule: Rule<H, T>,
  options: DescendOptions<H>,
): Trace<T> {
  return new Descent(on, rule, options).run() as Trace<T>;
}

class Descent {
  readonly #rule: Rule;
  readonly #objective: Objective;
  readonly #options: DescendOptions;
  readonly #hyper: Record<string, number>;
  readonly #recording: Recording;
  readonly #walker: Walker;

  constructor(on: Objective | PlainObjective | string, rule: Rule, options: DescendOptions) {
    const objective = typeof on === "string" ? expressionObjective(on) : on;
    const start = startOf(objective, options);
    this.#rule = rule;
    this.#options = options;
    this.#objective = asObjective(objective, start.length);
    this.#hyper = hyperparametersOf(rule, options.hyper ?? {});
    checkSteps(options.steps);
    this.#recording = recordingFor(
      rule,
      options.record,
      start.length,
      options.steps,
      options.project !== undefined,
    );
    this.#walker = new Walker(rule, this.#objective, {
      start,
      hyper: Object.values(this.#hyper),
      rateAt: compileSchedule(
        options.schedule ?? schedules.constant(),
        rule.rate === undefined ? 1 : this.#hyper[rule.rate]!,
      ),
      project: options.project === undefined ? undefined : projection(options.project, start.length),
    });
  }

  run(): Trace {
    const { registers, evaluations } = this.#walker;
    const n = registers.g.length;
    const silent = compileRule(this.#rule, n);
    const recorded = compileRule(this.#rule, n, this.#recording);
    if (silent.needsHessian && this.#objective.hessian === undefined) {
      throw new InputError({
        what: `${this.#rule.title} needs a Hessian, and ${this.#objective.name} has none`,
        cure: "give the objective as a formula, or add hessian(w, out)",
      });
    }
    this.#firstRow();
    const stop = this.#loop(recorded, silent);
    return new Trace({
      rule: this.#rule,
      objective: this.#objective,
      hyper: this.#hyper,
      ...(this.#options.schedule === undefined ? {} : { schedule: this.#options.schedule }),
      repeatable:
        this.#options.project === undefined && this.#options.until === undefined && stop.reason !== "time",
      recording: this.#recording,
      dimension: n,
      end: { w: this.#walker.w.slice(), loss: registers.loss },
      evaluations,
      stop,
    });
  }

  #firstRow(): void {
    const { w, registers } = this.#walker;
    if (!Number.isFinite(registers.loss)) {
      throw new InputError({
        what: `the loss at the start ${String(Array.from(w))} must be finite`,
        got: registers.loss,
        cure: "start elsewhere",
      });
    }
    this.#recording.writeStart(registers);
  }

  #loop(recorded: Program, silent: Program): Stop {
    const { steps, until, tolerance, timeLimit } = this.#options;
    const { every, width } = this.#recording;
    const walker = this.#walker;
    const x = walker.registers;
    const deadline = timeLimit === undefined ? Infinity : performance.now() + timeLimit;
    for (let t = 1; t <= steps; t++) {
      if (until?.(t, walker.w.slice(), x.loss) === true) return stopped("caller", t - 1);
      if (deadline !== Infinity && performance.now() > deadline) return stopped("time", t - 1, timeLimit);
      walker.look(silent, t);
      if (tolerance !== undefined && norm(x.g) <= tolerance) return stopped("converged", t - 1, tolerance);
      x.offset = Math.floor(t / every) * width;
      const failure = walker.step(t % every === 0 ? recorded : silent);
      if (failure !== undefined) return stopped(failure, t - 1);
      if (t % every === 0) this.#recording.finishRow(x);
      walker.commit();
    }
    return stopped("steps", steps);
  }
}

function startOf(on: Objective | PlainObjective, options: DescendOptions): number[] {
  const start = options.start ?? (isObjective(on) ? on.start : undefined);
  if (start === undefined) {
    throw new InputError({
      what: `${on.name ?? "this objective"} has no usual start`,
      cure: "give one: start: [1, 1]",
    });
  }
  const numbers = Array.from(start);
  if (numbers.length === 0 || !numbers.every((x) => Number.isFinite(x))) {
    throw new InputError({
      what: "the start must be finite numbers",
      got: numbers,
      cure: "one for each parameter, as in start: [1, 1]",
    });
  }
  return numbers;
}

function checkSteps(steps: number): void {
  if (Number.isInteger(steps) && steps >= 0) return;
  throw new InputError({ what: "steps must be a whole number of 0 or more", got: steps });
}
