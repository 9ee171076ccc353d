import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";

/** What theory promises of descents on a quadratic whose curvatures lie between two bounds. */
export interface QuadraticTheory {
  readonly smallest: number;
  readonly largest: number;
  /** The condition number Q: largest over smallest curvature. */
  readonly condition: number;
  readonly gradientDescent: {
    /** The learning rate that shrinks the error most. */
    readonly lambda: number;
    /** By what the error is multiplied per step at that rate. */
    readonly rate: number;
    /** Learning rates from here on diverge. */
    readonly stableBelow: number;
  };
  readonly momentum: {
    readonly lambda: number;
    readonly alpha: number;
    readonly rate: number;
    stableBelow(alpha: number): number;
  };
  readonly nesterov: {
    readonly lambda: number;
    readonly alpha: number;
    readonly rate: number;
    stableBelow(alpha: number): number;
  };
}

/**
 * The theory of descents on a quadratic (Polyak 1964; Goh 2017; Lessard et al. 2016 for Nesterov's best pair).
 * @param on a quadratic, or its curvatures, all above 0
 * @example quadraticTheory([0.1, 2]).condition // 20
 */
export function quadraticTheory(
  on: readonly number[] | { readonly curvatures: readonly number[] },
): QuadraticTheory {
  const curvatures: unknown = isRecord(on) ? on["curvatures"] : on;
  const isTreated = (h: unknown): boolean => typeof h === "number" && h > 0 && h < Infinity;
  if (!Array.isArray(curvatures) || curvatures.length === 0 || !curvatures.every(isTreated))
    throw new InputError({
      what: "this theory is about curvatures above 0",
      got: curvatures ?? on,
      cure: "for example: quadraticTheory([0.1, 2])",
    });
  const [smallest, largest] = [Math.min(...(curvatures as number[])), Math.max(...(curvatures as number[]))];
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  const rate = (high - low) / (high + low);
  const root = Math.sqrt((3 * largest) / smallest + 1);
  return {
    smallest,
    largest,
    condition: largest / smallest,
    gradientDescent: {
      lambda: 2 / (smallest + largest),
      rate: (largest - smallest) / (largest + smallest),
      stableBelow: 2 / largest,
    },
    momentum: {
      lambda: (2 / (low + high)) ** 2,
      alpha: rate ** 2,
      rate,
      stableBelow: (alpha) => (2 + 2 * alpha) / largest,
    },
    nesterov: {
      lambda: 4 / (3 * largest + smallest),
      alpha: (root - 2) / (root + 2),
      rate: 1 - 2 / root,
      stableBelow: (alpha) => (2 + 2 * alpha) / ((1 + 2 * alpha) * largest),
    },
  };
}

/**
 * By what momentum multiplies the error along a direction of curvature h, step by step in the long run: the spectral
 * radius of its linear map. Below 1 it converges; alpha = 0 is gradient descent.
 * @param form Nesterov's gradient is taken ahead, at w + alpha*m
 * @example contractionFactor(2, { lambda: 0.1 }) // 0.8
 */
export function contractionFactor(
  h: number,
  options: { readonly lambda: number; readonly alpha?: number },
  form: "momentum" | "nesterov" = "momentum",
): number {
  const { lambda, alpha = 0 } = isRecord(options) ? options : { lambda: NaN };
  const wrong = Object.entries({ h, lambda, alpha }).find(([, x]) => !Number.isFinite(x));
  if (wrong !== undefined || !["momentum", "nesterov"].includes(form))
    throw new InputError({
      what: wrong === undefined ? "there is no such form" : `${wrong[0]} must be a finite number`,
      got: wrong === undefined ? form : wrong[1],
      allowed: "a curvature, lambda, alpha, and momentum or nesterov",
      cure: 'for example: contractionFactor(2, { lambda: 0.1, alpha: 0.9 }, "nesterov")',
    });
  return FACTORS[form](lambda * h, alpha);
}

/** The contraction factor for learning rate times curvature and the share of the velocity that is kept. */
export const FACTORS = {
  momentum: (lambdaH: number, alpha: number): number => largerRoot(1 + alpha - lambdaH, alpha),
  nesterov: (lambdaH: number, alpha: number): number =>
    largerRoot((1 + alpha) * (1 - lambdaH), alpha * (1 - lambdaH)),
} as const;

/** Size of the larger root of z² - sum z + product: the errors obey e(t+1) = sum e(t) - product e(t-1). */
function largerRoot(sum: number, product: number): number {
  const discriminant = sum ** 2 - 4 * product;
  return discriminant < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}
