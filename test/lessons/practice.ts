/** The stored results of lesson 10, and what is asked of them. */
import { readFileSync } from "node:fs";
import type { Result } from "../../lessons/10-in-practice/search.ts";

export const stored = JSON.parse(
  readFileSync(new URL("../../lessons/10-in-practice/experiment.json", import.meta.url), "utf8"),
) as Result[];

export const RULES = {
  gd: "Gradient descent",
  momentum: "Momentum",
  nesterov: "Nesterov momentum",
  adagrad: "AdaGrad",
  rmsprop: "RMSProp",
  adam: "Adam",
};
export type RuleName = keyof typeof RULES;
export const NAMES = Object.keys(RULES) as RuleName[];

/** As the lesson has them within a sentence. */
export const SHORT: Record<RuleName, string> = {
  ...RULES,
  gd: "plain descent",
  momentum: "momentum",
  nesterov: "Nesterov",
};

/** Repetitions under the same conditions: which results are theirs, in their order. */
export type Conditions = (result: Result) => boolean;
const apart =
  (from: number, to: number, steps: number, batch: number): Conditions =>
  (r) =>
    r.split === r.seed && r.seed >= from && r.seed <= to && r.steps === steps && r.batch === batch;
/** A block of ten repetitions, each on a split of its own. */
export const block = (k: number, steps = 100, batch = 10) => apart(10 * k - 9, 10 * k, steps, batch);
export const fifty = (steps = 100) => apart(1, 50, steps, 10);
/** Ten seeds on one split. */
export const onSplit =
  (split: number): Conditions =>
  (r) =>
    r.split === split && r.seed <= 10 && r.steps === 100 && r.batch === 10;

type Measure = "test" | "accuracy" | "validation";

/** What is measured of a rule, in the order of the seeds. */
export function measured(
  of: Conditions,
  rule: RuleName,
  what: Measure = "test",
  settings = "searched",
  results = stored,
): number[] {
  return results
    .filter((r) => r.rule === rule && r.settings === settings && of(r))
    .toSorted((a, b) => a.seed - b.seed)
    .map((r) => r[what]);
}

export const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

/** Student's t that is passed once in a hundred times, for n - 1 degrees of freedom. */
const T99: Readonly<Record<number, number>> = { 10: 3.25, 50: 2.68 };

export const variance = (xs: readonly number[]) =>
  xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1);

/** Half the 99 % interval of a mean. */
export const halfWidth = (xs: readonly number[]) => T99[xs.length]! * Math.sqrt(variance(xs) / xs.length);

export const inWords = (xs: readonly number[]) => `${mean(xs).toFixed(3)} ± ${halfWidth(xs).toFixed(3)}`;

export function differences(of: Conditions, a: RuleName, b: RuleName, results = stored): number[] {
  const others = measured(of, b, "test", "searched", results);
  return measured(of, a, "test", "searched", results).map((loss, i) => loss - others[i]!);
}

/** -1 where a ends below b, 1 where above, 0 where they are not told apart. */
export function verdict(of: Conditions, a: RuleName, b: RuleName, results = stored): number {
  const ds = differences(of, a, b, results);
  return Math.abs(mean(ds)) > halfWidth(ds) ? Math.sign(mean(ds)) : 0;
}

export const PAIRS = NAMES.flatMap((a, i) => NAMES.slice(i + 1).map((b) => [a, b] as const));
export const pairsApart = (of: Conditions) => PAIRS.filter(([a, b]) => verdict(of, a, b) !== 0);

/** The rules by their mean test loss, the lowest first. */
export const ranking = (of: Conditions, results = stored) => {
  const meanOf = (rule: RuleName) => mean(measured(of, rule, "test", "searched", results));
  return NAMES.toSorted((a, b) => meanOf(a) - meanOf(b));
};

/** A row of a stored table of the lesson. */
export type Cells = readonly (string | number)[];

const listed = (names: readonly string[]) => names.join(", ") || "none";

export const firstTable = (): Cells[] =>
  NAMES.map((rule) => [
    RULES[rule],
    inWords(measured(block(1), rule)),
    `${(100 * mean(measured(block(1), rule, "accuracy"))).toFixed(1)} %`,
    listed(NAMES.filter((other) => verdict(block(1), rule, other) !== 0).map((other) => SHORT[other])),
  ]);

export const BLOCKS = [1, 2, 3, 4, 5];

/** How far two rules end above Nesterov in each repetition of each block, as the lesson's figure has it. */
export const aboveNesterov = (): Record<string, number[]> =>
  Object.fromEntries(
    (["gd", "adagrad"] as const).flatMap((rule) =>
      BLOCKS.map((k) => [
        `${SHORT[rule]}, block ${k}`,
        differences(block(k), rule, "nesterov").map((d) => Number(d.toFixed(2))),
      ]),
    ),
  );

export const BUDGETS = [25, 100, 400];

export const laterTable = (): Cells[] =>
  NAMES.map((rule) => [RULES[rule], ...BUDGETS.map((steps) => inWords(measured(block(1, steps), rule)))]);

export const defaultsTable = (): Cells[] =>
  NAMES.map((rule) => [
    RULES[rule],
    inWords(measured(block(1), rule, "test", "default")),
    inWords(measured(block(1), rule)),
  ]);

export const splitTable = (): Cells[] =>
  BLOCKS.map((split) => [
    `split ${split}`,
    inWords(measured(onSplit(split), "nesterov")),
    inWords(differences(onSplit(split), "adagrad", "nesterov")),
  ]);

const SIGNS: Readonly<Record<number, string>> = { [-1]: "<", 0: ".", 1: ">" };

/** Each pair of rules over the five blocks, the five splits and all fifty repetitions: the first below, not told apart, above. */
export function stabilityTable(): string {
  const signs = ([a, b]: (typeof PAIRS)[number], all: readonly Conditions[]) =>
    all.map((of) => SIGNS[verdict(of, a, b)]).join(" ");
  const rows = PAIRS.map((pair) =>
    [
      pair
        .map((rule) => SHORT[rule])
        .join(", ")
        .padEnd(28),
      signs(
        pair,
        BLOCKS.map((k) => block(k)),
      ),
      signs(pair, BLOCKS.map(onSplit)),
      signs(pair, [fifty()]),
    ].join("   "),
  );
  return `${["pair".padEnd(28), "blocks 1-5", "splits 1-5", "fifty"].join("  ")}\n${rows.join("\n")}\n`;
}
