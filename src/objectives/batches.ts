import { checkNames, checkSeed, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { shuffled } from "../math/random.ts";
import type { Objective } from "./objective.ts";
import { shownObjective } from "./shown.ts";

/** A loss that is the mean of the losses of samples. */
export interface SampledObjective extends Objective {
  /** Number of samples. */
  readonly samples: number;
  /** The gradient of the mean loss of some samples, by number. */
  batchGradient(w: Float64Array, out: Float64Array, batch: readonly number[]): void;
}

export interface BatchOptions {
  /** Samples in a batch. */
  readonly size: number;
  /** The same seed gives the same batches. */
  readonly seed?: number;
}

/** An objective whose gradient at step t comes from the t-th batch of samples; its value is that of all samples. */
export interface MiniBatchObjective extends Objective {
  /** The objective with all its samples. */
  readonly of: SampledObjective;
  /** Batches, and so steps, that make an epoch: each sample is used once in it. */
  readonly stepsPerEpoch: number;
  /** The samples of the batch of step t (from 1). */
  batch(t: number): readonly number[];
}

const NAMES: Names<BatchOptions> = { size: true, seed: true };

/**
 * Take the gradient of a few samples at a time. Every epoch goes through all samples in a new order; the order
 * depends on the seed alone. The last batch of an epoch may be smaller.
 * @throws InputError when size is not a whole number from 1 to the number of samples
 * @example miniBatch(network(iris()), { size: 10 }).stepsPerEpoch // 15
 */
export function miniBatch(on: SampledObjective, options: BatchOptions): MiniBatchObjective {
  if (typeof (on as Partial<SampledObjective> | undefined)?.batchGradient !== "function")
    throw new InputError({
      what: "miniBatch takes an objective that is a mean over samples",
      got: on,
      cure: "for example: miniBatch(network(iris()), { size: 10 })",
    });
  checkNames(options, "miniBatch", NAMES, "{ size: 10 }");
  const { size, seed = 1 } = options;
  checkSeed(seed);
  if (!Number.isInteger(size) || size < 1 || size > on.samples)
    throw new InputError({
      what: "size must be a whole number",
      got: size,
      allowed: `1 to ${on.samples}`,
      cure: `for example: size: ${Math.min(10, on.samples)}`,
    });
  const stepsPerEpoch = Math.ceil(on.samples / size);
  let known = { epoch: -1, order: [] as number[] };
  const batch = (t: number): readonly number[] => {
    const epoch = Math.floor((t - 1) / stepsPerEpoch);
    if (known.epoch !== epoch) known = { epoch, order: shuffled(on.samples, seed, epoch) };
    const first = ((t - 1) % stepsPerEpoch) * size;
    return known.order.slice(first, first + size);
  };
  const { name, dimension, start } = on;
  return shownObjective({
    name: `${name} in batches of ${size}`,
    dimension,
    ...(start === undefined ? {} : { start }),
    of: on,
    stepsPerEpoch,
    batch,
    value: (w) => on.value(w),
    gradient(w, out, t) {
      on.batchGradient(w, out, batch(t));
    },
  });
}
