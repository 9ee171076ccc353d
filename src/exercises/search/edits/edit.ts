import { keyOf, type Place, show, sizeOf, type Tree } from "../tree.ts";

/** A wrong version of an expression, and what is said of it. */
export interface Edit {
  readonly tree: Tree;
  /** The kind of slip, by a name that stays: "sign", "left out". */
  readonly kind: string;
  /** Where, by a name that stays. */
  readonly of: string;
  /** A clause: "the sign of λ·g is flipped". */
  readonly what: () => string;
  /** How far-fetched: of two that fit alike, the lower one is told. */
  readonly cost: number;
}

/** What may stand in an expression. */
export interface Vocabulary {
  /** Names that have a value. */
  readonly names: readonly string[];
  /** Names of hyperparameters among them. */
  readonly numbers: readonly string[];
  /** Numbers that stand in the student's text, and usual ones. */
  readonly constants: readonly number[];
  /** Operations that a student may have put around something. */
  readonly actions: readonly string[];
  /** Names that may only come in besides. */
  readonly asides?: readonly string[];
}

export type Family = (place: Place, words: Vocabulary) => Edit[];

export const clause = (x: Tree): string => show(x);

export const inside = (node: Tree): string => (node.args.length === 0 ? clause(node) : `(${clause(node)})`);

export const edit = (
  { put, node }: Place,
  by: Tree,
  kind: string,
  cost: number,
  what: () => string,
  of: string = keyOf(node),
): Edit => ({ tree: put(by), kind, of, what, cost: cost + 0.002 * sizeOf(node) });

export const OPERATORS = ["add", "subtract", "multiply", "divide", "pow"];
