import type { Value } from "../../math/evaluate.ts";
import { CONSTANTS } from "../../math/expression.ts";
import { letterOf } from "../../rules/letters.ts";
import { type Quantity, type StepReader, stepReader } from "../reader.ts";
import type { Recorded } from "../recorded.ts";
import { Printed, type PrintKind } from "./closing.ts";
import type { Names } from "./row.ts";

/** The most coordinates that are shown in numbers. */
const MOST_SHOWN = 6;

/** What the names of a rule mean while its lines are worked out, one after the other, and how they are printed. */
export class Reading implements Names {
  readonly trace: Recorded;
  readonly t: number;
  /** The coordinates that are shown. */
  readonly shown: readonly number[];
  readonly #reader: StepReader;
  readonly #done = new Set<string>();
  readonly #printed = new Map<string, Printed>();

  /** @param coordinate the one to write the step out for, where it is not for all */
  constructor(trace: Recorded, t: number, coordinate: number | undefined) {
    this.trace = trace;
    this.t = t;
    this.#reader = stepReader(trace, t);
    this.shown =
      coordinate === undefined
        ? Array.from({ length: Math.min(trace.dimension, MOST_SHOWN) }, (_, i) => i)
        : [coordinate];
  }

  get areAllShown(): boolean {
    return this.shown.length === this.trace.dimension;
  }

  /** From here on a name means its new value. */
  finish(name: string): void {
    this.#reader.finish(name);
    this.#done.add(name);
  }

  /** Whether its line is finished. */
  isDone(name: string): boolean {
    return this.#done.has(name);
  }

  isAbove(name: string): boolean {
    return this.isDone(name) && this.printed(name) !== undefined;
  }

  isGiven(name: string): boolean {
    return name === "rate" || Object.hasOwn(CONSTANTS, name) || this.#isChosen(name);
  }

  value(name: string): Value | undefined {
    return CONSTANTS[name] ?? this.printed(name)?.whole;
  }

  letter(name: string): string {
    const { rule } = this.trace;
    if (name === "t") return String(this.t);
    if (name === "rate") return rule.rate === undefined ? "λ" : letterOf(rule, rule.rate);
    if (name === "loss") return `L_{${this.t - 1}}`;
    if (this.isGiven(name)) return letterOf(rule, name);
    return letterOf(rule, name, String(this.#isOld(name) ? this.t - 1 : this.t));
  }

  /** A name as it is printed here: the same wherever it means the same; nothing where it was not recorded. */
  printed(name: string): Printed | undefined {
    const key = this.#isOld(name) ? `old ${name}` : name;
    const known = this.#printed.get(key);
    if (known !== undefined) return known;
    const constant = CONSTANTS[name];
    const quantity = constant === undefined ? this.#reader.read(name) : quantityOf(constant, 1);
    if (quantity === undefined || quantity.shape === "history") return undefined;
    const isScheduled = name === this.trace.rule.rate && this.trace.schedule !== undefined;
    const printed = this.print(quantity, this.#isChosen(name) && !isScheduled ? "given" : "computed");
    this.#printed.set(key, printed);
    return printed;
  }

  print(quantity: Quantity, kind: PrintKind): Printed {
    const places = {
      scalar: [0],
      vector: this.shown,
      matrix: this.trace.dimension > MOST_SHOWN ? [] : Array.from(quantity.numbers, (_, i) => i),
      history: [],
    }[quantity.shape];
    return new Printed(quantity, places, kind);
  }

  #isChosen(name: string): boolean {
    return name === "t" || name === "n" || Object.hasOwn(this.trace.rule.hyperparameters, name);
  }

  #isOld(name: string): boolean {
    return (name === "w" || Object.hasOwn(this.trace.rule.state, name)) && !this.isDone(name);
  }
}

/** A number, a vector of the dimension of the trace or a matrix, with its shape. */
export function quantityOf(value: number | Float64Array, dimension: number): Quantity {
  if (typeof value === "number") return { shape: "scalar", numbers: Float64Array.of(value) };
  return { shape: value.length > dimension ? "matrix" : "vector", numbers: value };
}
