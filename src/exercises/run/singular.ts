import { interpretRule } from "../../rules/interpret.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { guarded } from "./guard.ts";
import type { Candidate } from "./candidate.ts";
import { solveFor } from "./tools.ts";

/** Hessians that no step solves with, for the gradient (1, 2, ...): flat ground, and a slope along a trough. */
const SINGULAR: readonly (readonly (readonly number[])[])[] = [
  [[0]],
  [
    [0, 0],
    [0, 0],
  ],
  [
    [1, 1],
    [1, 1],
  ],
  [
    [2, 0, 0],
    [0, -1, -1],
    [0, -1, -1],
  ],
];

/** What is worth a word of a right answer to a rule that solves with the Hessian: a step where there is none. */
export function notesOnSingular(candidate: Candidate, rule: Rule): Mistake[] {
  if (!interpretRule(rule).needsHessian) return [];
  return SINGULAR.some((H) => goesOn(candidate, H))
    ? [
        {
          id: "singular: a step",
          sentence:
            "where the Hessian is singular no step solves H·p = g, and your function takes one all the same",
        },
      ]
    : [];
}

/** Does it go anywhere from here? It may also stop with an error, stay, or give no number. */
function goesOn(candidate: Candidate, H: readonly (readonly number[])[]): boolean {
  const w = H.map(() => 1);
  const tried = guarded(() => {
    const g = H.map((_, i) => i + 1);
    const result = candidate({ w: [...w], g, H: H.map((row) => [...row]), solve: solveFor, t: 1 }, {});
    return Array.from((result as { w: ArrayLike<number> }).w);
  });
  return "value" in tried && tried.value.every(Number.isFinite) && tried.value.some((x, i) => x !== w[i]);
}
