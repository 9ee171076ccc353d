import { checkNames, checkSeed, isRecord, type Names } from "../arguments.ts";
import { counted } from "../counted.ts";
import { InputError } from "../errors.ts";
import { normal } from "../math/random.ts";
import type { SampledObjective } from "./batches.ts";
import type { Dataset } from "./dataset.ts";
import { shownObjective } from "./shown.ts";

export interface NetworkOptions {
  /** Neurons of each hidden layer; `[8]` by default, and `[]` for softmax regression. */
  readonly hidden?: readonly number[];
  /** Which random weights to start from. */
  readonly seed?: number;
}

/** A small feed-forward network that learns to tell the classes of a data set apart: its parameters are its weights. */
export interface NetworkObjective extends SampledObjective {
  readonly start: readonly number[];
  /** Neurons per layer, inputs first. */
  readonly layers: readonly number[];
  /** Probability of each class for one row of inputs. */
  predict(w: Float64Array, input: readonly number[]): number[];
  /** Share of the samples whose likeliest class is the right one. */
  accuracy(w: Float64Array): number;
}

/** Where the weights and biases of a layer stand among the parameters. */
interface Layer {
  readonly from: number;
  readonly to: number;
  readonly weights: number;
  readonly biases: number;
}

/**
 * A feed-forward network with tanh neurons, softmax outputs and the mean cross-entropy as its loss; the gradient comes
 * from backpropagation (Rumelhart, Hinton & Williams 1986).
 * @throws InputError for an empty data set or a layer without neurons
 * @example
 * const flowers = network(iris(), { hidden: [8], seed: 1 });
 * descend(flowers, adam, { steps: 200, hyper: { eta: 0.05 } });
 */
export function network(data: Dataset, options: NetworkOptions = {}): NetworkObjective {
  checkNetwork(data, options);
  const { hidden = [8], seed = 1 } = options;
  const layers = [data.inputs[0]?.length ?? 0, ...hidden, data.classes.length];
  if (!layers.every((count) => Number.isInteger(count) && count > 0))
    throw new InputError({
      what: "every layer needs a whole number of neurons above 0",
      got: layers,
      cure: "for example: hidden: [8]",
    });
  const { plan, dimension } = planOf(layers);
  const activations: Float64Array[] = layers.map((count) => new Float64Array(count));
  const deltas = layers.map((count) => new Float64Array(count));
  const samples = data.inputs.length;
  const all = Array.from({ length: samples }, (_, i) => i);
  const rows = data.inputs.map((row) => Float64Array.from(row));
  const output = activations.at(-1)!;

  const forward = (w: Float64Array, input: Float64Array): void => {
    activations[0] = input;
    plan.forEach((layer, k) => {
      feed(w, layer, activations[k]!, activations[k + 1]!, k < plan.length - 1);
    });
    softmax(output);
  };

  const backward = (w: Float64Array, label: number, out: Float64Array, share: number): void => {
    const last = deltas.at(-1)!;
    for (let i = 0; i < last.length; i++) last[i] = (output[i]! - (i === label ? 1 : 0)) * share;
    for (let k = plan.length - 1; k >= 0; k--) {
      collect(plan[k]!, activations[k]!, deltas[k + 1]!, out);
      if (k > 0) pass(w, plan[k]!, activations[k]!, deltas[k + 1]!, deltas[k]!);
    }
  };

  const batchGradient = (w: Float64Array, out: Float64Array, batch: readonly number[]): void => {
    out.fill(0);
    for (const sample of batch) {
      forward(w, rows[sample]!);
      backward(w, data.labels[sample]!, out, 1 / batch.length);
    }
  };

  return shownObjective({
    name: `a ${layers.join("-")} network on ${data.name}`,
    dimension,
    layers,
    samples,
    least: 0,
    start: startWeights(plan, dimension, seed),
    batchGradient,
    value(w) {
      let sum = 0;
      for (const sample of all) {
        forward(w, rows[sample]!);
        sum -= Math.log(output[data.labels[sample]!]!);
      }
      return sum / samples;
    },
    gradient(w, out) {
      batchGradient(w, out, all);
    },
    predict(w, input) {
      forward(w, Float64Array.from(input));
      return Array.from(output);
    },
    accuracy(w) {
      const right = all.filter((sample) => {
        forward(w, rows[sample]!);
        return output.indexOf(Math.max(...output)) === data.labels[sample];
      });
      return right.length / samples;
    },
  });
}

