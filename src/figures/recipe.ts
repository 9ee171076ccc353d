import { InputError } from "../errors.ts";
import {
  type ExpressionObjective,
  type Landmarks,
  objective,
  type Objective,
} from "../objectives/objective.ts";
import { reviveRule } from "../rules/revive.ts";
import { rules } from "../rules/list.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";

/** An objective as it travels into a page. */
export interface ObjectiveSpecification extends Landmarks {
  readonly name: string;
  readonly expression: string;
  readonly variables: readonly string[];
}

/** A descent as it travels into a page: enough to run it again. */
export interface RunSpecification {
  /** The id of a rule of the library, or a whole rule. */
  readonly rule: string | Rule;
  readonly start: readonly number[];
  readonly steps: number;
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule?: Schedule;
}

/** A figure as it is stored: a recipe that a page computes again with this library. */
export interface Specification {
  readonly format: 1;
  readonly kind: string;
  readonly objective?: ObjectiveSpecification;
  readonly runs: readonly RunSpecification[];
  readonly options: object;
}

/**
 * The recipe of a figure of these traces.
 * @returns nothing when the objective is a function or a descent can't be run again
 */
export function recipeOf(
  kind: string,
  traces: readonly Trace[],
  options: object,
  on: Objective | undefined = traces[0]?.objective,
): Specification | undefined {
  const surface = on === undefined ? undefined : storedObjective(on);
  if (surface === undefined || !traces.every(({ repeatable }) => repeatable)) return undefined;
  return { format: 1, kind, objective: surface, runs: traces.map(storedRun), options };
}

/** `{ specification }` to spread into a figure's parts, or nothing. */
export function withRecipe(specification: Specification | undefined): { specification?: Specification } {
  return specification === undefined ? {} : { specification };
}

/** An objective as it is stored; nothing when it is not given by a formula. */
export function storedObjective(on: Objective): ObjectiveSpecification | undefined {
  if (!("expression" in on) || on.expression === undefined) return undefined;
  const { name, expression, variables, minima, localMinima, least, start, view } = on as ExpressionObjective;
  const landmarks = { minima, localMinima, least, start, view };
  const known = Object.entries(landmarks).filter(([, value]) => value !== undefined);
  return { name, expression, variables, ...(Object.fromEntries(known) as Landmarks) };
}

function storedRun({ rule, path, steps, stop, hyper, schedule }: Trace): RunSpecification {
  return {
    rule: storedRule(rule),
    start: Array.from(path[0]!),
    steps: stop.reason === "diverged" || stop.reason === "singular" ? steps + 1 : steps,
    hyper,
    ...(schedule === undefined ? {} : { schedule }),
  };
}

/** A rule as it is stored: its id, when the library has it. */
export function storedRule(rule: Rule): string | Rule {
  return rules.includes(rule) ? rule.id : rule;
}

/** A run whose rule is one again. */
type RevivedRun = Omit<RunSpecification, "rule"> & { readonly rule: Rule };

const MOST_RUNS = 60;
const MOST_STEPS = 20_000;

/** What a figure is computed from again; everything is checked like any other input, as it may be hostile. */
export class Recipe {
  readonly specification: Specification;

  /** @throws InputError when it is not a specification of format 1 */
  constructor(data: unknown) {
    const found = (typeof data === "object" && data !== null ? data : {}) as Partial<Specification>;
    if (found.format !== 1)
      throw new InputError({
        what: "this figure needs another version of fall-line",
        got: found.format,
        allowed: "format 1",
      });
    if (!Array.isArray(found.runs) || found.runs.length > MOST_RUNS || typeof found.options !== "object")
      throw new InputError({
        what: "a stored figure must have runs and options",
        allowed: `up to ${MOST_RUNS} runs`,
      });
    this.specification = { ...found, options: found.options ?? {} } as Specification;
  }

  get objective(): ExpressionObjective {
    const stored = this.specification.objective;
    if (typeof stored?.expression !== "string" || typeof stored.name !== "string")
      throw new InputError({ what: "a stored objective must have a name and an expression", got: stored });
    return objective(stored.expression, withLeast(stored));
  }

  /** The runs, their rules revived, their steps kept within bounds. */
  get runs(): RevivedRun[] {
    return this.specification.runs.map(checkRun).map((run) => ({
      ...run,
      rule: revivedRule(run.rule),
      steps: Math.min(run.steps, MOST_STEPS),
    }));
  }

  /** The first run, for figures of one rule. */
  get run(): RevivedRun {
    const [first] = this.runs;
    if (first === undefined) throw new InputError({ what: "this figure needs a run", got: "none" });
    return first;
  }

  /** The first trace, for figures of one. */
  get trace(): Trace {
    const { rule, ...options } = this.run;
    return descend(this.objective, rule, options);
  }

  get traces(): Trace[] {
    const on = this.objective;
    return this.runs.map(({ rule, ...options }) => descend(on, rule, options));
  }
}

function checkRun(run: RunSpecification | null): RunSpecification {
  if (typeof run === "object" && run !== null && Array.isArray(run.start)) return run;
  throw new InputError({ what: "a stored run must have a rule, a start and steps", got: run });
}

/** JSON has no -Infinity: it comes back as null. */
function withLeast(stored: ObjectiveSpecification): ObjectiveSpecification {
  return (stored.least as number | null | undefined) === null ? { ...stored, least: -Infinity } : stored;
}

/** A rule from how it was stored. @throws InputError when there is no such rule */
function revivedRule(rule: string | Rule): Rule {
  if (typeof rule !== "string") return reviveRule(rule);
  const found = rules.find(({ id }) => id === rule);
  if (found !== undefined) return found;
  throw new InputError({
    what: "there is no such rule",
    got: rule,
    allowed: rules.map(({ id }) => id).join(", "),
  });
}
