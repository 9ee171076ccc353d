/** A function as a student writes it, whatever its types. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = (...inputs: any[]) => unknown;

/** A wrong answer, in another style than the solution. */
export interface Wrong {
  readonly title: string;
  readonly answer: Answer;
  /**
   * What must be in the name that is given. Where no name fits: the first step that departs, or that it departs, for what
   * is no step.
   */
  readonly told: RegExp | number | "departs";
}

/** Answers as students write them. */
export interface Answers {
  /** Right ones, each of another style. */
  readonly right: readonly Answer[];
  readonly wrong: readonly Wrong[];
}

/** Two lists joined entry by entry. */
export const zip = (a: number[], b: number[], f: (x: number, y: number) => number): number[] =>
  a.map((x, i) => f(x, b[i]!));
