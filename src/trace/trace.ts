import { InputError, show } from "../errors.ts";
import { norm } from "../math/linear.ts";
import type { Shape } from "../math/operation.ts";
import type { Objective } from "../objectives/objective.ts";
import type { Rule, Terms } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import type { Evaluations } from "./evaluations.ts";
import { quantitiesOf } from "./recording.ts";
import type { Recorded, TraceParts } from "./recorded.ts";
import { traceToJson } from "./json.ts";
import type { Stop } from "./stop.ts";
import { traceBundle, traceText } from "./show.ts";
import { type Worked, workStep } from "./worked/worked.ts";
import { type MimeBundle, printsItself, RICH } from "../display.ts";

/** What every step has, whatever the rule. In row 0 all but `t`, `w` and `loss` are NaN. */
export interface Always {
  /** The step, from 0 (the start). */
  readonly t: number;
  /** The parameters after the step. */
  readonly w: Float64Array;
  /** The loss after the step. */
  readonly loss: number;
  /** The learning rate in force. */
  readonly rate: number;
  /** The gradient that the step used. */
  readonly g: Float64Array;
  /** The point at which that gradient was taken. */
  readonly lookahead: Float64Array;
  /** What the step added to w. */
  readonly update: Float64Array;
}

/** One recorded step: what every step has, and the rule's terms by name. */
export type Step<T extends Terms = Terms> = Always & T;

/**
 * The record of one descent. Row 0 is the start; row t is what step t did.
 * @example descend(ravine, momentum, { steps: 20 }).at(1).t // 1
 */
export class Trace<T extends Terms = Terms> implements Recorded {
  readonly rule: Rule;
  readonly objective: Objective;
  /** The hyperparameters used. */
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule: Schedule | undefined;
  /** Whether this descent can be run again from plain data: no box, function or clock took part. */
  readonly repeatable: boolean;
  /** Number of parameters. */
  readonly dimension: number;
  /** The last point and its loss. */
  readonly end: { readonly w: Float64Array; readonly loss: number };
  /** How often value, gradient and Hessian were computed. */
  readonly evaluations: Readonly<Evaluations>;
  /** Why and at which step it ended. */
  readonly stop: Stop;
  readonly #recording: TraceParts["recording"];

  constructor(parts: TraceParts) {
    this.rule = parts.rule;
    this.objective = parts.objective;
    this.hyper = parts.hyper;
    this.schedule = parts.schedule;
    this.repeatable = parts.repeatable;
    this.dimension = parts.dimension;
    this.end = parts.end;
    this.evaluations = parts.evaluations;
    this.stop = parts.stop;
    const { rows, width, every } = parts.recording;
    const used = width * (Math.floor(parts.stop.step / every) + 1);
    this.#recording = { ...parts.recording, rows: used < rows.length ? rows.slice(0, used) : rows };
  }

  /** Number of steps taken. */
  get steps(): number {
    return this.stop.step;
  }

