/** Right lines that are run in a wrong way as a whole, which no slip in one of them says. */
import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import { constantsIn } from "../run/source.ts";
import { COORDINATES } from "../search/edits.ts";
import { type Lines, linesOf, type Outcome, outcomeOf } from "../search/lines.ts";
import { apply, filled, name } from "../search/tree.ts";
import type { StepTarget } from "../step-target.ts";
import { decayedAgain } from "./compounded.ts";
import { carriedOn, gradientsOfEach } from "./one-by-one.ts";
import type { Program } from "./program.ts";

/** The programs that a text has the signs of. */
export function programsOf({ rule, conventions }: StepTarget, source: string): Program[] {
  const forms = [rule, ...conventions.map((one) => one.rule)].map(linesOf);
  const ways = [exchangedInReturn, newPlaceReturned, unmovedInAll, carriedOn, decayedAgain];
  return [
    ...gradientsOfEach(forms, rule.gradientAt !== "w", source),
    ...forms.flatMap((lines) => twiceInPlace(lines, source)),
    ...ways.flatMap((way) => way(forms[0]!, source)),
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

/** Two quantities of which each is returned as the other. */
function exchangedInReturn(lines: Lines): Program[] {
  const names = ["w", ...lines.states.keys()];
  return names.flatMap((one, i) =>
    names.slice(i + 1).map((other): Program => {
      const [a, b] = [nameText(one), nameText(other)];
      const sentence = `the new ${b} is returned as ${a}, and the new ${a} as ${b}`;
      const id = `return: ${one} and ${other} exchanged`;
      const run = ({ columns }: Cases): Outcome => {
        const { w, states } = outcomeOf(lines, columns);
        const all = new Map([["w", w], ...states]);
        const now = new Map([...all, [one, all.get(other)!], [other, all.get(one)!]]);
        return { w: now.get("w")!, states: now };
      };
      return { mistake: { id, sentence, cure: "Return each under its own name." }, run };
    }),
  );
}

/** The new place, returned as a state too. */
const newPlaceReturned = (lines: Lines): Program[] =>
  [...lines.states.keys()].map((state): Program => {
    const m = nameText(state);
    const sentence = `what is returned as ${m} is the new place`;
    const run = ({ columns }: Cases): Outcome => {
      const { w, states } = outcomeOf(lines, columns);
      return { w, states: new Map([...states, [state, w]]) };
    };
    return {
      mistake: { id: `${state}: stored w`, quantity: state, sentence, cure: `Return the new ${m}.` },
      run,
    };
  });

/** Coordinates that stay what they were in all lines. */
function unmovedInAll({ states, w }: Lines, source: string): Program[] {
  if (states.size === 0 || !/\b(?:for|while|slice)\b/.test(source)) return [];
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
