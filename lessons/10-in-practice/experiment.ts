/**
 * The whole experiment of this lesson: three tasks, three budgets, the same search for each rule, other seeds to report.
 * Its results are kept beside it, in experiment.json, since they take some minutes. To make them again:
 *
 *     npx tsx lessons/10-in-practice/experiment.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  adagrad,
  adam,
  type Dataset,
  descend,
  gradientDescent,
  iris,
  miniBatch,
  momentum,
  nesterov,
  network,
  rmsprop,
  type Rule,
  type Schedule,
  schedules,
  standardized,
  subset,
} from "fall-line/library";

type Hyper = Readonly<Record<string, number>>;

/** A rule as it takes part: with what is searched besides its rate, and whether its rate decays to 0. */
interface Entrant {
  readonly title: string;
  readonly rule: Rule;
  /** The share of the old velocity (or average of gradients) that is kept, where there is one. */
  readonly memory?: string;
  readonly decays?: boolean;
}

export const RATES = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** At each of these rates every rule has five tries: a rule with a memory these, any other five rates up to the next. */
export const MEMORIES = [0, 0.5, 0.9, 0.99, 0.999];
export const BETWEEN = [1, 1.25, 1.6, 2, 2.5];
export const SEARCH_SEEDS = [1, 2, 3];
export const REPORT_SEEDS = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
export const BUDGETS = [50, 200, 800];

const six: readonly Entrant[] = [
  { title: "Gradient descent", rule: gradientDescent },
  { title: "Momentum", rule: momentum, memory: "alpha" },
  { title: "Nesterov momentum", rule: nesterov, memory: "alpha" },
  { title: "AdaGrad", rule: adagrad },
  { title: "RMSProp", rule: rmsprop },
  { title: "Adam", rule: adam, memory: "beta1" },
];
export const entrants: readonly Entrant[] = [
  ...six,
  { title: "Momentum, cosine decay", rule: momentum, memory: "alpha", decays: true },
  { title: "Adam, cosine decay", rule: adam, memory: "beta1", decays: true },
];

/** The three parts of the flowers, prepared by the first, from which the network learns. */
const parts = (flowers: Dataset): Dataset[] =>
  [0, 1, 2].map((part) => subset(flowers, (i) => i % 3 === part));
const measured = iris({ raw: true });

/** Each value that a measure takes in the training part becomes an input: 1 where a flower has it, else 0. */
function asWords(flowers: Dataset): Dataset {
  const training = parts(flowers).at(0)!;
  const words = training.inputs
    .at(0)!
    .map((_, j) => [...new Set(training.inputs.map((row) => row.at(j)!))].sort((a, b) => a - b));
  return {
    ...flowers,
    inputs: flowers.inputs.map((row) =>
      words.flatMap((values, j) => values.map((x) => Number(x === row[j]))),
    ),
  };
}

export const tasks = {
  flowers: { data: parts(standardized(measured, parts(measured)[0])), hidden: [6] },
  units: {
    data: parts({
      ...measured,
      inputs: measured.inputs.map((row) => row.map((x, j) => (j === 3 ? 10 * x : x))),
    }),
    hidden: [],
  },
  rare: { data: parts(asWords(measured)), hidden: [] },
} satisfies Record<string, { data: Dataset[]; hidden: number[] }>;
export type TaskName = keyof typeof tasks;

/** Losses on the training, the validation and the test part. */
export type Losses = readonly [number, number, number];

/** Where a descent ends; Infinity where it diverges. */
export function lossesOf(
  task: TaskName,
  { rule, decays }: Entrant,
  hyper: Hyper,
  seed: number,
  steps: number,
): Losses {
  const { data, hidden } = tasks[task];
  const nets = data.map((part) => network(part, { hidden, seed }));
  const schedule: { schedule?: Schedule } = decays ? { schedule: schedules.cosine({ steps }) } : {};
  const problem = miniBatch(nets.at(0)!, { size: 10, seed });
  const { stop, end } = descend(problem, rule, { steps, hyper, record: "none", ...schedule });
  const loss = (part: number): number =>
    stop.reason === "diverged" ? Infinity : nets.at(part)!.value(end.w);
  return [loss(0), loss(1), loss(2)];
}

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

/** The grid: fifty settings for every rule. */
export const settingsOf = ({ rule, memory }: Entrant): Hyper[] =>
  RATES.flatMap((rate) =>
    memory === undefined
      ? BETWEEN.map((factor) => ({ [rule.rate!]: Number((factor * rate).toPrecision(3)) }))
      : MEMORIES.map((share) => ({ [rule.rate!]: rate, [memory]: share })),
  );

/** All settings of the grid, each with the mean of its validation losses over the seeds of the search. */
export function searched(task: TaskName, entrant: Entrant, steps: number): { hyper: Hyper; loss: number }[] {
  return settingsOf(entrant).map((hyper) => ({
    hyper,
    loss: mean(SEARCH_SEEDS.map((seed) => lossesOf(task, entrant, hyper, seed, steps)[1])),
  }));
}

export const bestOf = <T extends { loss: number }>(tries: readonly T[]): T =>
  tries.reduce((best, one) => (one.loss < best.loss ? one : best));

/** A row of the results: the losses of one entrant over the seeds of the report, in their order. */
export interface Result {
  readonly task: TaskName;
  readonly steps: number;
  readonly entrant: string;
  readonly settings: "searched" | "default";
  readonly hyper: Hyper;
  readonly losses: readonly Losses[];
}

export function result(
  task: TaskName,
  steps: number,
  entrant: Entrant,
  settings: Result["settings"],
): Result {
  const hyper = settings === "default" ? {} : bestOf(searched(task, entrant, steps)).hyper;
  const losses = REPORT_SEEDS.map((seed) => lossesOf(task, entrant, hyper, seed, steps));
  return { task, steps, entrant: entrant.title, settings, hyper, losses };
}

export function experiment(): Result[] {
  return (Object.keys(tasks) as TaskName[]).flatMap((task) =>
    BUDGETS.flatMap((steps) => [
      ...entrants.map((entrant) => result(task, steps, entrant, "searched")),
      ...six.map((entrant) => result(task, steps, entrant, "default")),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = experiment().map((row) => JSON.stringify(row));
  writeFileSync(new URL("experiment.json", import.meta.url), `[\n${rows.join(",\n")}\n]\n`);
}
