import { FACTORS, quadraticTheory } from "../objectives/theory.ts";

/** A closed form of the convergence rate on a quadratic of one curvature h. */
export interface RateTheory {
  readonly name: string;
  /** The rate for learning rate times curvature and the share of the velocity that is kept. */
  readonly rate: (lambdaH: number, alpha: number) => number;
  /** The largest stable learning rate times curvature. */
  readonly limit: (alpha: number) => number;
  /** That learning rate as it is written. */
  readonly limitText: string;
  /** The best learning rate and share for curvatures from h1 to hn. */
  readonly best: (h1: number, hn: number) => { lambda: number; alpha: number; rate: number };
}

const { momentum, nesterov } = quadraticTheory([1]);

/** What is known in closed form (Polyak 1964; Goh 2017; Lessard et al. 2016). */
export const THEORIES: readonly RateTheory[] = [
  {
    name: "momentum",
    rate: FACTORS.momentum,
    limit: (alpha) => momentum.stableBelow(alpha),
    limitText: "(2 + 2α)/h",
    best: (h1, hn) => quadraticTheory([h1, hn]).momentum,
  },
  {
    name: "Nesterov momentum",
    rate: FACTORS.nesterov,
    limit: (alpha) => nesterov.stableBelow(alpha),
    limitText: "(2 + 2α)/((1 + 2α)h)",
    best: (h1, hn) => quadraticTheory([h1, hn]).nesterov,
  },
];
