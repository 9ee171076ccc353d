import { checkNames, checkSeed, isRecord, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { shuffled } from "../math/random.ts";

/** Measured samples, each of one class. */
export interface Dataset {
  readonly name: string;
  /** One row of numbers per sample. */
  readonly inputs: readonly (readonly number[])[];
  /** Per sample, the number of its class. */
  readonly labels: readonly number[];
  /** Names of the classes. */
  readonly classes: readonly string[];
}

/**
 * Some of the samples of a data set, by their numbers (from 0).
 * @throws InputError when no sample is kept
 * @example subset(iris(), (i) => i % 3 === 0).labels.length // 50
 */
export function subset(data: Dataset, keep: (sample: number) => boolean): Dataset {
  checkDataset(data, "subset(iris(), (i) => i % 3 === 0)");
  const kept = data.labels.map((_, i) => i).filter((i) => keep(i));
  if (kept.length === 0)
    throw new InputError({
      what: "a subset needs one sample at least",
      got: "none",
      cure: "for example: subset(iris(), (i) => i % 3 === 0)",
    });
  return picked(data, kept);
}

export interface SplitOptions {
  /** Samples of each part. */
  readonly sizes: readonly number[];
  /** The same seed draws the same parts. */
  readonly seed?: number;
}

const NAMES: Names<SplitOptions> = { sizes: true, seed: true };

/**
 * Parts of a data set, drawn at random: no sample is in two of them, and what is left over is in none.
 * @throws InputError for a size that is no whole number above 0, and for more samples than there are
 * @example
 * const [training, validation, test] = randomSplit(digits(), { sizes: [300, 300, 1197], seed: 1 });
 */
export function randomSplit(data: Dataset, options: SplitOptions): Dataset[] {
  const call = "randomSplit(digits(), { sizes: [300, 300, 1197], seed: 1 })";
  checkDataset(data, call);
  checkNames(options, "randomSplit", NAMES, "{ sizes: [300, 300, 1197] }");
  const { sizes, seed = 1 } = options;
  checkSeed(seed);
  const samples = data.labels.length;
  checkSizes(sizes, samples);
  const order = shuffled(samples, seed);
  return sizes.map((size, part) => {
    const first = sum(sizes.slice(0, part));
    return picked(data, order.slice(first, first + size));
  });
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

function checkSizes(sizes: readonly number[], samples: number): void {
  const given: unknown = sizes;
  const isList = Array.isArray(given) && given.length > 0;
  if (isList && sizes.every((size) => Number.isInteger(size) && size > 0) && sum(sizes) <= samples) return;
  throw new InputError({
    what: "sizes is a list: how many samples each part gets",
    got: sizes,
    allowed: `whole numbers above 0, ${samples} at most together`,
    cure: `for example: sizes: [${Math.ceil(samples / 2)}]`,
  });
}

function picked(data: Dataset, samples: readonly number[]): Dataset {
  return {
    ...data,
    inputs: samples.map((i) => data.inputs[i]!),
    labels: samples.map((i) => data.labels[i]!),
  };
}

/**
 * The same samples with each input shifted and scaled so that it has mean 0 and standard deviation 1 in `by`: the data
 * itself, or the part of it that is learned from. (An input that is the same in all samples of `by` is only shifted.)
 * @throws InputError when one of the two is no data set
 * @example
 * const training = subset(iris({ raw: true }), (i) => i % 3 === 0);
 * standardized(iris({ raw: true }), training).inputs[0] // the first is about -0.87
 */
export function standardized(data: Dataset, by: Dataset = data): Dataset {
  const call = "standardized(iris({ raw: true }), training)";
  checkDataset(data, call);
  checkDataset(by, call);
  const scales = by.inputs[0]!.map((_, j) => {
    const column = by.inputs.map((row) => row[j]!);
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  return {
    ...data,
    inputs: data.inputs.map((row) => row.map((x, j) => (x - scales[j]!.mean) / scales[j]!.deviation)),
  };
}

/** @throws InputError for what is no data set, or an empty one */
function checkDataset(data: unknown, example: string): void {
  const { inputs, labels } = isRecord(data) ? data : {};
  if (Array.isArray(inputs) && Array.isArray(labels) && inputs.length > 0) return;
  throw new InputError({
    what: "a data set has inputs and labels, for one sample or more",
    got: data,
    cure: `for example: ${example}`,
  });
}
