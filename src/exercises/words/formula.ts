import { nameText } from "../../math/text.ts";
import { numberText } from "../../math/numerals.ts";
import { sentence } from "../../sentence.ts";
import { type Block, text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import type { FormulaDiagnosis } from "../diagnose-formula.ts";
import { sayMistake } from "../mistake.ts";
import { aboutMistakes } from "./mistakes.ts";
import { aboutInvalid, OUTSIDE } from "./invalid-candidate.ts";

function rightNumbers(right: readonly number[], count: number): string | undefined {
  if (right.length === 0) return undefined;
  if (count === 1) return "The number itself is already right.";
  return `Number ${right.join(" and number ")} of the list ${right.length === 1 ? "is" : "are"} already right.`;
}

/** What is said about a function given by a formula. */
export function aboutFormula(diagnosis: Exclude<FormulaDiagnosis, { kind: "untouched" }>): Assessment {
  switch (diagnosis.kind) {
    case "right":
      return { outcome: "right", headline: "Right.", credit: 1 };
    case "outside":
      return OUTSIDE;
    case "wrong":
      return aboutWrongFormula(diagnosis);
    default:
      return aboutInvalid(diagnosis);
  }
}

function aboutWrongFormula({
  at,
  expected,
  got,
  mistakes,
  lines,
  noNumber,
  nothing,
  right,
  differing,
}: Extract<FormulaDiagnosis, { kind: "wrong" }>): Assessment {
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
  return aboutMistakes(mistakes, {
    differs,
    where,
    isReadable: got.some(Number.isFinite),
    nothing,
    ...(differing && { differing: differing.says }),
    rightPart: rightNumbers(right, expected.length),
    of: "the formula",
    besides: (other) => sentence(sayMistake(other)),
    ...(lines && { lines }),
  });
}
