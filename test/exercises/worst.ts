import type { FormulaTarget } from "../../src/exercises/formula-target.ts";
import { formulasOf, valuesOf } from "../../src/exercises/formula-target.ts";
import { stepOfRule } from "../../src/exercises/run/rule-step.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import type { Rule } from "fall-line";

/** A text in which all stands that makes the search try something, and many numbers. */
const TEXT = `({ w, g, t, gradient, H, solve }, hyper) => {
  for (let i = 0; i < w.length; i++) {
    if (t > 7 || t % 3 === 0) return Math.max(0.11, Math.min(1.3, Math.round(w[i] * 4.7) ^ 2)) ?? w.at(-1)[1];
    Math.exp(Math.log(Math.tanh(Math.cbrt(Math.floor(Math.hypot(...g) / 12.5))))) | 0;
    gradient(w.map((x, k) => (x > 0.37 ? x + k : Math.abs(x) - 19 * 0.023))).slice().reverse();
    solve(H, g).reduce((a, b) => a + b * 0.71);
  }
  return { w };
}`;

const strange = (x: number): number => 0.0123 * Math.sin(17 * x + 1);

/** A step in which every quantity comes out otherwise, by no slip that has a name. */
export function worstStep(rule: Rule): Candidate {
  const right = stepOfRule(rule);
  const step: Candidate = (now, hyper) => {
    const next = right(now, hyper) as Record<string, number[]>;
    return Object.fromEntries(
      Object.entries(next).map(([name, values]) => [
        name,
        values.map((x) => x + Math.abs(strange(x + name.charCodeAt(0)))),
      ]),
    );
  };
  return Object.assign(step, { source: TEXT });
}

/** The same of a function. */
export function worstFormula({ formula }: FormulaTarget): (values: Record<string, number>) => unknown {
  const answer = (values: Record<string, number>): unknown => {
    const [all] = valuesOf(formulasOf(formula), [values]) as [number[]];
    const odd = all.map((x) => x + strange(x));
    return typeof formula === "string" ? odd[0] : odd;
  };
  return Object.assign(answer, { source: TEXT });
}