const NAMES: Names<NetworkOptions> = { hidden: true, seed: true };

function checkNetwork(data: unknown, options: NetworkOptions): void {
  if (!isRecord(data) || !["inputs", "labels", "classes"].every((name) => Array.isArray(data[name])))
    throw new InputError({
      what: "network takes a data set: inputs, labels and classes",
      got: data,
      cure: "for example: network(iris(), { hidden: [8] })",
    });
  checkSamples(data as unknown as Dataset);
  checkNames(options, "network", NAMES, "{ hidden: [8] }");
  checkSeed(options.seed);
  if (options.hidden !== undefined && !Array.isArray(options.hidden))
    throw new InputError({
      what: "hidden is a list: the neurons of each hidden layer",
      got: options.hidden,
      cure: "for example: hidden: [8]",
    });
}

/** @throws InputError for a sample with other inputs than the first, or of no class: its loss would be no number */
function checkSamples({ inputs, labels, classes }: Dataset): void {
  const wrong = inputs.findIndex(
    (row, i) => row.length !== inputs[0]!.length || !(Number.isInteger(labels[i]) && labels[i]! in classes),
  );
  if (wrong < 0) return;
  throw new InputError({
    what: `sample ${wrong} needs as many inputs as sample 0, and the number of its class as its label`,
    got: { inputs: inputs[wrong], label: labels[wrong] },
    allowed: `${counted(inputs[0]!.length, "input")}, and labels from 0 to ${classes.length - 1}`,
  });
}

function planOf(layers: readonly number[]): { plan: Layer[]; dimension: number } {
  let dimension = 0;
  const plan = layers.slice(1).map((to, k): Layer => {
    const from = layers[k]!;
    const weights = dimension;
    dimension += from * to + to;
    return { from, to, weights, biases: weights + from * to };
  });
  return { plan, dimension };
}

/** Normal weights that keep the size of signals from layer to layer (Glorot & Bengio 2010); biases of 0. */
function startWeights(plan: readonly Layer[], dimension: number, seed: number): number[] {
  const start = new Array<number>(dimension).fill(0);
  for (const { from, to, weights, biases } of plan) {
    const size = Math.sqrt(2 / (from + to));
    for (let i = weights; i < biases; i++) start[i] = size * normal(seed, i);
  }
  return start;
}

/** What a layer makes of its inputs. Inputs of 0, as of pixels without ink, change no sum. */
function feed(
  w: Float64Array,
  { from, to, weights, biases }: Layer,
  inputs: Float64Array,
  outputs: Float64Array,
  bend: boolean,
): void {
  for (let i = 0; i < to; i++) outputs[i] = w[biases + i]!;
  for (let j = 0; j < from; j++) {
    const input = inputs[j]!;
    if (input === 0) continue;
    for (let i = 0, at = weights + j; i < to; i++, at += from) outputs[i]! += w[at]! * input;
  }
  if (bend) for (let i = 0; i < to; i++) outputs[i] = Math.tanh(outputs[i]!);
}

function softmax(scores: Float64Array): void {
  let largest = -Infinity;
  for (let i = 0; i < scores.length; i++) largest = Math.max(largest, scores[i]!);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - largest);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}

/** Add a layer's part of the gradient. */
function collect(
  { from, to, weights, biases }: Layer,
  inputs: Float64Array,
  deltas: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < to; i++) out[biases + i]! += deltas[i]!;
  for (let j = 0; j < from; j++) {
    const input = inputs[j]!;
    if (input === 0) continue;
    for (let i = 0, at = weights + j; i < to; i++, at += from) out[at]! += deltas[i]! * input;
  }
}

/** Pass the blame of a layer's outputs back to its inputs, through the slope of tanh. */
function pass(
  w: Float64Array,
  layer: Layer,
  inputs: Float64Array,
  deltas: Float64Array,
  back: Float64Array,
): void {
  const { from, to, weights } = layer;
  for (let j = 0; j < from; j++) {
    let sum = 0;
    for (let i = 0; i < to; i++) sum += w[weights + i * from + j]! * deltas[i]!;
    back[j] = sum * (1 - inputs[j]! ** 2);
  }
}
