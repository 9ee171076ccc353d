import { formatNumber } from "../../math/tex.ts";
import { type Block, text } from "../blocks.ts";
import type { Said } from "../feedback.ts";
import type { FormulaDiagnosis } from "../diagnose-formula.ts";
import { formulaText, nameText } from "../../math/text.ts";
import { aboutTrouble, MOST_NAMED, NEAR_MISS, PROMISE, UNREPEATABLE } from "./trouble.ts";

/** What is said about a function given by a formula. */
export function aboutFormula(diagnosis: FormulaDiagnosis): Said {
  switch (diagnosis.kind) {
    case "right":
      return { outcome: "right", headline: "Right.", credit: 1 };
    case "promise":
      return PROMISE;
    case "unrepeatable":
      return UNREPEATABLE;
    case "wrong result":
      return {
        outcome: "not yet",
        headline: "Not yet: your function returns something else.",
        blocks: [text(`For the first numbers tried, ${diagnosis.sentence}.`)],
        credit: 0,
      };
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
  explanations,
}: Extract<FormulaDiagnosis, { kind: "wrong" }>): Said {
  const point = Object.entries(at).map(([name, value]) => `${nameText(name)} = ${formatNumber(value)}`);
  const rows = expected.map((x, i) => [formatNumber(x), formatNumber(got[i]!)]);
  const where: Block[] = [
    text(`Tried with ${point.join(", ")}:`),
    { kind: "table", cells: { head: ["expected", "yours"], rows } },
  ];
  const [first] = explanations;
  if (first === undefined)
    return { outcome: "not yet", headline: "Not yet: it computes something else.", blocks: where, credit: 0 };
  const sentences = explanations.slice(0, MOST_NAMED).map(({ what }) => what.join(", and "));
  return {
    outcome: "almost",
    headline: "Almost: it computes something else.",
    blocks: where,
    name: {
      headline: `Your answer behaves like the formula in which ${sentences[0]!}.`,
      blocks: [
        ...(sentences.length > 1
          ? [text(`The same would come of this: ${sentences.slice(1).join("; or ")}.`)]
          : []),
        {
          kind: "equations",
          groups: [{ title: "It behaves like", lines: first.formula.map((formula) => formulaText(formula)) }],
        },
      ],
    },
    credit: first.credit ?? NEAR_MISS,
    mistakes: sentences.map((what) => ({ id: what, what })),
  };
}
