import type { MathNode } from "../../math/expression.ts";

/** A wrong version of one expression. */
export interface Change {
  readonly text: string;
  /** What is wrong in it, as a clause: "the sign of λ·g is flipped". */
  readonly what: string;
}

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

/** A kind of slip: the wrong versions of an expression by a slip at one of its nodes. */
export type Operator = (root: MathNode, node: MathNode, names: Names) => Change[];

/** A kind of slip in a whole line. */
export type LineOperator = (root: MathNode, names: Names) => Change[];
