import { formulaText, nameText, OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { sentence } from "../../sentence.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import type { StepDiagnosis } from "../diagnose-step.ts";
import { type Mistake, sayMistake } from "../mistake.ts";
import { pathBlocks } from "../path-figure.ts";
import { aboutMistakes } from "./mistakes.ts";
import { aboutInvalid, cures } from "./invalid-candidate.ts";
import { departureClause, whereItDeparts } from "./where.ts";

/** What is said about a step. */
export function aboutStep(rule: Rule, diagnosis: StepDiagnosis): Assessment {
  switch (diagnosis.kind) {
    case "right": {
      const { convention, notes, foundPatched } = diagnosis;
      const said = [
        ...(convention === undefined ? [] : [convention.note]),
        ...notes.map((note) => sentence(sayMistake(note))),
        ...(foundPatched.length === 0
          ? []
          : [`${foundPatched.join(", ")} had been changed by another cell and was put back.`]),
      ];
      const form: Mistake[] =
        convention === undefined
          ? []
          : [{ id: `form: ${convention.name}`, sentence: `this is ${convention.name}` }];
      return {
        outcome: "right",
        headline: convention === undefined ? "Right." : `Right: this is ${convention.name}.`,
        blocks: said.map(text),
        credit: 1,
        mistakes: [...form, ...notes],
      };
    }
    case "wrong":
      return aboutWrong(rule, diagnosis);
    case "outside":
      return {
        outcome: "not yet",
        headline: "Not yet: from the same start your function goes two different ways.",
        blocks: [text(sentence(sayMistake(diagnosis.mistake))), ...cures([diagnosis.mistake])],
        credit: 0,
        mistakes: [diagnosis.mistake],
      };
    default:
      return aboutInvalid(diagnosis);
  }
}

function aboutWrong(
  rule: Rule,
  {
    mistakes,
    lines,
    unexplained,
    departure,
    isReadable,
    nothing,
    differing,
    right: parts,
  }: Extract<StepDiagnosis, { kind: "wrong" }>,
): Assessment {
  const where = departure === undefined ? [] : whereItDeparts(rule, departure);
  const figure = departure === undefined ? [] : pathBlocks(departure.rule, departure.probe, departure.path);
  const place = departure === undefined ? "it does something else" : departureClause(departure);
  const rest = unexplained.map(nameText).join(" and ");
  const right = new Set(ruleLines(rule));
  return aboutMistakes(mistakes, {
    differs: place,
    where,
    figure,
    isReadable,
    nothing,
    differing,
    rightPart: parts.length === 0 ? undefined : `${listed(parts.map(nameText))} already right.`,
    of: "a rule",
    besides: (other) => `Besides, ${sayMistake(other)}.`,
    ...(rest !== "" && {
      unexplained: [
        text(`This does not explain ${rest}, which ${unexplained.length === 1 ? "differs" : "differ"} too.`),
      ],
    }),
    // The right lines are for those who ask for the solution.
    ...(lines && { lines: lines.filter((line) => !right.has(line)) }),
  });
}

const listed = (names: readonly string[]): string =>
  `${names.join(" and ")} ${names.length === 1 ? "is" : "are"}`;

/** The equations of a rule as lines of text. */
export function ruleLines({ gradientAt, equations }: Pick<Rule, "gradientAt" | "equations">): string[] {
  const lines = Object.entries(equations)
    .filter(([name]) => !name.endsWith(OLD))
    .map(([name, { text: right }]) => `${nameText(name)} = ${formulaText(right)}`);
  return gradientAt === "w" ? lines : [`g = gradient at ${formulaText(gradientAt)}`, ...lines];
}
