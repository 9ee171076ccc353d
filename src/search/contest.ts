import { InputError } from "../errors.ts";
import {
  asObjective,
  type Objective,
  objective as fromFormula,
  type PlainObjective,
} from "../objectives/objective.ts";
import { usesSymbol } from "../rules/program.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";
import { tunedHyper } from "./tune.ts";

/** A rule with what of it differs from its defaults. */
export interface Contestant {
  readonly rule: Rule;
  readonly hyper?: Readonly<Partial<Record<string, number>>>;
  readonly schedule?: Schedule;
}

export interface ContestTerms {
  /** How many gradients each may compute; a Hessian counts as n of them. */
  readonly budget: number;
  readonly start?: readonly number[];
  /** Give each rule the learning rate that the same search finds best for it. */
  readonly tuned?: boolean;
}

/** The rule of a contestant, given by itself or with settings. */
export function contestantOf(given: Rule | Contestant): Contestant {
  return "rule" in given ? given : { rule: given };
}

const MOST = 1_000_000;

/** @throws InputError when a budget is not a sensible number of gradients */
export function checkBudget(budget: number): void {
  if (Number.isInteger(budget) && budget >= 1 && budget <= MOST) return;
  throw new InputError({
    what: "a budget must be a whole number of gradients",
    got: budget,
    allowed: `1 to ${MOST}`,
  });
}

/** Gradients that one step of a rule costs in n parameters. */
export function costOf(rule: Rule, n: number): number {
  return usesSymbol(rule, "H") ? 1 + n : 1;
}

/** An objective from whatever stands for one. */
export function contestObjective(
  on: Objective | PlainObjective | string,
  start?: readonly number[],
): Objective {
  if (typeof on === "string") return fromFormula(on);
  return asObjective(on, start?.length ?? (on as Partial<Objective>).dimension ?? NaN);
}

/**
 * Descend by several rules on equal terms: from the same start, with the same number of gradients.
 * @throws InputError when there is no rule, or the budget does not pay for one step of each
 */
export function contest(
  on: Objective,
  contestants: readonly (Rule | Contestant)[],
  { budget, start, tuned = false }: ContestTerms,
): Trace[] {
  if (!Array.isArray(contestants) || contestants.length === 0)
    throw new InputError({
      what: "a race needs rules",
      got: contestants,
      cure: "give a list: [momentum, adam]",
    });
  checkBudget(budget);
  return contestants.map((given: Rule | Contestant) => {
    const { rule, hyper, schedule } = contestantOf(given);
    const steps = Math.floor(budget / costOf(rule, on.dimension));
    if (steps < 1)
      throw new InputError({
        what: `the budget must pay for a step of ${rule.title}`,
        got: budget,
        allowed: `${costOf(rule, on.dimension)} gradients or more`,
      });
    const settings = {
      steps,
      ...(start === undefined ? {} : { start }),
      ...(schedule === undefined ? {} : { schedule }),
    };
    const fair = tuned ? tunedHyper(on, rule, { ...settings, hyper: hyper ?? {} }) : { ...hyper };
    return descend(on, rule, { ...settings, hyper: fair });
  });
}
