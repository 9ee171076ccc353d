import type { Rule } from "../rules/rule.ts";

/** Another form of the same rule, which is right too. */
export interface Convention {
  /** "the PyTorch form" */
  readonly name: string;
  readonly rule: Rule;
  /** In what it differs: a sentence. */
  readonly note: string;
}

/** A mistake worth its own words. */
export interface Misconception {
  /** A name that stays when the words change; the equations where there is none. */
  readonly id?: string;
  /** What the answer behaves like, after "Your answer behaves like a rule in which ...". */
  readonly what: string;
  /** The wrong rule: changed equations and the place of the gradient. */
  readonly equations?: Readonly<Record<string, string>>;
  readonly gradientAt?: string;
  /** Or, where the equations of a rule can't say it, a wrong answer, and its equations as they are to be shown. */
  readonly step?: (now: never, hyper: never) => unknown;
  readonly lines?: readonly string[];
  /** Share of the credit for an answer with it; half when not given. */
  readonly credit?: number;
}

/** What an answer to "write the rule" is compared with. */
export interface StepTarget {
  readonly rule: Rule;
  readonly conventions: readonly Convention[];
  readonly misconceptions: readonly Misconception[];
}
