import { type MimeBundle, printsItself, RICH } from "../display.ts";
import { InputError } from "../errors.ts";
import { equationsTex } from "../rules/tex.ts";
import { stepReader } from "./reader.ts";
import { Trace } from "./trace.ts";
import type { WorkedLine } from "./worked/line.ts";
import { Worked } from "./worked/worked.ts";

/**
 * A place in a descent, to be moved forward and back by one step or one equation.
 * @example
 * const stepper = new Stepper(descend(ravine, momentum, { steps: 20 }));
 * stepper.forward().forwardLine().line?.sentence // the gradient of step 2
 */
export class Stepper {
  /** Names of the lines of a step, in order: the gradient first. */
  readonly names: readonly string[];
  #t = 0;
  #done = 0;

  constructor(readonly trace: Trace) {
    if (!(trace instanceof Trace))
      throw new InputError({
        what: "a stepper moves along a descent",
        got: trace,
        cure: "for example: new Stepper(descend(ravine, momentum, { steps: 20 }))",
      });
    this.names = equationsTex(trace.rule).map(({ name }) => name);
  }

  /** Number of whole steps behind this place. */
  get t(): number {
    return this.#t;
  }

  /** Number of lines of the next step behind this place; 0 between two steps. */
  get linesDone(): number {
    return this.#done;
  }

  get atStart(): boolean {
    return this.#t === 0 && this.#done === 0;
  }

  get atEnd(): boolean {
    return this.#t === this.trace.steps;
  }

  /** The line that was computed last, written out; nothing at the start. */
  get line(): WorkedLine | undefined {
    if (this.atStart) return undefined;
    const [t, index] = this.#done > 0 ? [this.#t + 1, this.#done - 1] : [this.#t, this.names.length - 1];
    return this.trace.worked(t).lines[index];
  }

  /** The latest value of a quantity here: the old one before its line, the new one after it. */
  value(name: string): number | Float64Array | undefined {
    const next = Math.min(this.#t + 1, this.trace.steps);
    const reader = stepReader(this.trace, next);
    const done = this.#t === next ? this.names : this.names.slice(0, this.#done);
    done.forEach((line) => {
      reader.finish(line);
    });
    const known =
      done.includes(name) ||
      name === "w" ||
      !this.names.includes(name) ||
      Object.hasOwn(this.trace.rule.state, name);
    const quantity = known ? reader.read(name) : undefined;
    return quantity?.shape === "scalar" ? quantity.numbers[0] : quantity?.numbers;
  }

  /** To the end of this step; at the end it stays. */
  forward(): this {
    return this.atEnd ? this : this.to(this.#t + 1);
  }

  /** To the beginning of this step, or of the one before; at the start it stays. */
  back(): this {
    return this.to(this.#done > 0 ? this.#t : Math.max(0, this.#t - 1));
  }

  /** Past one more equation. */
  forwardLine(): this {
    if (this.atEnd) return this;
    return this.#done + 1 === this.names.length ? this.to(this.#t + 1) : this.to(this.#t, this.#done + 1);
  }

  /** Before the equation that was computed last. */
  backLine(): this {
    if (this.#done > 0) return this.to(this.#t, this.#done - 1);
    return this.#t === 0 ? this : this.to(this.#t - 1, this.names.length - 1);
  }

  /**
   * To a place: after `t` whole steps and `lines` equations of the next one.
   * @throws InputError when there is no such place
   */
  to(t: number, lines = 0): this {
    const last = t === this.trace.steps ? 0 : this.names.length - 1;
    if (!(Number.isInteger(t) && t >= 0 && t <= this.trace.steps))
      throw new InputError({ what: "there is no such step", got: t, allowed: `0 to ${this.trace.steps}` });
    if (!(Number.isInteger(lines) && lines >= 0 && lines <= last))
      throw new InputError({ what: `step ${t + 1} has no such line`, got: lines, allowed: `0 to ${last}` });
    this.#t = t;
    this.#done = lines;
    return this;
  }

  /** What has been computed of the step under way, or the step just finished. */
  get worked(): Worked | undefined {
    if (this.atStart) return undefined;
    if (this.#done === 0) return this.trace.worked(this.#t);
    const { specification } = this.trace.worked(this.#t + 1);
    return new Worked({ ...specification, lines: specification.lines.slice(0, this.#done), remarks: [] });
  }

  static {
    printsItself(this, "Stepper");
  }

  [RICH](): MimeBundle {
    return this.worked?.[RICH]() ?? { "text/plain": `start: w = ${String(this.trace.at(0).w)}` };
  }
}
