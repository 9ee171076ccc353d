/**
 * A row closes when the numbers that it shows, computed with as they are printed, give the result that it shows. Digits
 * are added to its numbers until it does, up to six, and to a result where its numbers have no more.
 */
import { remembered } from "../../remembered.ts";
import type { Value } from "../../math/evaluate.ts";
import { type Column, columnOf, MOST_MORE } from "../../math/digits.ts";
import { MOST_DIGITS, numberText } from "../../math/numerals.ts";
import type { Quantity } from "../reader.ts";

/** How often digits are added for the sake of one row before it is shown as nearly equal. */
const MOST_TURNS = 24;

/** One that was chosen is printed as it was chosen. */
export type PrintKind = "given" | "computed";

/** A quantity as it is printed in a step: the same wherever it stands. */
export class Printed {
  #more = 0;
  readonly #columns = new Map<number, Column>();

  constructor(
    readonly quantity: Quantity,
    /** The places of the numbers that are shown. */
    readonly places: readonly number[],
    private readonly kind: PrintKind,
  ) {}

  get column(): Column {
    return remembered(this.#columns, this.#more, () => this.#print());
  }

  /** Its value as it is printed. */
  get value(): Value {
    const { shape, numbers } = this.quantity;
    if (shape === "scalar") return this.column.numbers[0]!;
    const printed = numbers.slice();
    for (const [k, place] of this.places.entries()) printed[place] = this.column.numbers[k]!;
    return printed;
  }

  /** Its value with all digits. */
  get whole(): Value {
    const { shape, numbers } = this.quantity;
    return shape === "scalar" ? numbers[0]! : numbers;
  }

  get canHaveMore(): boolean {
    return !this.column.isExact && this.#more < MOST_MORE;
  }

  /** @returns whether there is a digit to add */
  addDigit(): boolean {
    if (!this.canHaveMore) return false;
    this.#more += 1;
    return true;
  }

  /** Back to the digits to begin with. */
  forget(): void {
    this.#more = 0;
  }

  /** By how many units of its last digit two values differ; the printed one where there is no other. */
  unitsBetween(a: Value, b?: Value): number {
    const { units, numbers } = this.column;
    const at = (value: Value, place: number): number =>
      typeof value === "number" ? value : (value as Float64Array)[place]!;
    const away = this.places.map(
      (place, k) => Math.abs(at(a, place) - (b === undefined ? numbers[k]! : at(b, place))) / units[k]!,
    );
    return Math.max(0, ...away);
  }

  #print(): Column {
    const values = this.places.map((place) => this.quantity.numbers[place]!);
    if (this.kind === "computed") return columnOf(values, this.#more);
    const numbers = values.map((value) => Number(value.toPrecision(MOST_DIGITS)));
    return { texts: numbers.map(numberText), numbers, units: values.map(() => 0), isExact: true };
  }
}

/** That a result comes of its inputs. */
export interface Closing {
  readonly result: Printed;
  readonly inputs: readonly Printed[];
  readonly compute: (inputs: readonly Value[]) => Value;
}

/** Just under a half: what lies between two numbers is rounded either way. */
const HALF = 0.4999;

/**
 * Adds digits until all close.
 * @returns those that do not with as many digits as a number may have
 */
export function closeAll(closings: readonly Closing[]): ReadonlySet<Closing> {
  addDigits(closings);
  return new Set(closings.filter((closing) => !closes(closing)));
}

/** @returns those for which there are not enough digits */
function addDigits(closings: readonly Closing[]): Set<Closing> {
  const hopeless = new Set<Closing>();
  const turns = new Map<Closing, number>();
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const closing of closings) {
      while (!hopeless.has(closing) && !closes(closing)) {
        const turn = turns.get(closing) ?? 0;
        turns.set(closing, turn + 1);
        if (turn === MOST_TURNS || !sharpen(closing)) hopeless.add(closing);
        isChanged = true;
      }
    }
  }
  return hopeless;
}

function closes({ result, inputs, compute }: Closing): boolean {
  return result.unitsBetween(compute(inputs.map(({ value }) => value))) < HALF;
}

/** Adds a digit to the input whose rounding changes the result most. @returns whether there was anything to add */
function sharpen({ result, inputs, compute }: Closing): boolean {
  const printed = inputs.map(({ value }) => value);
  const found = compute(printed);
  const changes = inputs.map((input, i) =>
    input.canHaveMore ? result.unitsBetween(found, compute(printed.with(i, input.whole))) : 0,
  );
  const most = Math.max(0, ...changes);
  const input = most > 0 ? inputs[changes.indexOf(most)] : inputs.find(({ canHaveMore }) => canHaveMore);
  return input?.addDigit() ?? result.addDigit();
}
