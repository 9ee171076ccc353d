import { InputError } from "../errors.ts";
import { noisy, type NoisyObjective } from "../objectives/noise.ts";
import { type Landmarks, objective as expressionObjective, type Objective } from "../objectives/objective.ts";
import { reviveRule } from "../rules/revive.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import { recordLayout } from "../rules/layout.ts";
import type { Rule } from "../rules/rule.ts";
import { compileSchedule, type Schedule } from "../schedules/schedule.ts";
import type { Evaluations } from "./evaluations.ts";
import type { Recorded, TraceParts } from "./recorded.ts";
import { quantitiesOf } from "./recording.ts";
import { isStopReason, type Stop } from "./stop.ts";

/** A number in JSON; those that JSON does not know as text. */
type JsonNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0";

/** An objective in JSON: its formula, or its name alone when it was a function. */
export interface ObjectiveJson extends Omit<Landmarks, "least"> {
  readonly name: string;
  readonly dimension: number;
  readonly expression?: string;
  readonly variables?: readonly string[];
  readonly noise?: { readonly size: number; readonly seed: number };
  readonly least?: JsonNumber;
}

/** A trace in JSON. */
export interface TraceJson {
  readonly format: 1;
  readonly rule: Rule;
  readonly objective: ObjectiveJson;
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule?: Schedule;
  readonly repeatable: boolean;
  readonly evaluations: Readonly<Evaluations>;
  readonly stop: Stop;
  readonly end: { readonly w: readonly JsonNumber[]; readonly loss: JsonNumber };
  /** Names of what was recorded. */
  readonly names: readonly string[];
  /** Every how many steps a row was recorded. */
  readonly every: number;
  /** The rows one after the other: scalars first, then vectors, then matrices. */
  readonly rows: readonly JsonNumber[];
}

/** The parts of a trace as plain data. */
export function traceToJson(trace: Recorded, recording: TraceParts["recording"]): TraceJson {
  const { rule, objective, hyper, schedule, repeatable, evaluations, stop, end } = trace;
  return {
    format: 1,
    rule,
    objective: objectiveToJson(objective),
    hyper,
    ...(schedule === undefined ? {} : { schedule }),
    repeatable,
    evaluations,
    stop,
    end: { w: Array.from(end.w, toJson), loss: toJson(end.loss) },
    names: [...recording.layout.shapes.keys()],
    every: recording.every,
    rows: Array.from(recording.rows, toJson),
  };
}

function objectiveToJson(on: Objective): ObjectiveJson {
  const { name, dimension, minima, localMinima, start, view, source, least } = on;
  const base = "of" in on ? (on as NoisyObjective).of : on;
  const { expression, variables } = base as { expression?: string; variables?: readonly string[] };
  const { noise } = on as Partial<NoisyObjective>;
  const known = {
    minima,
    localMinima,
    start,
    view,
    source,
    least: least === undefined ? undefined : toJson(least),
  };
  const formula = expression === undefined ? {} : { expression, variables, noise };
  return JSON.parse(JSON.stringify({ name, dimension, ...known, ...formula })) as ObjectiveJson;
}

/**
 * The parts of a trace from its JSON, each checked.
 * @throws InputError when it is not a trace of format 1, or parts of it do not go together
 */
export function traceFromJson(data: unknown): TraceParts {
  const json = data as TraceJson;
  demand(
    typeof data === "object" && data !== null && (json.format as unknown) === 1,
    "this is not a trace of format 1",
  );
  const rule = reviveRule(json.rule);
  const hyper = hyperparametersOf(rule, recordOfNumbers("hyper", json.hyper));
  const w = Float64Array.from(numbers("end.w", json.end.w));
  const objective = reviveObjective(json.objective, w.length);
  const { names, every, stop, evaluations } = json;
  demand(
    Array.isArray(names) && names.every((name: string) => allNames(rule).includes(name)),
    "names must be quantities of the rule",
  );
  demand(Number.isInteger(every) && every >= 1, "every must be a whole number of 1 or more");
  demand(
    isStopReason(stop.reason) &&
      Number.isInteger(stop.step) &&
      stop.step >= 0 &&
      typeof stop.sentence === "string",
    "stop must have a known reason, a step and a sentence",
  );
  recordOfNumbers("evaluations", evaluations);
  const layout = recordLayout(rule, names);
  const width = layout.width(w.length);
  const rows = Float64Array.from(numbers("rows", json.rows));
  demand(
    rows.length === width * (Math.floor(stop.step / every) + 1),
    "rows must have one row of numbers for every recorded step",
  );
  return {
    rule,
    objective,
    hyper,
    ...(json.schedule === undefined ? {} : { schedule: checkedSchedule(json.schedule) }),
    repeatable: (json.repeatable as unknown) === true,
    recording: { every, layout, width, rows },
    dimension: w.length,
    end: { w, loss: fromJson("end.loss", json.end.loss) },
    evaluations,
    stop,
  };
}

const allNames = (rule: Rule): string[] => [
  ...quantitiesOf(rule),
  "lookahead",
  "gradientNorm",
  "updateLength",
];

function reviveObjective(json: ObjectiveJson, dimension: number): Objective {
  const { expression, variables, noise, least, dimension: count, ...landmarks } = json;
  demand(count === dimension && typeof json.name === "string", "the objective must fit the end point");
  const known = { ...landmarks, ...(least === undefined ? {} : { least: fromJson("least", least) }) };
  if (expression === undefined) return nameOnly({ ...known, dimension });
  const formula = expressionObjective(expression, {
    ...known,
    ...(variables === undefined ? {} : { variables }),
  });
  return noise === undefined ? formula : { ...noisy(formula, noise), name: json.name };
}

/** An objective that was a function: it keeps its name, and can't be computed any more. */
function nameOnly(known: Landmarks & { readonly name: string; readonly dimension: number }): Objective {
  const refuse = (): never => {
    throw new InputError({
      what: `${known.name} was a function, which JSON can't hold`,
      cure: "descend again with the function itself",
    });
  };
  return { ...known, value: refuse, gradient: refuse };
}

function checkedSchedule(schedule: Schedule): Schedule {
  const { id, factor, parameters } = schedule;
  demand(typeof id === "string" && typeof factor === "string", "a schedule needs an id and a factor");
  const checked = { id, factor, parameters: recordOfNumbers("the schedule's parameters", parameters) };
  compileSchedule(checked, 1);
  return checked;
}

function toJson(x: number): JsonNumber {
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : (String(x) as JsonNumber);
}

function fromJson(name: string, value: unknown): number {
  const known = typeof value === "number" || ["NaN", "Infinity", "-Infinity", "-0"].includes(value as string);
  demand(known, `${name} must be numbers`, value);
  return Number(value);
}

function numbers(name: string, values: unknown): number[] {
  demand(Array.isArray(values), `${name} must be a list of numbers`, values);
  return (values as unknown[]).map((value) => fromJson(name, value));
}

function recordOfNumbers(name: string, values: unknown): Record<string, number> {
  const fine =
    typeof values === "object" &&
    values !== null &&
    Object.values(values).every((x) => typeof x === "number");
  demand(fine, `${name} must be numbers by name`, values);
  return values as Record<string, number>;
}

function demand(fine: boolean, what: string, got?: unknown): asserts fine {
  if (!fine) throw new InputError({ what, ...(got === undefined ? {} : { got }) });
}
