import { InputError } from "../errors.ts";
import { objective, type ExpressionObjective, type Landmarks } from "../objectives/objective.ts";
import { reviveRule } from "../rules/define.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";
import type { Figure } from "./figure.ts";
import { curves, type CurveOptions } from "./curves.ts";
import { landscape, type LandscapeOptions } from "./landscape.ts";

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
export type Specification = {
  readonly format: 1;
  readonly objective: ObjectiveSpecification;
  readonly runs: readonly RunSpecification[];
} & (
  | { readonly kind: "landscape"; readonly options: LandscapeOptions }
  | { readonly kind: "curves"; readonly options: CurveOptions }
);

/** The recipe of a figure of these traces; none when the objective is a function or a descent can't be run again. */
export function specificationOf(
  traces: readonly Trace[],
  how: { kind: "landscape"; options: LandscapeOptions } | { kind: "curves"; options: CurveOptions },
  on = traces[0]?.objective,
): Specification | undefined {
  if (on === undefined || !("expression" in on) || !traces.every((trace) => trace.repeatable))
    return undefined;
  return {
    format: 1,
    objective: objectiveSpecification(on as ExpressionObjective),
    runs: traces.map(runSpecification),
    ...how,
  };
}

function objectiveSpecification({
  name,
  expression,
  variables,
  minima,
  least,
  start,
  view,
}: ExpressionObjective): ObjectiveSpecification {
  const landmarks = { minima, least, start, view };
  const known = Object.entries(landmarks).filter(([, value]) => value !== undefined);
  return { name, expression, variables, ...(Object.fromEntries(known) as Landmarks) };
}

function runSpecification({ rule, path, steps, stop, hyper, schedule }: Trace): RunSpecification {
  return {
    rule: rules.includes(rule) ? rule.id : rule,
    start: Array.from(path[0]!),
    steps: stop.reason === "diverged" || stop.reason === "singular" ? steps + 1 : steps,
    hyper,
    ...(schedule === undefined ? {} : { schedule }),
  };
}

/**
 * Compute a stored figure again. Everything in it is checked like any other input, since it may come from an
 * untrusted notebook: expressions and rules are compiled from an allow-list only.
 * @throws InputError when it is not a specification of format 1
 */
export function figureFromSpecification(data: unknown): Figure {
  const format = (data as { readonly format?: unknown } | null)?.format;
  if (format !== 1)
    throw new InputError({
      what: "this figure needs another version of fall-line",
      got: format,
      allowed: "format 1",
    });
  const { kind, objective: surface, runs, options } = data as Specification;
  const on = objective(surface.expression, surface);
  const traces = runs.map(({ rule, start, steps, hyper, schedule }) =>
    descend(on, ruleOf(rule), {
      start,
      steps: Math.min(steps, MOST_STEPS),
      hyper,
      ...(schedule === undefined ? {} : { schedule }),
    }),
  );
  switch (kind) {
    case "landscape":
      return landscape(traces.length > 0 ? traces : on, options);
    case "curves":
      return curves(traces, options);
    default:
      throw new InputError({
        what: "there is no such kind of figure",
        got: kind,
        allowed: "landscape, curves",
      });
  }
}

const MOST_STEPS = 20_000;

function ruleOf(rule: string | Rule): Rule {
  if (typeof rule !== "string") return reviveRule(rule);
  const found = rules.find(({ id }) => id === rule);
  if (found === undefined)
    throw new InputError({
      what: "there is no such rule",
      got: rule,
      allowed: rules.map(({ id }) => id).join(", "),
    });
  return found;
}
