import { InputError } from "../errors.ts";
import { type ExpressionObjective, type Landmarks, objective } from "../objectives/objective.ts";
import { reviveRule } from "../rules/revive.ts";
import { rules } from "../rules/list.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";
import {
  checkInterval,
  checkList,
  checkNumber,
  checkNumbers,
  checkRecord,
  checkText,
  checkWhole,
} from "./checks.ts";
import { checkEffort } from "./effort.ts";
import { MOST_RUNS, MOST_STEPS, type RunSpecification } from "./recipe.ts";

/** A run whose rule is one again. */
type RevivedRun = Omit<RunSpecification, "rule"> & { readonly rule: Rule };

/** The longest formula and list of variables or marked points that a stored objective may have. */
const MOST = { letters: 50_000, variables: 1000, points: 100 };

/** How long rules of one's own may be, all those of a figure together. */
const MOST_OF_RULES = 100_000;

/** What a figure is computed from again; everything is checked like any other input, as it may be hostile. */
export class Recipe {
  readonly kind: unknown;
  readonly options: object;
  readonly #objective: unknown;
  readonly #runs: readonly unknown[];

  /** @throws InputError when it is not a specification of format 1 */
  constructor(data: unknown) {
    const { format, kind, options, runs, objective } = checkRecord(data, "a stored figure");
    if (format !== 1)
      throw new InputError({
        what: "this figure needs another version of fall-line",
        got: format,
        allowed: "format 1",
      });
    this.kind = kind;
    this.options = checkRecord(options, "the options of a stored figure");
    this.#runs = checkList(runs, "the runs of a stored figure", MOST_RUNS, (run) => run);
    this.#objective = objective;
    checkRules(this.#runs);
  }

  get objective(): ExpressionObjective {
    const { expression, name, variables, ...landmarks } = checkRecord(this.#objective, "a stored objective");
    const formula = checkText(expression, "the formula of a stored objective", MOST.letters);
    const on = objective(formula, {
      name: checkText(name, "the name of a stored objective", MOST.letters),
      ...(variables === undefined
        ? {}
        : {
            variables: checkList(variables, "the variables of a stored objective", MOST.variables, checkText),
          }),
    });
    return Object.assign(on, revivedLandmarks(landmarks, on.dimension));
  }

  get runs(): RevivedRun[] {
    return this.#runs.map(revivedRun);
  }

  /** The first run, for figures of one rule. */
  get run(): RevivedRun {
    const [first] = this.runs;
    if (first === undefined) throw new InputError({ what: "this figure needs a run", got: "none" });
    return first;
  }

  get traces(): Trace[] {
    const { objective: on, runs } = this;
    checkEffort(on, runs);
    return runs.map(({ rule, ...options }) => descend(on, rule, options));
  }

  /** The first trace, for figures of one descent. */
  get trace(): Trace {
    const { objective: on, run } = this;
    const { rule, ...options } = run;
    checkEffort(on, [run]);
    return descend(on, rule, options);
  }
}

function checkRules(runs: readonly unknown[]): void {
  const letters = JSON.stringify(runs.map((run) => (run as Partial<RunSpecification> | null)?.rule)).length;
  if (letters <= MOST_OF_RULES) return;
  throw new InputError({
    what: "the rules of a stored figure are longer than a page reads",
    got: `${letters} letters`,
    allowed: `up to ${MOST_OF_RULES}`,
  });
}

function revivedLandmarks(
  { minima, localMinima, least, start, view }: Readonly<Record<string, unknown>>,
  dimension: number,
): Landmarks {
  const point = (value: unknown, what: string): number[] => {
    const numbers = checkList(value, what, dimension, checkNumber);
    if (numbers.length === dimension) return numbers;
    throw new InputError({ what: `${what} must have a number for each variable`, got: numbers });
  };
  return {
    ...(minima === undefined ? {} : { minima: checkList(minima, "minima", MOST.points, point) }),
    ...(localMinima === undefined
      ? {}
      : { localMinima: checkList(localMinima, "localMinima", MOST.points, point) }),
    // JSON has no -Infinity: it comes back as null.
    ...(least === undefined ? {} : { least: least === null ? -Infinity : checkNumber(least, "least") }),
    ...(start === undefined ? {} : { start: point(start, "start") }),
    ...(view === undefined ? {} : { view: checkList(view, "view", dimension, checkInterval) }),
  };
}

function revivedRun(run: unknown): RevivedRun {
  const { rule, start, steps, hyper, schedule } = checkRecord(run, "a stored run");
  return {
    rule: revivedRule(rule),
    start: checkList(start, "the start of a stored run", MOST.variables, checkNumber),
    steps: checkWhole(steps, "the steps of a stored run", 0, MOST_STEPS),
    hyper: checkNumbers(hyper, "the hyperparameters of a stored run"),
    ...(schedule === undefined ? {} : { schedule: revivedSchedule(schedule) }),
  };
}

function revivedSchedule(schedule: unknown): Schedule {
  const { id, factor, parameters } = checkRecord(schedule, "the schedule of a stored run");
  return {
    id: checkText(id, "the schedule's id"),
    factor: checkText(factor, "the schedule's factor"),
    parameters: checkNumbers(parameters, "the schedule's parameters"),
  };
}

/** A rule from how it was stored. @throws InputError when there is no such rule */
function revivedRule(rule: unknown): Rule {
  if (typeof rule !== "string") return reviveRule(rule);
  const found = rules.find(({ id }) => id === rule);
  if (found !== undefined) return found;
  throw new InputError({
    what: "there is no such rule",
    got: rule,
    allowed: rules.map(({ id }) => id).join(", "),
  });
}
