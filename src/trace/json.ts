import * as v from "valibot";
import { InputError } from "../errors.ts";
import { noisy, type NoisyObjective } from "../objectives/noise.ts";
import { type Landmarks, objective as expressionObjective, type Objective } from "../objectives/objective.ts";
import { reviveRule } from "../rules/revive.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import { recordLayout } from "../rules/layout.ts";
import type { Rule } from "../rules/rule.ts";
import { FINITE, INTERVAL, parsed, recordOf, wholeFrom } from "../schema.ts";
import { compileSchedule, SCHEDULE, type Schedule } from "../schedules/schedule.ts";
import type { Evaluations } from "./evaluations.ts";
import type { Recorded, TraceParts } from "./recorded.ts";
import { quantitiesOf } from "./recording.ts";
import { type Stop, STOP_REASONS } from "./stop.ts";

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

const NUMBER = v.pipe(
  v.custom<JsonNumber>((x) => typeof x === "number" || /^(NaN|-?Infinity|-0)$/.test(String(x)), "a number"),
  v.transform(Number),
);
const POINT = v.array(FINITE);

const OBJECTIVE = v.object({
  name: v.string(),
  dimension: FINITE,
  expression: v.exactOptional(v.string()),
  variables: v.exactOptional(v.array(v.string())),
  noise: v.exactOptional(v.object({ size: FINITE, seed: FINITE })),
  minima: v.exactOptional(v.array(POINT)),
  localMinima: v.exactOptional(v.array(POINT)),
  least: v.exactOptional(NUMBER),
  start: v.exactOptional(POINT),
  view: v.exactOptional(v.array(INTERVAL)),
  source: v.exactOptional(v.string()),
});

const TRACE = v.object({
  rule: v.pipe(v.unknown(), v.transform(reviveRule)),
  objective: OBJECTIVE,
  hyper: recordOf(v.number()),
  schedule: v.exactOptional(SCHEDULE),
  repeatable: v.boolean(),
  evaluations: v.object({ value: v.number(), gradient: v.number(), hessian: v.number() }),
  stop: v.object({ reason: v.picklist(STOP_REASONS), step: wholeFrom(0), sentence: v.string() }),
  end: v.object({ w: v.array(NUMBER), loss: NUMBER }),
  names: v.array(v.string()),
  every: wholeFrom(1),
  rows: v.array(NUMBER),
});

/**
 * The parts of a trace from its JSON, each checked.
 * @throws InputError when it is not a trace of format 1, or parts of it do not go together
 */
export function traceFromJson(data: unknown): TraceParts {
  demand(v.is(v.looseObject({ format: v.literal(1) }), data), "this is not a trace of format 1");
  const { objective, hyper, names, rows, end, ...known } = parsed(TRACE, data, "this trace");
  const { rule, every, stop, schedule } = known;
  const dimension = end.w.length;
  demand(objective.dimension === dimension, "the objective must fit the end point");
  demand(
    names.every((name) => allNames(rule).includes(name)),
    "names must be quantities of the rule",
  );
  const layout = recordLayout(rule, names);
  const width = layout.width(dimension);
  demand(
    rows.length === width * (Math.floor(stop.step / every) + 1),
    "rows must have one row of numbers for every recorded step",
  );
  // What it is compiled of is right.
  if (schedule !== undefined) compileSchedule(schedule, 1);
  return {
    ...known,
    objective: reviveObjective(objective),
    hyper: hyperparametersOf(rule, hyper),
    recording: { every, layout, width, rows: Float64Array.from(rows) },
    dimension,
    end: { w: Float64Array.from(end.w), loss: end.loss },
  };
}

const allNames = (rule: Rule): string[] => [
  ...quantitiesOf(rule),
  "lookahead",
  "gradientNorm",
  "updateLength",
];

function reviveObjective(stored: v.InferOutput<typeof OBJECTIVE>): Objective {
  const { expression, noise, dimension, ...known } = stored;
  if (expression === undefined) return nameOnly({ ...known, dimension });
  const formula = expressionObjective(expression, known);
  return noise === undefined ? formula : { ...noisy(formula, noise), name: known.name };
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

function toJson(x: number): JsonNumber {
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : (String(x) as JsonNumber);
}

function demand(fine: boolean, what: string): void {
  if (!fine) throw new InputError({ what });
}
