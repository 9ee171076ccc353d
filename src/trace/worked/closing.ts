/**
 * A row closes when the numbers that it shows, computed with as they are printed, give the result that it shows. Digits
 * are added to its numbers until it does, and to a result where its numbers have no more.
 */
import type { Value } from "../../math/evaluate.ts";
import { type Column, columnOf, exactly } from "../../math/digits.ts";
import type { Quantity } from "../reader.ts";

/** How many digits are added to one number. */
const MOST_MORE = 7;

/** How many digits a result has at most for the sake of the rows below it. */
const MOST_MORE_TOGETHER = 1;

/** How often digits are added for the sake of one row before it is shown as nearly equal. */
const MOST_TURNS = 24;

/** One that was chosen is printed with all its digits; a part of a row stands in no other place. */
export type PrintKind = "given" | "quantity" | "part";

/** What a row is computed with. */
export interface Input {
  readonly value: Value;
  /** The value with all digits. */
  readonly whole: Value;
  readonly canHaveMore: boolean;
  /** @returns whether there is a digit to add */
  addDigit(): boolean;
  /** Back to the digits to begin with. */
  forget(): void;
}

/**
 * A quantity as it is printed in a step: the same as a result and where it is computed with, but that there it may have
 * more digits than one beyond those to begin with. Otherwise the digits of each row would add to those of the row above.
 */
export class Printed implements Input {
  readonly quantity: Quantity;
  /** The places of the numbers that are shown. */
  readonly places: readonly number[];
  readonly #kind: PrintKind;
  #more = 0;
  #moreAsResult = 0;
  readonly #columns = new Map<number, Column>();

  constructor(quantity: Quantity, places: readonly number[], kind: PrintKind) {
    this.quantity = quantity;
    this.places = places;
    this.#kind = kind;
  }

  /** As it stands where it is computed with. */
  get column(): Column {
    return this.#columnWith(this.#more);
  }

  /** As it stands where it comes out. */
  get resultColumn(): Column {
    return this.#columnWith(this.#moreAsResult);
  }

  /** Its value as it is computed with. */
  get value(): Value {
    return this.#valueIn(this.column);
  }

  /** The same quantity read off where it comes out. */
  get asResult(): Input {
    const { whole } = this;
    const valueOf = (): Value => this.#valueIn(this.resultColumn);
    const addDigit = (): boolean => this.addDigitAsResult();
    const canHaveMore = (): boolean => this.#canHaveMoreAsResult;
    return {
      whole,
      addDigit,
      forget: () => this.forget(),
      get value() {
        return valueOf();
      },
      get canHaveMore() {
        return canHaveMore();
      },
    };
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
    const together = this.#kind === "part" ? this.#more : Math.min(this.#more, MOST_MORE_TOGETHER);
    this.#moreAsResult = Math.max(this.#moreAsResult, together);
    return true;
  }

  /** @returns whether there is a digit to add */
  addDigitAsResult(): boolean {
    if (!this.#canHaveMoreAsResult) return false;
    this.#moreAsResult += 1;
    this.#more = Math.max(this.#more, this.#moreAsResult);
    return true;
  }

  forget(): void {
    this.#more = 0;
    this.#moreAsResult = 0;
  }

  /** By how many units of its last digit, as it comes out, two values differ; the printed one where there is no other. */
  unitsBetween(a: Value, b?: Value): number {
    const { units, numbers } = this.resultColumn;
    const at = (value: Value, place: number): number =>
      typeof value === "number" ? value : (value as Float64Array)[place]!;
    const away = this.places.map(
      (place, k) => Math.abs(at(a, place) - (b === undefined ? numbers[k]! : at(b, place))) / units[k]!,
    );
    return Math.max(0, ...away);
  }

  get #canHaveMoreAsResult(): boolean {
    return !this.resultColumn.isExact && this.#moreAsResult < MOST_MORE;
  }

  #valueIn(column: Column): Value {
    const { shape, numbers } = this.quantity;
    if (shape === "scalar") return column.numbers[0]!;
    const printed = numbers.slice();
    for (const [k, place] of this.places.entries()) printed[place] = column.numbers[k]!;
    return printed;
  }

  #columnWith(more: number): Column {
    let column = this.#columns.get(more);
    if (column === undefined) this.#columns.set(more, (column = this.#print(more)));
    return column;
  }

  #print(more: number): Column {
    const values = this.places.map((place) => this.quantity.numbers[place]!);
    if (this.#kind !== "given") return columnOf(values, more);
    return { texts: values.map(exactly), numbers: values, units: values.map(() => 0), isExact: true };
  }
}

/** That a result comes of its inputs. */
export interface Closing {
  readonly result: Printed;
  readonly inputs: readonly Input[];
  readonly compute: (inputs: readonly Value[]) => Value;
}

/** Just under a half: what lies between two numbers is rounded either way. */
const HALF = 0.4999;

/**
 * Adds digits until all close.
 * @returns those that do not with as many digits as a pencil has patience for; no digits are added for their sake
 */
export function closeAll(closings: readonly Closing[]): ReadonlySet<Closing> {
  const hopeless = addDigits(closings);
  if (hopeless.size === 0) return hopeless;
  for (const { result } of closings) result.forget();
  for (const { inputs } of closings) for (const input of inputs) input.forget();
  const others = addDigits(closings.filter((closing) => !hopeless.has(closing)));
  return new Set([...hopeless, ...others].filter((closing) => !closes(closing)));
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
  return input?.addDigit() ?? result.addDigitAsResult();
}
