import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import type { Lines, Outcome } from "../search/lines.ts";

/** A changed program: what it makes of cases, and what is said of an answer that makes the same. */
export interface Program {
  readonly mistake: Mistake;
  readonly run: (cases: Cases) => Outcome;
  /** What computes the same, where lines do. */
  readonly lines?: Lines;
}
