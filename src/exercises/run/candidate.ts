import type { Case } from "./cases.ts";

/** What an answer did with what it was given. */
export interface Watched {
  /** Lists used in arithmetic without an index, by their names. */
  readonly whole: readonly string[];
  /** Names that it asked for and that are not given. */
  readonly missing: readonly string[];
  /** The same, of the second argument. */
  readonly missingHyper: readonly string[];
  /** Whether the second argument itself was used as a number. */
  readonly hyperAsNumber: boolean;
  /** Reads at an index where a list has no entry. */
  readonly beyond: readonly { readonly list: string; readonly index: string; readonly length: number }[];
  /** Functions used as if they were lists. */
  readonly functions: readonly string[];
  /** Functions of Math that were given a number of which they know none: "sqrt". Left out where there is none. */
  readonly outOfDomain?: readonly string[];
}

/** What a function asked for of its argument. */
export interface Asked {
  /** Names that are not given. */
  readonly missing: readonly string[];
  /** Whether the argument itself was used as a number or a text. */
  readonly asWhole: boolean;
}

/** How an answer that runs elsewhere is watched there. */
export interface Elsewhere {
  readonly watch: (one: Case) => Watched | undefined;
  readonly watchFormula: (point: Readonly<Record<string, number>>) => Asked | undefined;
}

/** On an answer that runs elsewhere: how it is watched. */
export const ELSEWHERE = Symbol.for("fall-line.elsewhere");

/** A function that was meant as a step, whatever it is. */
export interface Candidate {
  (now: Record<string, unknown>, hyper: Record<string, number>): unknown;
  readonly [ELSEWHERE]?: Elsewhere;
}

/** A function of named numbers. */
export interface FormulaCandidate {
  (numbers: Record<string, number>): unknown;
  readonly [ELSEWHERE]?: Elsewhere;
}
