import type { ExpressionObjective, Landmarks, Objective } from "../objectives/objective.ts";
import { rules } from "../rules/list.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import type { Trace } from "../trace/trace.ts";
import { isLight } from "./effort.ts";

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

/** The most that a page computes again for one figure. */
export const MOST_RUNS = 60;
export const MOST_STEPS = 20_000;

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
 * @returns nothing when the objective is a function, a descent can't be run again or recorded no points, or it is more than a
 *   page computes
 */
export function recipeOf(
  kind: string,
  traces: readonly Trace[],
  options: object,
  on: Objective | undefined = traces[0]?.objective,
): Specification | undefined {
  const surface = on === undefined ? undefined : storedObjective(on);
  if (surface === undefined || !traces.every(isStored)) return undefined;
  const runs = traces.map(storedRun);
  if (runs.length > MOST_RUNS || runs.some(({ steps }) => steps > MOST_STEPS)) return undefined;
  if (!isLight({ ...surface, dimension: on!.dimension }, traces)) return undefined;
  return { format: 1, kind, objective: surface, runs, options };
}

const isStored = (trace: Trace): boolean => trace.repeatable && trace.names.includes("w");

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
