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

/** How many letters of formulas a page works through for one figure: about a second's work. */
const MOST = 5e7;

/** What the places of a map take beside steps: there is the formula alone, and no gradient. */
const MAP = 1500;

/** Whether descents are so short that a page computes them without being held up. */
export function isLight(on: Formula, efforts: readonly Effort[]): boolean {
  const map = MAP * on.expression.length;
  return efforts.reduce((sum, { rule, steps }) => sum + steps * costOf(on, rule), map) <= MOST;
}

/** @throws InputError when descents are more than a page should compute for one figure */
export function checkEffort(on: Formula, efforts: readonly Effort[]): void {
  if (isLight(on, efforts)) return;
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
