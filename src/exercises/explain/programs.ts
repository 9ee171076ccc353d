/** Right lines that are run in a wrong way as a whole, which no slip in one of them says. */
import { OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import { constantsIn } from "../run/source.ts";
import { COORDINATES } from "../search/edits.ts";
import { type Lines, linesOf, type Outcome, outcomeOf } from "../search/lines.ts";
import { apply, filled, name } from "../search/tree.ts";
import type { StepTarget } from "../step-target.ts";
import { carriedOn } from "./carried.ts";
import { carriedFactor } from "./carried-factor.ts";
import { decayedAgain } from "./compounded.ts";
import { gradientsOfEach } from "./one-by-one.ts";

/** A changed program: what it makes of cases, and what is said of an answer that makes the same. */
export interface Program {
  readonly mistake: Mistake;
  readonly run: (cases: Cases) => Outcome;
  /** What computes the same, where lines do. */
  readonly lines?: Lines;
}

/** The programs that a text has the signs of. */
export function programsOf(target: StepTarget, source: string): Program[] {
  const lines = linesOf(target.rule);
  const ways = [unmovedInAll, carriedOn, carriedFactor, decayedAgain];
  return [
    ...gradientsOfEach(target, source),
    ...[target.rule, ...target.conventions.map(({ rule }) => rule)].flatMap((rule) => twiceInPlace(linesOf(rule), source)), // prettier-ignore
    ...ways.flatMap((way) => way(lines, source)),
  ];
}

const ofLines = (mistake: Mistake, lines: Lines): Program => ({
  mistake,
  lines,
  run: ({ columns }) => outcomeOf(lines, columns),
});

const TWICE: Mistake = {
  id: "twice in place",
  quantity: "w",
  what: "the step is made twice: w is changed in place, and the step is taken once more from there",
  cure: "Change w once: in the list itself, or in the new one.",
};

const IN_PLACE = /\bw\[[^\]]+\]\s*[-+]?=(?!=)/;

function twiceInPlace({ states, w }: Lines, source: string): Program[] {
  const isSaid = IN_PLACE.test(source) && /\.map\(|\.push\(/.test(source) && !constantsIn(source).includes(2);
  return isSaid ? [ofLines(TWICE, { states, w: filled(w, new Map([["w", w]])) })] : [];
}

/** Coordinates that stay what they were in all lines. */
function unmovedInAll({ states, w }: Lines): Program[] {
  if (states.size === 0) return [];
  return Object.entries(COORDINATES).map(([op, what]) =>
    ofLines(
      { id: `${op} in all`, what: `in all lines, ${what}` },
      {
        states: new Map([...states].map(([state, tree]) => [state, apply(op, tree, name(state + OLD))])),
        w: apply(op, w, name("w")),
      },
    ),
  );
}
