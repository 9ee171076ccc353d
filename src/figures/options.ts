import { InputError } from "../errors.ts";
import type { Objective } from "../objectives/objective.ts";
import { Trace } from "../trace/trace.ts";

/** What every figure can be told. */
export interface FigureOptions {
  readonly title?: string;
  /** Height in pixels. */
  readonly height?: number;
}

const LOWEST = 120;
const HIGHEST = 2000;

/** @throws InputError when a title is not text or a height is not a sensible number of pixels */
export function checkOptions({ title, height }: FigureOptions): void {
  if (title !== undefined && typeof title !== "string")
    throw new InputError({ what: "a title must be text", got: title });
  if (height !== undefined && !(height >= LOWEST && height <= HIGHEST))
    throw new InputError({
      what: "height must be a number of pixels",
      got: height,
      allowed: `${LOWEST} to ${HIGHEST}`,
    });
}

/**
 * The traces to draw, as a list of one or more on the same objective.
 * @throws InputError when there is none, when one recorded no path, or when they are of different objectives
 */
export function tracesOf(shown: Trace | readonly Trace[], figure: string): readonly Trace[] {
  const traces = shown instanceof Trace ? [shown] : shown;
  if (!Array.isArray(traces) || !traces.every((trace) => trace instanceof Trace) || traces.length === 0)
    throw new InputError({
      what: `${figure} needs a trace, or a list of them`,
      got: Array.isArray(traces) ? `a list of ${traces.length}` : typeof shown,
      cure: "make one: descend(objective, rule, { start, steps })",
    });
  const bare = traces.find(({ recordedSteps }) => recordedSteps.length === 0);
  if (bare !== undefined)
    throw new InputError({
      what: `the descent by ${bare.rule.title} recorded nothing to draw`,
      cure: 'record it: record: "path"',
    });
  return traces;
}

/** @throws InputError when traces are of different objectives, so that they have no landscape in common */
export function checkSameObjective(traces: readonly Trace[]): Objective {
  const { objective } = traces[0]!;
  const other = traces.find((trace) => !sameObjective(trace.objective, objective))?.objective;
  if (other === undefined) return objective;
  throw new InputError({
    what: "one landscape shows one objective",
    got: `${objective.name} and ${other.name}`,
  });
}

/** The same formula, or functions of the same name: a descent wraps a plain function anew each time. */
function sameObjective(a: Objective, b: Objective): boolean {
  const formula = (on: Objective): unknown => ("expression" in on ? on.expression : undefined);
  return a === b || (a.name === b.name && a.dimension === b.dimension && formula(a) === formula(b));
}
