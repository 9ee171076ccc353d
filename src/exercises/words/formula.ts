import { formatNumber } from "../../math/tex.ts";
import { type Block, text } from "../blocks.ts";
import type { FormulaDiagnosis, FormulaTarget } from "../diagnose-formula.ts";
import { formulaText, nameText } from "../../math/text.ts";
import { aboutTrouble, MOST_NAMED, NEAR_MISS, PROMISE, type Said, UNREPEATABLE } from "./trouble.ts";

/** What is said about a function given by a formula. */
export function aboutFormula(target: FormulaTarget, diagnosis: FormulaDiagnosis): Said {
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
      return aboutWrongFormula(target, diagnosis);
    default:
      return aboutTrouble(diagnosis);
  }
}

function aboutWrongFormula(
  target: FormulaTarget,
  diagnosis: Extract<FormulaDiagnosis, { kind: "wrong" }>,
): Said {
  const { at, expected, got, explanations } = diagnosis;
  const formulas = typeof target.formula === "string" ? [target.formula] : target.formula;
  const point = Object.entries(at).map(([name, value]) => `${nameText(name)} = ${formatNumber(value)}`);
  const rows = expected.map((x, i) => [formatNumber(x), formatNumber(got[i]!), formatNumber(got[i]! - x)]);
  const shown = (name: string): string => (name in at ? formatNumber(at[name]!) : nameText(name));
  const where: Block[] = [
    text(`Tried with ${point.join(", ")}:`),
    { kind: "table", cells: { head: ["expected", "yours", "difference"], rows } },
  ];
  const [first] = explanations;
  if (first === undefined) {
    const work = formulas.map(
      (formula, i) => `${formulaText(formula, shown)} = ${formatNumber(expected[i]!)}`,
    );
    return {
      outcome: "not yet",
      headline: "Not yet: it computes something else.",
      blocks: [...where, { kind: "code", code: work.join("\n") }],
      credit: 0,
    };
  }
  const sentences = explanations.slice(0, MOST_NAMED).map(({ what }) => what.join(", and "));
  return {
    outcome: "almost",
    headline: `Almost. Your answer behaves like the formula in which ${sentences[0]!}.`,
    blocks: [
      ...(sentences.length > 1
        ? [text(`The same would come of this: ${sentences.slice(1).join("; or ")}.`)]
        : []),
      {
        kind: "equations",
        groups: [
          { title: "Asked for", lines: formulas.map((formula) => formulaText(formula)) },
          { title: "Yours behaves like", lines: first.formula.map((formula) => formulaText(formula)) },
        ],
      },
      ...where,
    ],
    credit: first.credit ?? NEAR_MISS,
    names: sentences,
  };
}
