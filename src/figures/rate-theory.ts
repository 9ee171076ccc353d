/** A closed form of the convergence rate on a quadratic of one curvature h. */
export interface RateTheory {
  readonly name: string;
  /** The rate for learning rate times curvature and the share of the velocity that is kept. */
  readonly rate: (lambdaH: number, alpha: number) => number;
  /** The largest stable learning rate times curvature. */
  readonly limit: (alpha: number) => number;
  /** That learning rate as it is written. */
  readonly limitText: string;
  /** The best learning rate and share for curvatures from h1 to hn, where it is known. */
  readonly best?: (h1: number, hn: number) => { lambda: number; alpha: number; rate: number };
}

/** Roots of z² - (sum) z + product. */
function largerRoot(sum: number, product: number): number {
  const under = sum * sum - 4 * product;
  return under < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(under)) / 2;
}

/** What is known in closed form (Polyak 1964; Goh 2017; Nesterov with a constant share). */
export const THEORIES: readonly RateTheory[] = [
  {
    name: "momentum",
    rate: (lambdaH, alpha) => largerRoot(1 + alpha - lambdaH, alpha),
    limit: (alpha) => 2 + 2 * alpha,
    limitText: "(2 + 2α)/h",
    best: (h1, hn) => {
      const [low, high] = [Math.sqrt(h1), Math.sqrt(hn)];
      const rate = (high - low) / (high + low);
      return { lambda: (2 / (low + high)) ** 2, alpha: rate ** 2, rate };
    },
  },
  {
    name: "Nesterov momentum",
    rate: (lambdaH, alpha) => largerRoot((1 + alpha) * (1 - lambdaH), alpha * (1 - lambdaH)),
    limit: (alpha) => (2 + 2 * alpha) / (1 + 2 * alpha),
    limitText: "(2 + 2α)/((1 + 2α)h)",
  },
];
