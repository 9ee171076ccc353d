import { checkNames, isRecord, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { startOf } from "../trace/start.ts";
import {
  asObjective,
  isObjective,
  type Objective,
  objective as fromFormula,
  type PlainObjective,
} from "../objectives/objective.ts";
import { usesSymbol } from "../rules/program.ts";
import { checkRuleGiven } from "../rules/given.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";

/** A rule with what of it differs from its defaults. */
export interface Contestant {
  readonly rule: Rule;
  readonly hyper?: Readonly<Partial<Record<string, number>>>;
  readonly schedule?: Schedule;
}

const NAMES: Names<Contestant> = { rule: true, hyper: true, schedule: true };

/** A rule, given by itself or with settings. @throws InputError when it is none, or has a setting that there is not */
function contestantOf(given: unknown, call: string): Contestant {
  if (!isRecord(given) || !("rule" in given)) {
    checkRuleGiven(given, call);
    return { rule: given };
  }
  checkRuleGiven(given["rule"], call);
  checkNames(given, "a rule with settings", NAMES, "{ rule: momentum, hyper: { alpha: 0.5 } }");
  return given as unknown as Contestant;
}

/** Contestants from a list of rules. @throws InputError when it is no list, or is empty */
export function contestantsOf(given: unknown, call: string): Contestant[] {
  if (!Array.isArray(given) || given.length === 0)
    throw new InputError({
      what: `${call.slice(0, call.indexOf("("))} takes a list of one or more rules`,
      got: given,
      cure: "for example: [gradientDescent, momentum]",
    });
  return given.map((one) => contestantOf(one, call));
}

const MOST = 1_000_000;

/** @throws InputError when a budget is not a sensible number of gradients */
export function checkBudget(budget: number): void {
  if (Number.isInteger(budget) && budget >= 1 && budget <= MOST) return;
  throw new InputError({
    what: "a budget must be a whole number of gradients",
    got: budget,
    allowed: `1 to ${MOST}`,
    cure: "for example: budget: 100",
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
  if (!isObjective(on) && start === undefined) startOf(on, start);
  return asObjective(on, start?.length ?? (on as Objective).dimension);
}
