import { checkNames, checkSeed, type Names } from "../arguments.ts";
import { defined } from "../defined.ts";
import { InputError } from "../errors.ts";
import { normal } from "../math/random.ts";
import { isObjective, type Objective } from "./objective.ts";
import { shownObjective } from "./shown.ts";

/** How much noise a gradient carries. */
export interface Noise {
  /** Standard deviation of what is added to each coordinate of the gradient. */
  readonly size: number;
  /** The same seed gives the same noise, step by step. */
  readonly seed?: number;
}

/** An objective whose gradient is disturbed anew at every step; its value and Hessian are the true ones. */
export interface NoisyObjective extends Objective {
  readonly variables?: readonly string[];
  /** The objective without noise. */
  readonly of: Objective;
  readonly noise: Required<Noise>;
}

const NAMES: Names<Noise> = { size: true, seed: true };

/**
 * Add normal noise to the gradient of an objective, reproducibly: the noise depends on the seed and the step alone.
 * @throws InputError for a size below 0 or a seed that is not whole
 * @example
 * const rough = noisy(ravine, { size: 0.5, seed: 1 });
 */
export function noisy(
  on: Objective & { readonly variables?: readonly string[] },
  noise: Noise,
): NoisyObjective {
  if (typeof on === "string" || !isObjective(on))
    throw new InputError({
      what: "noisy takes an objective of the library",
      got: on,
      cure: 'make one of a formula: noisy(objective("x^2"), { size: 0.5 })',
    });
  checkNames(noise, "noisy", NAMES, "{ size: 0.5 }");
  const { size, seed = 1 } = noise;
  if (!(Number.isFinite(size) && size >= 0))
    throw new InputError({ what: "size must be 0 or more", got: size, cure: "for example: size: 0.5" });
  checkSeed(seed);
  const { name, dimension, variables, minima, localMinima, least, start, view, source } = on;
  return shownObjective({
    ...defined({ variables, minima, localMinima, least, start, view, source }),
    name: `noisy ${name}`,
    dimension,
    of: on,
    noise: { size, seed },
    value: (w) => on.value(w),
    gradient(w, out, t) {
      on.gradient(w, out, t);
      for (let i = 0; i < dimension; i++) out[i]! += size * normal(seed, t, i);
    },
    ...(on.hessian === undefined
      ? {}
      : { hessian: (w: Float64Array, out: Float64Array) => on.hessian!(w, out) }),
  });
}
