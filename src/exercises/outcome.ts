/**
 * What can come of an attempt. `otherwise` is a guess that came out so: no success, and never marked down; `kept` an
 * explanation, never marked; `note` no attempt: a hint, a solution, something that cannot be read.
 */
export const OUTCOMES = [
  "right",
  "almost",
  "not yet",
  "not written",
  "crashed",
  "took too long",
  "otherwise",
  "kept",
  "note",
] as const;

export type Outcome = (typeof OUTCOMES)[number];
