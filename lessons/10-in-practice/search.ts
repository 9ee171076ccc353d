/** The task of this lesson, and the same search on it for every rule. */
import {
  adagrad,
  adam,
  descend,
  digits,
  gradientDescent,
  miniBatch,
  momentum,
  nesterov,
  network,
  type NetworkObjective,
  type PlainObjective,
  randomSplit,
  rmsprop,
  type Rule,
  type Schedule,
} from "fall-line/library";

export type Hyper = Readonly<Record<string, number>>;

/** What a repetition draws: which pictures are learned from, the first weights and the order of the batches; and their size. */
export interface Draw {
  readonly split: number;
  readonly seed: number;
  readonly batch: number;
}

export const six: readonly Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];

/** Pictures to train on, to choose by (validation), to test with. */
export const SIZES = [300, 300, 1197];
export const HIDDEN = [16];
/** The same for every rule; its other numbers are the library's defaults. */
export const RATES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3].flatMap((rate) => [
  rate,
  Number((1.8 * rate).toPrecision(3)),
]);

const pictures = digits();

/** A network that learns, and what it is measured by. */
export interface Problem {
  /** Its gradient is that of a batch. Its value says nothing: nobody looks at the loss of all pictures on the way. */
  readonly learning: PlainObjective & { readonly start: readonly number[] };
  readonly training: NetworkObjective;
  readonly validation: NetworkObjective;
  readonly test: NetworkObjective;
}

export function problemOf({ split, seed, batch }: Draw): Problem {
  const parts = randomSplit(pictures, { sizes: SIZES, seed: split });
  const nets = parts.map((part) => network(part, { hidden: HIDDEN, seed }));
  const training = nets.at(0)!;
  const batches = miniBatch(training, { size: batch, seed });
  const learning: Problem["learning"] = {
    start: training.start,
    value: () => 0,
    gradient: (w, out, t) => batches.gradient(w, out, t),
  };
  return { learning, training, validation: nets.at(1)!, test: nets.at(2)! };
}

/** The weights after each number of steps, the last of which ends the descent; none from where it has diverged. */
export function weightsAt(
  { learning }: Problem,
  rule: Rule,
  hyper: Hyper,
  budgets: readonly number[],
  schedule?: Schedule,
): (Float64Array | undefined)[] {
  const passed = new Map<number, Float64Array>();
  const { stop, end } = descend(learning, rule, {
    start: learning.start,
    steps: budgets.at(-1)!,
    hyper,
    record: "none",
    until: (t, w) => {
      if (budgets.includes(t - 1)) passed.set(t - 1, w);
      return false;
    },
    ...(schedule && { schedule }),
  });
  if (stop.reason === "steps") passed.set(budgets.at(-1)!, end.w);
  return budgets.map((steps) => passed.get(steps));
}

/** The grid: the same rates for every rule. */
export const settingsOf = (rule: Rule): Hyper[] => RATES.map((rate) => ({ [rule.rate!]: rate }));

/** How the best try of one rule ends: by its loss on the validation part, and what the test part then says. */
export interface Result extends Draw {
  readonly steps: number;
  readonly rule: string;
  readonly settings: "searched" | "default";
  readonly hyper: Hyper;
  readonly validation: number;
  readonly test: number;
  /** Share of the test pictures that are told right. */
  readonly accuracy: number;
}

/** The best of some settings at each budget; ties go to the first. */
export function bestOf(
  draw: Draw,
  rule: Rule,
  settings: readonly Hyper[],
  budgets: readonly number[],
): Result[] {
  const problem = problemOf(draw);
  const tries = settings.map((hyper) => ({ hyper, ends: weightsAt(problem, rule, hyper, budgets) }));
  return budgets.map((steps, k) => {
    const measured = tries.map(({ hyper, ends }) => ({
      hyper,
      w: ends[k],
      loss: ends[k] === undefined ? Infinity : problem.validation.value(ends[k]),
    }));
    const { hyper, w, loss } = measured.reduce((best, one) => (one.loss < best.loss ? one : best));
    return {
      ...draw,
      steps,
      rule: rule.id,
      settings: settings.length > 1 ? "searched" : "default",
      hyper,
      validation: kept(loss),
      test: kept(problem.test.value(w!)),
      accuracy: kept(problem.test.accuracy(w!)),
    };
  });
}

const kept = (x: number): number => Number(x.toPrecision(7));
