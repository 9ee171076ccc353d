import type { Rule } from "../../rules/rule.ts";

/** A quantity of a rule, which has its letter and its names in libraries. */
export type Quantity = readonly [rule: Rule, name: string];

/** Words by the lesson that teaches them, its name without the number. */
export type TermsByLesson = Readonly<Record<string, Readonly<Record<string, Term>>>>;

export interface Term {
  readonly sentence: string;
  /** The quantities of rules that are called so. */
  readonly of?: readonly Quantity[];
  /** The letter in TeX, where no rule declares it. */
  readonly letter?: string;
  /** Other names, by which it is asked for too. */
  readonly also?: readonly string[];
  /** Its letter or name in papers. */
  readonly elsewhere?: string;
  /** What Keras calls it, where this does not follow from the rules, as what PyTorch and optax call it does. */
  readonly keras?: string;
}
