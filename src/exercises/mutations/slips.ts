import type { Place, Tree } from "../search/tree.ts";

/** What the names in an expression are. */
export interface Names {
  /** Hyperparameters that are shares, such as β in βm + (1-β)g. */
  readonly shares: readonly string[];
  /** The hyperparameter that keeps a divisor above 0. */
  readonly epsilon: string | undefined;
  readonly rate: string | undefined;
  /** Quantities with one number per parameter that are known here, w left out. */
  readonly vectors: readonly string[];
}

/** A wrong version of an expression, and what is wrong in it, as a clause: "the sign of λ·g is flipped". */
export type Slip = readonly [wrong: Tree, what: string];

/** The wrong versions of an expression by a slip of one kind in one of its places. */
export type SlipsAt = (place: Place, names: Names) => Slip[];

/** Those by a slip of one kind in the whole of it. */
export type SlipsIn = (root: Tree, names: Names) => Slip[];
