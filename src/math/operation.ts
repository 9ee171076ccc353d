import { atom, type Notation } from "./notation.ts";

/** What a value is: one number, one for each parameter, n by n of them, or vectors of past steps. */
export type Shape = "scalar" | "vector" | "matrix" | "history";

/** A function or an operator of the expression language: all that is known about it. */
export interface Operation {
  readonly meaning: string;
  /**
   * JavaScript of its value: of numbers; or, of whole vectors and matrices, with the functions of linear algebra as `F`
   * and the registers of a rule as `x`.
   */
  readonly code: Notation;
  /** For an operation on whole vectors and matrices: which argument shapes give which result. */
  readonly shapes?: readonly { readonly from: readonly Shape[]; readonly to: Shape }[];
  /** What it is where no pencil computes it from its arguments: trials of points by their loss, or a program. */
  readonly is?: "trials" | "program";
  /** Its derivatives, where it has them everywhere: with respect to each argument, in terms of `a` and `b`. */
  readonly slopes?: readonly string[];
  readonly tex: Notation;
  /** Plain text to be read. */
  readonly text: Notation;
  /** Text of the expression language itself. */
  readonly source: Notation;
  /** Python of its value, with NumPy as `np`. */
  readonly python: Notation;
}

/** JavaScript of an operation on operands that need no parentheses: names and literals. */
export function codeOf({ code }: Operation, operands: readonly string[]): string {
  return code(operands.map(atom), { within: ({ text }) => text, times: "*" }).text;
}
