import { nameText } from "../../math/text.ts";
import { numberText } from "../../math/numerals.ts";
import { type Block, text } from "../blocks.ts";
import type { Said } from "../feedback.ts";
import type { FormulaDiagnosis } from "../diagnose-formula.ts";
import { sayMistake } from "../mistake.ts";
import { aboutTrouble, cures, inYourLine, nameOf, NEAR_MISS, OUTSIDE, sentenceOf } from "./trouble.ts";

/** What is said about a function given by a formula. */
export function aboutFormula(diagnosis: Exclude<FormulaDiagnosis, { kind: "untouched" }>): Said {
  switch (diagnosis.kind) {
    case "right":
      return { outcome: "right", headline: "Right.", credit: 1 };
    case "outside":
      return OUTSIDE;
    case "wrong":
      return aboutWrongFormula(diagnosis);
    default:
      return aboutTrouble(diagnosis);
  }
}

function aboutWrongFormula({
  at,
  expected,
  got,
  mistakes,
  lines,
  noNumber,
}: Extract<FormulaDiagnosis, { kind: "wrong" }>): Said {
  const point = Object.entries(at).map(([name, value]) => `${nameText(name)} = ${numberText(value)}`);
  const rows = expected.map((x, i) => [numberText(x), got[i] === undefined ? "nothing" : numberText(got[i])]);
  const where: Block[] =
    got.length === 0
      ? []
      : [
          text(`Tried with ${point.join(", ")}:`),
          { kind: "table", cells: { head: ["expected", "yours"], rows } },
          ...(noNumber === undefined ? [] : [text(noNumber)]),
        ];
  const differs = expected.length === 1 ? "it gives another number" : "it gives other numbers";
  const [first, ...others] = mistakes;
  if (first === undefined) {
    return { outcome: "not yet", headline: `Not yet: ${differs}.`, blocks: where, credit: 0 };
  }
  const isReadable = got.some(Number.isFinite);
  const credit = isReadable ? (first.credit ?? NEAR_MISS) : 0;
  const judged = { outcome: credit > 0 ? "almost" : "not yet", credit, mistakes } as const;
  const besides: Block[] = [
    ...inYourLine(first),
    ...(first.or === undefined ? [] : [text(`The same would come of this: ${first.or}.`)]),
    ...others.map((other) => text(`${sentenceOf(sayMistake(other))}.`)),
    ...cures(mistakes),
    ...(lines === undefined
      ? []
      : [{ kind: "equations", groups: [{ title: "It behaves like", lines }] } as const]),
  ];
  const almost = credit > 0 ? "Almost" : "Not yet";
  if (first.what === undefined)
    return { ...judged, headline: `${almost}: ${first.sentence!}.`, blocks: [...besides, ...where] };
  return {
    ...judged,
    headline: `${almost}: ${differs}.`,
    blocks: where,
    name: { headline: nameOf(first.what, "the formula"), blocks: besides },
  };
}
