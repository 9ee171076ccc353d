import type { ExpressionObjective } from "../objectives/objective.ts";
import type { Recorded } from "./recorded.ts";

/** What stands beside the terms of a rule. */
const ALWAYS = ["w", "loss", "rate", "g", "lookahead"];

/** What was run, and each recorded step with all its numbers; row 0 is the start. */
export function traceToJson(trace: Recorded): object {
  const { rule, hyper, schedule, stop, names, recordedSteps } = trace;
  // A function has neither.
  const { name, expression, variables } = trace.objective as Partial<ExpressionObjective>;
  const terms = names.filter((one) => !ALWAYS.includes(one));
  return {
    rule: rule.id,
    objective: name,
    expression,
    variables,
    hyper,
    ...(schedule === undefined ? {} : { schedule }),
    stop,
    steps: recordedSteps.map((t) => ({
      t,
      ...valuesOf(
        trace,
        t,
        ALWAYS.filter((one) => names.includes(one)),
      ),
      terms: valuesOf(trace, t, terms),
    })),
  };
}

/** Quantities of a step by name; those that the start does not have yet are left out. */
function valuesOf(
  trace: Recorded,
  t: number,
  names: readonly string[],
): Readonly<Record<string, number | number[]>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = trace.value(name, t);
      const plain = typeof value === "number" ? value : Array.from(value);
      return [plain].flat().some(Number.isNaN) ? [] : [[name, plain] as const];
    }),
  );
}
