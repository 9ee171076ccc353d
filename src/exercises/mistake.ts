/** A mistake that an answer shows. */
export interface Mistake {
  /** Its name, which stays when the words change: `"m: sign of lambda*g"`. */
  readonly id: string;
  /** For what an answer computes: a clause that reads on after "behaves like a rule in which", or begins with its place: "in the line of m, ...". */
  readonly what?: string;
  /** For what an answer returns, or how it ends: a sentence of its own. */
  readonly sentence?: string;
  /** Other words for the same, where two readings fit equally well. */
  readonly or?: string;
  /** What to do about it: a sentence. */
  readonly cure?: string;
  /** The line of the answer's text that it is in, where that is certain. */
  readonly line?: OwnLine;
  readonly credit?: number;
}

/** A line of an answer's own text. */
export interface OwnLine {
  readonly text: string;
  /** Where it stands in a notebook: "line 3 of cell 4". */
  readonly place?: string;
}

/** A mistake in words. */
export function sayMistake({ what, sentence }: Mistake): string {
  return what ?? sentence!;
}
