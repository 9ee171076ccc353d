import { defined } from "../defined.ts";
import { checkNames, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { checkObjectiveGiven } from "../objectives/given.ts";
import type { Objective, PlainObjective } from "../objectives/objective.ts";
import { checkRuleGiven } from "../rules/given.ts";
import type { Rule, Terms } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";

export interface TuneOptions<H extends string = string> {
  /** How many steps each try may take. */
  readonly steps: number;
  readonly start?: ArrayLike<number>;
  /** The other hyperparameters. */
  readonly hyper?: Readonly<Partial<Record<H, number>>>;
  readonly schedule?: Schedule;
  /** The learning rates to try, the least first; by default three to a decade from 0.0001 to 1. */
  readonly grid?: readonly number[];
}

/** A learning rate and where it led. */
export interface Try {
  readonly rate: number;
  /** The loss after the last step; Infinity where the descent diverged. */
  readonly loss: number;
}

export interface Tuned {
  /** The learning rate with the least final loss. */
  readonly rate: number;
  readonly loss: number;
  /** Everything tried, by rate. */
  readonly tried: readonly Try[];
  /** How many rates were added because the best stood at an edge. */
  readonly widened: number;
  /** Is the best at an edge even so? Then the loss gets ever lower that way, as on a surface without a bottom. */
  readonly atEdge: boolean;
}

/** The usual rates to try: three to a decade. */
const RATES: readonly number[] = Array.from({ length: 13 }, (_, k) => tidy(10 ** ((k - 12) / 3)));

const MOST_RATES = 1000;
const MOST_ADDED = 24;
const ROUNDS = 3;

const NAMES: Names<TuneOptions> = { steps: true, start: true, hyper: true, schedule: true, grid: true };

/**
 * What becomes of a descent at each of some learning rates.
 * @throws InputError when the rule has no learning rate
 */
export function tryRates<H extends string, T extends Terms>(
  on: Objective | PlainObjective | string,
  rule: Rule<H, T>,
  { steps, start, hyper, schedule }: TuneOptions<H>,
  rates: readonly number[],
): Try[] {
  const name = rule.rate;
  if (name === undefined)
    throw new InputError({ what: `${rule.title} has no learning rate to tune`, cure: "run it as it is" });
  return rates.map((rate) => {
    const { stop, end } = descend(on, rule, {
      steps,
      hyper: { ...hyper, [name]: rate } as Readonly<Partial<Record<H, number>>>,
      record: "none",
      ...defined({ start, schedule }),
    });
    return { rate, loss: stop.reason === "diverged" ? Infinity : end.loss };
  });
}

/**
 * The learning rate that gets a rule lowest in so many steps: every rate of a grid is tried, and while the best one
 * stands at an edge of the grid, the grid grows there; then three times the rates halfway to its neighbours are tried.
 * The same search for every rule makes a fair race.
 *
 * @throws InputError when the rule has no learning rate, or the grid is not at least two rates in order
 * @example tune(ravine, momentum, { steps: 50 }).rate
 */
export function tune<H extends string, T extends Terms>(
  on: Objective | PlainObjective | string,
  rule: Rule<H, T>,
  options: TuneOptions<H>,
): Tuned {
  const call = "tune(objective, rule, options)";
  checkObjectiveGiven(on, call);
  checkRuleGiven(rule, call);
  checkNames(options, "tune", NAMES, "{ steps: 20 }");
  const { grid = RATES } = options;
  checkGrid(grid);
  const attempt = (rate: number): Try => tryRates(on, rule, options, [rate])[0]!;
  const tried = tryRates(on, rule, options, grid);
  let widened = 0;
  for (; widened < MOST_ADDED && edgeOf(tried) !== undefined; widened++) {
    if (edgeOf(tried) === "low") tried.unshift(attempt(tidy(tried[0]!.rate ** 2 / tried[1]!.rate)));
    else tried.push(attempt(tidy(tried.at(-1)!.rate ** 2 / tried.at(-2)!.rate)));
  }
  const atEdge = edgeOf(tried) !== undefined;
  for (let round = 0; round < ROUNDS && !atEdge; round++) refine(tried, attempt);
  return { ...bestOf(tried), tried, widened, atEdge };
}

/** A rule's hyperparameters with the learning rate that the search finds; without one, as they are. */
export function tunedHyper(
  on: Objective,
  rule: Rule,
  options: TuneOptions,
): Readonly<Partial<Record<string, number>>> {
  return rule.rate === undefined
    ? { ...options.hyper }
    : { ...options.hyper, [rule.rate]: tune(on, rule, options).rate };
}

/** Try the rates halfway between the best and its neighbours. */
function refine(tried: Try[], attempt: (rate: number) => Try): void {
  const best = tried.indexOf(bestOf(tried));
  const between = (a: number, b: number): number => tidy(Math.sqrt(tried[a]!.rate * tried[b]!.rate));
  const [before, after] = [between(best - 1, best), between(best, best + 1)];
  tried.splice(best + 1, 0, attempt(after));
  tried.splice(best, 0, attempt(before));
}

/** @throws InputError when the rates are not two or more positive numbers in order */
export function checkGrid(grid: readonly number[]): void {
  const isInOrder = (rate: number, k: number): boolean => Number.isFinite(rate) && rate > (grid[k - 1] ?? 0);
  if (Array.isArray(grid) && grid.length >= 2 && grid.length <= MOST_RATES && grid.every(isInOrder)) return;
  throw new InputError({
    what: "a grid must be two or more learning rates above 0, the least first",
    got: grid,
    allowed: `up to ${MOST_RATES} rates`,
    cure: "for example: grid: [0.01, 0.1, 1]",
  });
}

function bestOf(tried: readonly Try[]): Try {
  return tried.reduce((best, candidate) => (candidate.loss < best.loss ? candidate : best));
}

function edgeOf(tried: readonly Try[]): "low" | "high" | undefined {
  const best = tried.indexOf(bestOf(tried));
  return best === 0 ? "low" : best === tried.length - 1 ? "high" : undefined;
}

function tidy(rate: number): number {
  return Number(rate.toPrecision(3));
}
