import { InputError } from "../errors.ts";
import { norm } from "../math/linear.ts";
import { checkObjectiveGiven } from "../objectives/given.ts";
import {
  asObjective,
  type Objective,
  objective as expressionObjective,
  type PlainObjective,
} from "../objectives/objective.ts";
import { compileRule } from "../rules/compile.ts";
import { checkRuleGiven } from "../rules/given.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import type { Program } from "../rules/program.ts";
import type { Rule, Terms } from "../rules/rule.ts";
import { compileSchedule } from "../schedules/schedule.ts";
import { checkDescendOptions, type DescendOptions } from "./descend-options.ts";
import { projection } from "./projection.ts";
import { type Recording, recordingFor } from "./recording.ts";
import { cureFor, startOf } from "./start.ts";
import { blind, type Stop, stopped } from "./stop.ts";
import { Trace } from "./trace.ts";
import { Walker } from "./walker.ts";

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

const CALL = "descend(objective, rule, options)";

class Descent {
  readonly #rule: Rule;
  readonly #objective: Objective;
  readonly #options: DescendOptions;
  readonly #hyper: Record<string, number>;
  readonly #recording: Recording;
  readonly #walker: Walker;

  constructor(on: Objective | PlainObjective | string, rule: Rule, options: DescendOptions) {
    checkObjectiveGiven(on, CALL);
    checkRuleGiven(rule, CALL);
    checkDescendOptions(rule, options);
    const objective = typeof on === "string" ? expressionObjective(on) : on;
    const start = startOf(objective, options.start);
    this.#rule = rule;
    this.#options = options;
    this.#objective = asObjective(objective, start.length);
    this.#hyper = hyperparametersOf(rule, options.hyper ?? {});
    this.#recording = recordingFor(
      rule,
      options.record,
      start.length,
      options.steps,
      options.project !== undefined,
    );
    const { schedule } = options;
    const rate = rule.rate === undefined ? 1 : this.#hyper[rule.rate]!;
    this.#walker = new Walker(rule, this.#objective, {
      start,
      hyper: Object.values(this.#hyper),
      rateAt: schedule === undefined ? () => rate : compileSchedule(schedule, rate),
      project: options.project === undefined ? undefined : projection(options.project, start.length),
    });
  }

  run(): Trace {
    const { registers, evaluations } = this.#walker;
    const n = registers.g.length;
    const silent = compileRule(this.#rule, n);
    const recorded = compileRule(this.#rule, n, this.#recording);
    if (silent.needsHessian && this.#objective.hessian === undefined)
      throw new InputError({
        what: `${this.#rule.title} needs a Hessian, and ${this.#objective.name} has none`,
        cure: "give the objective as a formula, or add hessian(w, out)",
      });
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
    if (!Number.isFinite(registers.loss))
      throw new InputError({
        what: `the loss at the start ${String(Array.from(w))} must be finite`,
        got: registers.loss,
        ...cureFor(this.#objective, "start elsewhere"),
      });
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
      if (failure === "diverged" && t === 1 && !x.g.every(Number.isFinite)) return blind;
      if (failure !== undefined) return stopped(failure, t - 1);
      if (t % every === 0) this.#recording.finishRow(x);
      walker.commit();
    }
    return stopped("steps", steps);
  }
}
