import { InputError } from "../errors.ts";
import type { ExpressionObjective } from "../objectives/objective.ts";
import { usesSymbol } from "../rules/program.ts";
import type { Rule } from "../rules/rule.ts";

type Formula = Pick<ExpressionObjective, "expression" | "dimension">;

/** Descents by one rule. */
export interface Effort {
  readonly rule: Rule;
  /** Steps of all of them together. */
  readonly steps: number;
}

/** How many letters of formulas a page works through in a millisecond, and for one figure. */
const IN_A_MILLISECOND = 5e4;
const MOST = 1000 * IN_A_MILLISECOND;

/** What the places of a map take beside steps: there is the formula alone, and no gradient. */
const MAP = 1500;

/** What figures that are shown together may take, in milliseconds on a usual machine. */
export class Allowance {
  static #current: Allowance | undefined;
  #left: number;

  constructor(most = 2000) {
    this.#left = most;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes what was used. */
  take(milliseconds: number): void {
    this.#left -= milliseconds;
  }

  /** @throws InputError when less is left than is to be used */
  spend(milliseconds: number): void {
    if (milliseconds > this.#left)
      throw new InputError({
        what: "the figures that are shown together here take longer to draw than a page may be held up for them",
        cure: "show fewer of them at a time",
      });
    this.take(milliseconds);
  }

  /** What descents take that are begun by an action, until it returns, is spent of this. */
  during<T>(action: () => T): T {
    Allowance.#current = this;
    try {
      return action();
    } finally {
      Allowance.#current = undefined;
    }
  }

  static spendOnDescents(milliseconds: number): void {
    Allowance.#current?.spend(milliseconds);
  }
}

/** Whether descents are so short that a page computes them without being held up. */
export function isLight(on: Formula, efforts: readonly Effort[]): boolean {
  return lettersOf(on, efforts) <= MOST;
}

function lettersOf(on: Formula, efforts: readonly Effort[]): number {
  const map = MAP * on.expression.length;
  return efforts.reduce((sum, { rule, steps }) => sum + steps * costOf(on, rule), map);
}

/** @throws InputError when descents are more than a page should compute for one figure, or for those shown together */
export function checkEffort(on: Formula, efforts: readonly Effort[]): void {
  const letters = lettersOf(on, efforts);
  if (letters <= MOST) {
    Allowance.spendOnDescents(letters / IN_A_MILLISECOND);
    return;
  }
  throw new InputError({
    what: "this figure takes more computing than a page should do for one",
    got: `${efforts.reduce((sum, { steps }) => sum + steps, 0)} steps`,
    cure: "take fewer steps, rates or rules, or a shorter formula",
  });
}

/** A step reads each letter of the formula and of the rule's equations; those of matrices once for each of their numbers. */
function costOf({ expression, dimension }: Formula, rule: Rule): number {
  const parts = [...Object.values(rule.equations), ...Object.values(rule.state)];
  const hasMatrix = parts.some(({ shape }) => shape === "matrix") || usesSymbol(rule, "H");
  const letters = Object.values(rule.equations).reduce((sum, { text }) => sum + text.length, 0);
  return expression.length + letters * dimension ** (hasMatrix ? 3 : 1);
}
