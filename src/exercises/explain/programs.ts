/** Right lines that are run in a wrong way as a whole, which no slip in one of them says. */
import type { Mistake } from "../mistake.ts";
import { constantsIn } from "../run/source.ts";
import { type Lines, linesOf, outcomeOf } from "../search/lines.ts";
import { filled } from "../search/tree.ts";
import type { StepTarget } from "../step-target.ts";
import { decayedAgain } from "./compounded.ts";
import { carriedOn, gradientsOfEach } from "./one-by-one.ts";
import type { Program } from "./program.ts";

/** The programs that a text has the signs of. */
export function programsOf({ rule, conventions }: StepTarget, source: string): Program[] {
  const forms = [rule, ...conventions.map((one) => one.rule)].map(linesOf);
  const ways = [carriedOn, decayedAgain];
  return [
    ...gradientsOfEach(forms, rule.gradientAt !== "w", source),
    ...forms.flatMap((lines) => twiceInPlace(lines, source)),
    ...ways.flatMap((way) => way(forms[0]!, source)),
  ];
}

const TWICE: Mistake = {
  id: "twice in place",
  quantity: "w",
  what: "the step is made twice: w is changed in place, and the step is taken once more from there",
  cure: "Change w once: in the list itself, or in the new one.",
};

const IN_PLACE = /\bw\[[^\]]+\]\s*[-+]?=(?!=)/;

function twiceInPlace({ states, w }: Lines, source: string): Program[] {
  const isSaid = IN_PLACE.test(source) && /\.map\(|\.push\(/.test(source) && !constantsIn(source).includes(2);
  const twice = { states, w: filled(w, new Map([["w", w]])) };
  return isSaid ? [{ mistake: TWICE, lines: twice, run: ({ columns }) => outcomeOf(twice, columns) }] : [];
}