  /** Names of what was recorded: `w`, `loss`, `g` and the rule's terms among them. */
  get names(): string[] {
    return [...this.#recording.layout.shapes.keys()];
  }

  /** The steps that were recorded, 0 first. */
  get recordedSteps(): number[] {
    const { rows, width, every } = this.#recording;
    return Array.from({ length: width === 0 ? 0 : rows.length / width }, (_, row) => row * every);
  }

  /**
   * Step t: its parameters, loss, gradient and every term of the rule's equations.
   * @param t from 0 (the start) to `steps`; a negative one counts from the end
   * @throws InputError when there is no such step or it was not recorded
   */
  at(t: number): Step<T> {
    const step = this.#checkedStep(t);
    const row: Record<string, unknown> = { t: step };
    const recorded = new Set(this.names);
    for (const name of new Set([...recorded, ...quantitiesOf(this.rule), "lookahead", "update"])) {
      const get = (): number | Float64Array => this.value(name, step);
      Object.defineProperty(row, name, recorded.has(name) ? { enumerable: true, value: get() } : { get });
    }
    return row as Step<T>;
  }

  /** Whether a recorded quantity is a number, a vector or a matrix. */
  shapeOf(name: string): Shape {
    return this.#recording.layout.shapes.get(name) ?? "vector";
  }

  /** The value of one recorded quantity at step t, as a number or a new array. */
  value(name: string, t: number): number | Float64Array {
    const { rows, width, every, layout } = this.#recording;
    const place = layout.place(name, this.dimension);
    if (place !== undefined) {
      const start = (this.#checkedStep(t) / every) * width;
      const from = start + place.start;
      return layout.shapes.get(name) === "scalar" ? rows[from]! : rows.slice(from, from + place.count);
    }
    if (name === "update") return this.#update(t);
    if (name === "lookahead" && this.rule.gradientAt === "w") return this.#before(t);
    throw new InputError({
      what: `${name} was not recorded`,
      allowed: this.names.join(", "),
      cure: 'record it: record: "all"',
    });
  }

  /** One quantity over all recorded steps, row 0 included: the rule's terms, or w, g, loss, rate, update, lookahead. */
  term<K extends keyof Step<T> & string>(name: K): Step<T>[K][] {
    const { rows, width, layout } = this.#recording;
    const place = layout.place(name, this.dimension);
    if (place === undefined) return this.recordedSteps.map((t) => this.value(name, t) as Step<T>[K]);
    const isNumber = layout.shapes.get(name) === "scalar";
    return Array.from({ length: rows.length / width }, (_, row) => {
      const start = row * width + place.start;
      return (isNumber ? rows[start] : rows.slice(start, start + place.count)) as Step<T>[K];
    });
  }

  /** The points passed through, the start first. */
  get path(): Float64Array[] {
    return this.term("w");
  }

  /** The loss at each recorded step, the start first. */
  get losses(): number[] {
    return this.term("loss");
  }

  /** Length of the update of step t. */
  updateLength(t: number): number {
    return this.#recording.layout.shapes.has("updateLength")
      ? (this.value("updateLength", t) as number)
      : norm(this.at(t).update);
  }

  /** The learning rate that each coordinate felt in step t: how far it went per unit of its gradient; NaN where that is 0. */
  effectiveRates(t: number): Float64Array {
    const { update, g } = this.at(t);
    return update.map((change, i) => (g[i] === 0 ? NaN : -change / g[i]!));
  }

  /**
   * Step t written out: each equation, the same with this step's numbers, and its value.
   * @param options a coordinate (from 0) to write the step out for that one alone; otherwise vectors are columns
   */
  worked(t: number, options: { readonly coordinate?: number } = {}): Worked {
    const step = this.#checkedStep(t);
    if (step === 0)
      throw new InputError({
        what: "step 0 is the start; nothing is computed in it",
        allowed: `1 to ${this.steps}`,
      });
    const { coordinate } = options;
    if (
      coordinate !== undefined &&
      !(Number.isInteger(coordinate) && coordinate >= 0 && coordinate < this.dimension)
    )
      throw new InputError({
        what: "there is no such coordinate",
        got: coordinate,
        allowed: `0 to ${this.dimension - 1}`,
      });
    return workStep(this, step, coordinate);
  }

  /** Some of the recorded steps, like Array's slice. */
  slice(from?: number, to?: number): Step<T>[] {
    return this.recordedSteps.slice(from, to).map((t) => this.at(t));
  }

  *[Symbol.iterator](): Generator<Step<T>> {
    for (const t of this.recordedSteps) yield this.at(t);
  }

  /** Every recorded step as a line of an aligned table, under a sentence that says what and why it ended. */
  get text(): string {
    return traceText(this);
  }

  /** What was run and each recorded step, at full precision, as `fall-line trace --json` prints it. */
  toJSON(): object {
    return traceToJson(this);
  }

  static {
    printsItself(this, "Trace");
  }

  [RICH](): MimeBundle {
    return traceBundle(this);
  }

  #checkedStep(t: number): number {
    const step = t < 0 ? this.steps + 1 + t : t;
    if (
      Number.isInteger(step) &&
      step >= 0 &&
      step <= this.steps &&
      step % this.#recording.every === 0 &&
      this.#recording.layout.shapes.size > 0
    )
      return step;
    const { every } = this.#recording;
    const allowed =
      this.names.length === 0
        ? "nothing was recorded"
        : `0 to ${this.steps}${every === 1 ? "" : `, every ${every}`}`;
    throw new InputError({ what: `there is no step ${show(t)}`, allowed });
  }

  #before(t: number): Float64Array {
    return t === 0 ? new Float64Array(this.dimension).fill(NaN) : (this.value("w", t - 1) as Float64Array);
  }

  #update(t: number): Float64Array {
    if (this.#recording.every > 1)
      throw new InputError({ what: "update was not recorded, as not every step was" });
    const before = this.#before(t);
    return (this.value("w", t) as Float64Array).map((x, i) => x - before[i]!);
  }
}
