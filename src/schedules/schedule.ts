import * as v from "valibot";
import { isRecord } from "../arguments.ts";
import { type MimeBundle, showsItself } from "../display.ts";
import { didYouMean, InputError } from "../errors.ts";
import { compileValue } from "../math/compile.ts";
import { parse } from "../math/expression.ts";
import { expressionTex } from "../math/expression-tex.ts";
import { numberText } from "../math/numerals.ts";
import { FINITE, recordOf, textUpTo } from "../schema.ts";
import { plateaus } from "./plateau.ts";

/** How the learning rate changes from step to step: a factor given by an equation in t and its own parameters. */
export interface Schedule {
  readonly id: string;
  /**
   * What the learning rate is multiplied with at step t = 1, 2, ...: an expression in t and the parameters. In a schedule
   * with the parameter `patience`, `plateaus` is how often the loss has stood still for so many steps before step t.
   */
  readonly factor: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A schedule as it is stored. */
export const SCHEDULE = v.object({
  id: textUpTo(300),
  factor: textUpTo(300),
  parameters: recordOf(FINITE),
});

/**
 * The rate in force at step t (from 1), with the loss before that step. Where a schedule watches the loss it is asked once
 * for each step, in order.
 */
export type RateAt = (t: number, loss?: number) => number;

/** The rate that a schedule makes of a first one. @throws InputError for a parameter below 0 */
export function compileSchedule({ id, factor, parameters }: Schedule, base: number): RateAt {
  const names = Object.keys(parameters);
  const wrong = names.find((name) => !(Number.isFinite(parameters[name]) && parameters[name]! >= 0));
  if (wrong !== undefined)
    throw new InputError({
      what: `${wrong} of the schedule ${id} must be a finite number of 0 or more`,
      got: parameters[wrong],
    });
  const { patience } = parameters;
  const count = patience === undefined ? undefined : plateaus(patience);
  const symbols = ["t", ...(count === undefined ? [] : ["plateaus"]), ...names];
  const compiled = compileValue(parse(factor, { symbols }), symbols);
  const values = Object.values(parameters);
  return (t, loss = NaN) => base * compiled([t, ...(count === undefined ? [] : [count(loss)]), ...values]);
}

/** The factor of each schedule, and for each of its parameters the least value and an example. */
const KINDS = {
  constant: { factor: "1", parameters: {} },
  step: { factor: "factor^floor((t - 1)/every)", parameters: { factor: [0, 0.5], every: [1, 10] } },
  exponential: { factor: "exp(-k*(t - 1))", parameters: { k: [0, 0.1] } },
  "inverse-time": { factor: "1/(1 + k*(t - 1))", parameters: { k: [0, 0.1] } },
  "warm-up": { factor: "min(1, t/steps)", parameters: { steps: [1, 10] } },
  linear: { factor: "max(0, 1 - (t - 1)/steps)", parameters: { steps: [1, 20] } },
  cosine: { factor: "(1 + cos(pi*min(1, (t - 1)/steps)))/2", parameters: { steps: [1, 20] } },
  "warm-up-cosine": {
    factor: "t <= warm ? t/warm : (1 + cos(pi*min(1, (t - 1 - warm)/max(1, steps - warm))))/2",
    parameters: { warm: [1, 5], steps: [1, 20] },
  },
  wsd: {
    factor: "max(0, min(1, t/warm, (steps + 1 - t)/decay))",
    parameters: { warm: [1, 5], decay: [1, 5], steps: [1, 20] },
  },
  plateau: { factor: "factor^plateaus", parameters: { factor: [0, 0.5], patience: [1, 10] } },
} as const satisfies Record<string, Kind>;

interface Kind {
  readonly factor: string;
  readonly parameters: Readonly<Record<string, readonly [least: number, example: number]>>;
}

/** Ids of the schedules. */
export const scheduleIds = Object.keys(KINDS);

/**
 * How the learning rate can change over the steps.
 * @throws InputError for a parameter that is missing, too small, or one too many
 * @example
 * const halving = schedules.step({ factor: 0.5, every: 10 });
 * descend(ravine, momentum, { steps: 20, schedule: halving }).term("rate").at(-1) // 0.005
 */
export const schedules = {
  /** The same learning rate at every step. */
  constant: (): Schedule => scheduleById("constant", {}),
  /** Step decay: multiply the rate by `factor` after every `every` steps (slide 15: halve it every few epochs). */
  step: (parameters: { factor: number; every: number }): Schedule => scheduleById("step", parameters),
  /** Exponential decay e^(-k(t-1)) (slide 15). */
  exponential: (parameters: { k: number }): Schedule => scheduleById("exponential", parameters),
  /** 1/t decay: 1/(1 + k(t-1)) (slide 15). */
  inverseTime: (parameters: { k: number }): Schedule => scheduleById("inverse-time", parameters),
  /** Linear warm-up: the rate grows in equal parts and is whole from step `steps` on. */
  warmUp: (parameters: { steps: number }): Schedule => scheduleById("warm-up", parameters),
  /** Linear decay: the rate falls in equal parts, to 0 after `steps` steps. */
  linear: (parameters: { steps: number }): Schedule => scheduleById("linear", parameters),
  /** Half a cosine from the whole rate down to 0 over `steps` steps (Loshchilov & Hutter 2017, without restarts). */
  cosine: (parameters: { steps: number }): Schedule => scheduleById("cosine", parameters),
  /**
   * Warm-up and cosine: the rate grows in equal parts over `warm` steps, is whole in the next one too, and falls from there along half a cosine, to 0
   * after `steps` steps (Loshchilov & Hutter 2017, with the warm-up of Goyal et al. 2017).
   */
  warmUpCosine: (parameters: { warm: number; steps: number }): Schedule =>
    scheduleById("warm-up-cosine", parameters),
  /**
   * Warm-up, stable, decay: the rate grows in equal parts over `warm` steps, stays, and falls in equal parts in the last `decay` of `steps` steps, to 0 after them
   * (Hu et al. 2024).
   */
  wsd: (parameters: { warm: number; decay: number; steps: number }): Schedule =>
    scheduleById("wsd", parameters),
  /**
   * Decay on a plateau: multiply the rate by `factor` each time that the loss has not been lower than ever for `patience`
   * steps. It is the only schedule that sees the loss; the others are plans.
   */
  plateau: (parameters: { factor: number; patience: number }): Schedule =>
    scheduleById("plateau", parameters),
};

/**
 * A schedule by its id, for the command line and for stored settings.
 * @throws InputError for an unknown id, a parameter that is missing, too small, or one too many
 * @example scheduleById("warm-up", { steps: 10 }).factor // "min(1, t/steps)"
 */
export function scheduleById(id: string, parameters: Readonly<Record<string, number>>): Schedule {
  if (!Object.hasOwn(KINDS, id))
    throw new InputError({
      what: "there is no such schedule",
      got: id,
      allowed: scheduleIds.join(", "),
      ...didYouMean(id, scheduleIds),
    });
  const kind: Kind = KINDS[id as keyof typeof KINDS];
  const expected = Object.keys(kind.parameters).join(" and ") || "none";
  const cure = `for example: ${exampleOf(id)}`;
  if (!isRecord(parameters))
    throw new InputError({
      what: `the schedule ${id} takes its parameters by name`,
      got: parameters,
      allowed: expected,
      cure,
    });
  for (const [name, [least]] of Object.entries(kind.parameters)) {
    if (!Object.hasOwn(parameters, name))
      throw new InputError({ what: `the schedule ${id} needs ${name}`, allowed: expected, cure });
    if (!(Number.isFinite(parameters[name]) && parameters[name]! >= least))
      throw new InputError({
        what: `${name} of the schedule ${id} must be a finite number of ${least} or more`,
        got: parameters[name],
        cure,
      });
  }
  const extra = Object.keys(parameters).find((name) => !Object.hasOwn(kind.parameters, name));
  if (extra !== undefined)
    throw new InputError({ what: `the schedule ${id} has no parameter ${extra}`, allowed: expected, cure });
  const schedule = { id, factor: kind.factor, parameters };
  return showsItself(schedule, { kind: "Schedule", name: (it) => it.id, bundle: bundleOf });
}

/** A schedule as it is shown: what the rate is multiplied with, and with what numbers. */
function bundleOf({ id, factor, parameters }: Schedule): MimeBundle {
  const given = Object.entries(parameters).map(([name, value]) => `${name} = ${numberText(value)}`);
  const where = given.length === 0 ? "" : `, with ${given.join(", ")}`;
  return {
    "text/markdown": `**${id}**: at step $t$ the learning rate is multiplied with\n\n$$${expressionTex(factor)}$$${where && `\n\n${where.slice(2)}`}`,
    "text/plain": `${id}: at step t the learning rate is multiplied with ${factor}${where}`,
  };
}

/** Under which name `schedules` has a schedule; undefined for one that is none of them. */
export function nameOfSchedule({ id, factor }: Schedule): string | undefined {
  const isOne = Object.hasOwn(KINDS, id) && KINDS[id as keyof typeof KINDS].factor === factor;
  return isOne ? nameOf(id) : undefined;
}

const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A call that makes a schedule, as code. */
function exampleOf(id: string): string {
  const { parameters }: Kind = KINDS[id as keyof typeof KINDS];
  const given = Object.entries(parameters).map(([name, [, example]]) => `${name}: ${example}`);
  return `schedules.${nameOf(id)}(${given.length === 0 ? "" : `{ ${given.join(", ")} }`})`;
}

/**
 * Checks that a schedule was given.
 * @param rate the name of the learning rate that it is to change
 * @throws InputError for a number, the name of a schedule, a function that makes one, or anything else
 */
export function checkScheduleGiven(given: unknown, rate = "lambda"): asserts given is Schedule {
  if (isRecord(given) && typeof given["factor"] === "string" && isRecord(given["parameters"])) return;
  const maker = Object.entries(schedules).findIndex(([, make]) => make === given);
  const id =
    typeof given === "string" && Object.hasOwn(KINDS, given) ? given : (scheduleIds[maker] ?? "step");
  throw new InputError({
    what: "this is no schedule",
    got: given,
    cure:
      typeof given === "number" && given > 0
        ? `a rate that stays as it is stands in hyper, as in: hyper: { ${rate}: ${given} }`
        : `make one: ${exampleOf(id)}`,
  });
}
