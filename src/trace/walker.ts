import { SingularMatrixError } from "../math/linear.ts";
import type { Objective } from "../objectives/objective.ts";
import { type Program, type Registers, startRegisters } from "../rules/program.ts";
import type { Rule } from "../rules/rule.ts";
import type { RateAt } from "../schedules/schedule.ts";
import { backtracking } from "./backtrack.ts";
import type { Evaluations } from "./evaluations.ts";

/** From where, and with what, a rule walks. */
export interface WalkOptions {
  readonly start: readonly number[];
  /** Values of the hyperparameters, in the order declared. */
  readonly hyper: readonly number[];
  /** The learning rate in force at each step. */
  readonly rateAt: RateAt;
  /** Changes w in place after each step. */
  readonly project?: ((w: Float64Array) => void) | undefined;
}

/** A rule on its way down an objective: what a step is, whether its program is compiled or interpreted. */
export class Walker {
  readonly registers: Registers;
  readonly evaluations: Evaluations = { value: 0, gradient: 0, hessian: 0 };
  readonly #objective: Objective;
  readonly #rateAt: WalkOptions["rateAt"];
  readonly #rateIndex: number;
  readonly #project: WalkOptions["project"];

  constructor(rule: Rule, objective: Objective, { start, hyper, rateAt, project }: WalkOptions) {
    this.registers = startRegisters(rule, start, hyper);
    this.registers.backtrack = backtracking((w) => this.#value(w), this.registers);
    this.#objective = objective;
    this.#rateAt = rateAt;
    this.#rateIndex = rule.rate === undefined ? -1 : Object.keys(rule.hyperparameters).indexOf(rule.rate);
    this.#project = project;
    this.registers.loss = this.#value(this.w);
  }

  /** Where it is. */
  get w(): Float64Array {
    return this.registers.now[0] as Float64Array;
  }

  /** Begin step t: the rate in force, and the derivatives where the rule takes them. */
  look(program: Program, t: number): void {
    const x = this.registers;
    x.t = t;
    x.rate = this.#rateAt(t, x.loss);
    if (this.#rateIndex >= 0) x.hyper[this.#rateIndex] = x.rate;
    program.lookAhead?.(x);
    const at = program.lookAhead === undefined ? this.w : x.lookahead;
    this.evaluations.gradient++;
    this.#objective.gradient(at, x.g, t);
    if (!program.needsHessian) return;
    this.evaluations.hessian++;
    this.#objective.hessian!(at, x.H);
  }

  /** Take the step into `next`; the reason when it may not be committed. */
  step(program: Program): "diverged" | "singular" | undefined {
    const x = this.registers;
    try {
      if (!program.step(x)) return "diverged";
    } catch (error) {
      if (error instanceof SingularMatrixError) return "singular";
      throw error;
    }
    const w = x.next[0] as Float64Array;
    this.#project?.(w);
    const loss = this.#value(w);
    if (!Number.isFinite(loss)) return "diverged";
    x.loss = loss;
    return undefined;
  }

  /** Commit the step: what was computed becomes what is. */
  commit(): void {
    const { now, next } = this.registers;
    this.registers.now = next;
    this.registers.next = now;
  }

  #value(w: Float64Array): number {
    this.evaluations.value++;
    return this.#objective.value(w);
  }
}
