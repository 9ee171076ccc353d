import { checkFlag, checkNames, isRecord, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Objective } from "../objectives/objective.ts";
import { isRule } from "../rules/rule.ts";
import { Trace } from "../trace/trace.ts";

/** What every figure can be told. */
export interface FigureOptions {
  readonly title?: string;
  /** Height in pixels. */
  readonly height?: number;
  /** Let its paths or curves grow once, in six seconds at most, when it is first seen; where one asks for less motion, when Play is pressed. */
  readonly plays?: boolean;
}

const LOWEST = 120;
const HIGHEST = 2000;

const COMMON: Names<FigureOptions> = { title: true, height: true, plays: true };

/**
 * @param own the options of this figure alone
 * @throws InputError for an option that there is not, a title that is no text, a height that is no sensible number of pixels,
 *   `plays` that is neither true nor false
 */
export function checkOptions(
  options: FigureOptions,
  figure: string,
  own: Readonly<Record<string, true>>,
  example = '{ title: "A descent" }',
): void {
  checkNames(options, figure, { ...own, ...COMMON }, example);
  const { title, height, plays } = options;
  if (title !== undefined && typeof title !== "string")
    throw new InputError({
      what: "a title must be text",
      got: title,
      cure: 'for example: title: "A descent"',
    });
  if (height !== undefined && !(height >= LOWEST && height <= HIGHEST))
    throw new InputError({
      what: "height must be a number of pixels",
      got: height,
      allowed: `${LOWEST} to ${HIGHEST}`,
      cure: "for example: height: 400",
    });
  checkFlag(plays, "plays");
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
      got: Array.isArray(traces) && traces.length > 0 ? `a list of ${traces.length}` : traces,
      cure: "make one: descend(ravine, momentum, { steps: 20 })",
    });
  const bare = traces.find(({ recordedSteps }) => recordedSteps.length === 0);
  if (bare !== undefined)
    throw new InputError({
      what: `the descent by ${bare.rule.title} recorded nothing to draw`,
      cure: 'record it: record: "path"',
    });
  return traces;
}

/** What landscape and surface draw: an objective, and the descents on it where there are any. @throws InputError for anything else */
export function sceneIn(
  shown: Objective | Trace | readonly Trace[],
  figure: "landscape" | "surface",
): { readonly objective: Objective; readonly traces: readonly Trace[] } {
  if (Array.isArray(shown) || shown instanceof Trace) {
    const traces = tracesOf(shown, `a ${figure}`);
    return { objective: checkSameObjective(traces), traces };
  }
  if (isRecord(shown) && !isRule(shown)) return { objective: shown as Objective, traces: [] };
  const text = typeof shown === "string" ? shown : "x^2 + y^2";
  throw new InputError({
    what: `${figure} takes an objective, a descent, or a list of descents`,
    got: shown,
    cure: `for example: ${figure}(objective(${JSON.stringify(text)}))`,
  });
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

/** @throws InputError when what is drawn in a plane has one parameter alone, for which there is another figure */
export function checkPlane(dimension: number, figure: string, instead: string): void {
  if (dimension >= 2) return;
  throw new InputError({
    what: `${figure} needs two parameters or more`,
    got: dimension,
    cure: `use ${instead}`,
  });
}

/** The same formula, or functions of the same name: a descent wraps a plain function anew each time. */
function sameObjective(a: Objective, b: Objective): boolean {
  const formula = (on: Objective): unknown => ("expression" in on ? on.expression : undefined);
  return a === b || (a.name === b.name && a.dimension === b.dimension && formula(a) === formula(b));
}
