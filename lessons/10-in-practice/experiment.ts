/**
 * The whole experiment of this lesson: the same search for each rule, repeated on splits, first weights and orders that are drawn
 * anew. Its results are kept beside it, in experiment.json, since they take some minutes. To make them again:
 *
 *     npx tsx lessons/10-in-practice/experiment.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bestOf, type Draw, type Result, settingsOf, six } from "./search.ts";

/** Ten repetitions make a block. */
const BLOCK = Array.from({ length: 10 }, (_, i) => i + 1);
const FIVE = [1, 2, 3, 4, 5];

/** A draw, with the numbers of steps after which it is looked at. */
interface Looked {
  readonly draw: Draw;
  readonly budgets: readonly number[];
}

/** Every draw of the experiment. */
export const draws: readonly Looked[] = [
  // Five blocks, each repetition on a split of its own
  ...Array.from({ length: 50 }, (_, i) => i + 1).map((k) => ({
    draw: { split: k, seed: k, batch: 10 },
    budgets: [25, 100, 400],
  })),
  // Ten repetitions on one split, five times
  ...FIVE.flatMap((split) =>
    BLOCK.filter((seed) => seed !== split).map((seed) => ({
      draw: { split, seed, batch: 10 },
      budgets: [100],
    })),
  ),
  // Larger batches
  ...BLOCK.map((k) => ({ draw: { split: k, seed: k, batch: 30 }, budgets: [100] })),
];

/** Of each rule the searched settings, and with batches of ten on a split of its own the defaults. */
export function resultsOf({ draw, budgets }: Looked): Result[] {
  const withDefaults = draw.split === draw.seed && draw.batch === 10;
  return six.flatMap((rule) => [
    ...bestOf(draw, rule, settingsOf(rule), budgets),
    ...(withDefaults ? bestOf(draw, rule, [{}], budgets) : []),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = draws.flatMap(resultsOf).map((row) => JSON.stringify(row));
  writeFileSync(new URL("experiment.json", import.meta.url), `[\n${rows.join(",\n")}\n]\n`);
}
