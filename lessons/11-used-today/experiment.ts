/**
 * The runs of this lesson on the network of lesson 10. Their results are kept beside it, in experiment.json. To make them again:
 *
 *     npx tsx lessons/11-used-today/experiment.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  adamw,
  descend,
  digits,
  miniBatch,
  muon,
  network,
  type NetworkObjective,
  type PlainObjective,
  randomSplit,
  type Rule,
  type Schedule,
  schedules,
} from "fall-line/library";

export const HIDDEN = 16;
export const SIZES = [300, 300, 1197];
export const BATCH = 30;
export const STEPS = 600;
export const RATES = [0.01, 0.03, 0.1, 0.3];
/** Each draws anew which pictures are learned from, the first weights and the order of the batches. */
export const DRAWS = [1, 2, 3, 4, 5, 6];

const pictures = digits();

export interface Problem {
  /** Its gradient is that of a batch; its value is not looked at. */
  readonly learning: PlainObjective & { readonly start: readonly number[] };
  /** Training, validation and test. */
  readonly parts: readonly NetworkObjective[];
}

export function problemOf(seed: number): Problem {
  const parts = randomSplit(pictures, { sizes: SIZES, seed }).map((part) =>
    network(part, { hidden: [HIDDEN], seed }),
  );
  const training = parts.at(0)!;
  const batches = miniBatch(training, { size: BATCH, seed });
  const learning: Problem["learning"] = {
    start: training.start,
    value: () => 0,
    gradient: (w, out, t) => batches.gradient(w, out, t),
  };
  return { learning, parts };
}

/** The same, of which the weights of the first layer alone are learned: a matrix of 16 rows. */
export function firstLayerOf(seed: number): Problem {
  const whole = problemOf(seed);
  const count = HIDDEN * 64;
  const w = Float64Array.from(whole.learning.start);
  const g = new Float64Array(w.length);
  const within = (part: NetworkObjective): NetworkObjective => ({
    ...part,
    dimension: count,
    value: (own) => {
      w.set(own);
      return part.value(w);
    },
    accuracy: (own) => {
      w.set(own);
      return part.accuracy(w);
    },
  });
  return {
    learning: {
      start: whole.learning.start.slice(0, count),
      value: () => 0,
      gradient: (own, out, t) => {
        w.set(own);
        whole.learning.gradient(w, g, t);
        out.set(g.subarray(0, count));
      },
    },
    parts: whole.parts.map(within),
  };
}

/** What takes part: a rule with a schedule, on the whole network or on its first layer. */
export interface Plan {
  readonly rule: Rule;
  readonly problem: (draw: number) => Problem;
  readonly hyper?: Readonly<Record<string, number>>;
  readonly schedule?: Schedule;
}

export const plans = {
  kept: { rule: adamw, problem: problemOf },
  cosine: { rule: adamw, problem: problemOf, schedule: schedules.warmUpCosine({ warm: 30, steps: STEPS }) },
  wsd: { rule: adamw, problem: problemOf, schedule: schedules.wsd({ warm: 30, decay: 120, steps: STEPS }) },
  firstByAdamW: { rule: adamw, problem: firstLayerOf },
  firstByMuon: { rule: muon, problem: firstLayerOf, hyper: { rows: HIDDEN } },
} satisfies Record<string, Plan>;
export type PlanName = keyof typeof plans;

/** How a run ends. */
export interface End {
  /** Loss on the training and on the test part. */
  readonly training: number;
  readonly test: number;
  /** Share of the test pictures that are told right. */
  readonly right: number;
  /** The test loss of the mean of the weights over the second half of the run. */
  readonly meanTest: number;
}

export function endOf(name: PlanName, rate: number, draw: number): End {
  const { rule, problem, hyper, schedule }: Plan = plans[name];
  const { learning, parts } = problem(draw);
  const mean = new Float64Array(learning.start.length);
  const { end } = descend(learning, rule, {
    start: learning.start,
    steps: STEPS,
    record: "none",
    hyper: { ...hyper, [rule.rate!]: rate },
    ...(schedule && { schedule }),
    until: (t, w) => {
      const count = t - 1 - STEPS / 2;
      if (count > 0) mean.forEach((a, i) => (mean[i] = a + (w.at(i)! - a) / count));
      return false;
    },
  });
  const [training, , test] = parts as [NetworkObjective, NetworkObjective, NetworkObjective];
  return {
    training: kept(training.value(end.w)),
    test: kept(test.value(end.w)),
    right: kept(test.accuracy(end.w)),
    meanTest: kept(test.value(mean)),
  };
}

const kept = (x: number): number => Number(x.toPrecision(9));

/** A row of the results: the ends of one plan at one rate, in the order of the draws. */
export interface Result {
  readonly plan: PlanName;
  readonly rate: number;
  readonly ends: readonly End[];
}

export const experiment = (): Result[] =>
  (Object.keys(plans) as PlanName[]).flatMap((plan) =>
    RATES.map((rate) => ({ plan, rate, ends: DRAWS.map((draw) => endOf(plan, rate, draw)) })),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = experiment().map((row) => JSON.stringify(row));
  writeFileSync(new URL("experiment.json", import.meta.url), `[\n${rows.join(",\n")}\n]\n`);
}
