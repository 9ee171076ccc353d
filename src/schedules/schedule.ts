import { didYouMean, InputError } from "../errors.ts";
import { compileValue } from "../math/compile.ts";
import { parse } from "../math/expression.ts";

/** How the learning rate changes from step to step: a factor given by an equation in t and its own parameters. */
export interface Schedule {
  readonly id: string;
  /** What the learning rate is multiplied with at step t = 1, 2, ...: an expression in t and the parameters. */
  readonly factor: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The rate in force at step t (from 1). */
export function compileSchedule({ id, factor, parameters }: Schedule, base: number): (t: number) => number {
  const names = Object.keys(parameters);
  const wrong = names.find((name) => !(Number.isFinite(parameters[name]) && parameters[name]! >= 0));
  if (wrong !== undefined) {
    throw new InputError({
      what: `${wrong} of the schedule ${id} must be a finite number of 0 or more`,
      got: parameters[wrong],
    });
  }
  const compiled = compileValue(parse(factor, { symbols: ["t", ...names] }), ["t", ...names]);
  const values = [0, ...Object.values(parameters)];
  return (t) => {
    values[0] = t;
    return base * compiled(values);
  };
}

/**
 * How the learning rate can change over the steps.
 * @example
 * const halving = schedules.step({ factor: 0.5, every: 10 });
 * descend(ravine, momentum, { steps: 20, schedule: halving }).term("rate").at(-1) // 0.005
 */
export const schedules = {
  /** The same learning rate at every step. */
  constant: (): Schedule => ({ id: "constant", factor: "1", parameters: {} }),
  /** Step decay: multiply the rate by `factor` after every `every` steps (slide 15: halve it every few epochs). */
  step: (parameters: { factor: number; every: number }): Schedule => ({
    id: "step",
    factor: "factor^floor((t - 1)/every)",
    parameters,
  }),
  /** Exponential decay e^(-k(t-1)) (slide 15). */
  exponential: (parameters: { k: number }): Schedule => ({
    id: "exponential",
    factor: "exp(-k*(t - 1))",
    parameters,
  }),
  /** 1/t decay: 1/(1 + k(t-1)) (slide 15). */
  inverseTime: (parameters: { k: number }): Schedule => ({
    id: "inverse-time",
    factor: "1/(1 + k*(t - 1))",
    parameters,
  }),
  /** Linear warm-up: the rate grows in equal parts and is whole from step `steps` on. */
  warmUp: (parameters: { steps: number }): Schedule => ({
    id: "warm-up",
    factor: "min(1, t/steps)",
    parameters,
  }),
  /** Half a cosine from the whole rate down to 0 over `steps` steps (Loshchilov & Hutter 2017, without restarts). */
  cosine: (parameters: { steps: number }): Schedule => ({
    id: "cosine",
    factor: "(1 + cos(pi*min(1, (t - 1)/steps)))/2",
    parameters,
  }),
};

/** Parameter names of each schedule, by id. */
const PARAMETERS = {
  constant: { make: schedules.constant, names: [] },
  step: { make: schedules.step, names: ["factor", "every"] },
  exponential: { make: schedules.exponential, names: ["k"] },
  "inverse-time": { make: schedules.inverseTime, names: ["k"] },
  "warm-up": { make: schedules.warmUp, names: ["steps"] },
  cosine: { make: schedules.cosine, names: ["steps"] },
} as const;

/** Ids of the schedules. */
export const scheduleIds = Object.keys(PARAMETERS);

/**
 * A schedule by its id, for the command line and for stored settings.
 * @throws InputError for an unknown id, a missing parameter or one too many
 */
export function scheduleById(id: string, parameters: Readonly<Record<string, number>>): Schedule {
  if (!Object.hasOwn(PARAMETERS, id)) {
    throw new InputError({
      what: "there is no such schedule",
      got: id,
      allowed: scheduleIds.join(", "),
      ...didYouMean(id, scheduleIds),
    });
  }
  const { make, names } = PARAMETERS[id as keyof typeof PARAMETERS];
  const expected = names.join(" and ") || "none";
  for (const name of names) {
    if (!Object.hasOwn(parameters, name))
      throw new InputError({ what: `the schedule ${id} needs ${name}`, allowed: expected });
  }
  const extra = Object.keys(parameters).find((name) => !(names as readonly string[]).includes(name));
  if (extra !== undefined) {
    throw new InputError({
      what: `the schedule ${id} has no parameter ${extra}`,
      allowed: expected,
      ...didYouMean(extra, names),
    });
  }
  return make(parameters as never);
}
