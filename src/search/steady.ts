import type { Objective } from "../objectives/objective.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import type { Rule } from "../rules/rule.ts";
import { tryRates, type TuneOptions } from "./tune.ts";

type Hyper = Readonly<Record<string, number>>;

/** Numbers of a rule, and the worst that becomes of them and of their neighbours. */
interface Candidate {
  readonly hyper: Hyper;
  readonly worst: number;
}

/** Six rates to a decade, from 0.0001 to 10. */
const RATES: readonly number[] = Array.from({ length: 31 }, (_, k) =>
  Number((10 ** (k / 6 - 4)).toPrecision(3)),
);

/** Shares that are kept in one step: of the last two, the last five, ten, twenty and a hundred. */
const SHARES: readonly number[] = [0.5, 0.8, 0.9, 0.95, 0.99];

/** How many of them, the lowest, are compared with their neighbours. */
const COMPARED = 5;

/** By what factor a neighbour's rate is larger or smaller, or its memory shorter or longer. */
const ASIDE = 1.2;

/** More steps than this are not tried: they would take longer than a page may wait. */
const MOST_STEPS = 200;

/** From this share on what is kept is a memory, whose length is worth a search. */
const MEMORY = 0.5;

/**
 * Numbers with which a rule gets low in so many steps, and with numbers beside them as well: its learning rate, and the
 * shares that it keeps from step to step. What counts is the worst of a setting and its neighbours, so that no rate wins
 * because its last step happens to land well. Those of the defaults where the rule has no rate, or none that holds.
 *
 * @example steadyHyper(ravine, momentum, { steps: 50 }).alpha // 0.5
 */
export function steadyHyper(
  on: Objective,
  rule: Rule,
  options: Pick<TuneOptions, "steps" | "start" | "schedule">,
): Hyper {
  const usual = hyperparametersOf(rule, {});
  const steps = Math.min(options.steps, MOST_STEPS);
  if (rule.rate === undefined) return usual;
  const shares = Object.entries(rule.hyperparameters).flatMap(([name, about]) =>
    about.range === "fraction" && about.default >= MEMORY ? [name] : [],
  );
  const search = (hyper: Hyper): Candidate => steadiest(on, rule, { ...options, steps, hyper }, shares);
  let best = search(usual);
  for (const name of shares)
    for (const share of SHARES) {
      const other = search({ ...best.hyper, [name]: share });
      if (other.worst < best.worst) best = other;
    }
  return best.hyper;
}

/** The rate whose neighbours do well too, with the other numbers as they are. */
function steadiest(
  on: Objective,
  rule: Rule,
  options: TuneOptions & { readonly hyper: Hyper },
  shares: readonly string[],
): Candidate {
  const { hyper } = options;
  const lossOf = (changes: Hyper, rate: number): number =>
    tryRates(on, rule, { ...options, hyper: { ...hyper, ...changes } }, [rate])[0]!.loss;
  const worstAt = (rate: number, loss: number): number => {
    const sides = [ASIDE, 1 / ASIDE];
    const rates = sides.map((times) => lossOf({}, rate * times));
    const memories = shares.flatMap((name) =>
      sides.map((times) => lossOf({ [name]: 1 - (1 - hyper[name]!) * times }, rate)),
    );
    return Math.max(loss, ...rates, ...memories);
  };
  return tryRates(on, rule, options, RATES)
    .filter(({ loss }) => loss < Infinity)
    .sort((a, b) => a.loss - b.loss)
    .slice(0, COMPARED)
    .map(({ rate, loss }) => ({ hyper: { ...hyper, [rule.rate!]: rate }, worst: worstAt(rate, loss) }))
    .reduce((best, one) => (one.worst < best.worst ? one : best), { hyper, worst: Infinity });
}
