import { formulaText, nameText, OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Block, text } from "../blocks.ts";
import type { Said } from "../feedback.ts";
import type { StepDiagnosis } from "../diagnose-step.ts";
import { type Mistake, sayMistake } from "../mistake.ts";
import { pathBlocks } from "../path-figure.ts";
import { aboutTrouble, cures, inYourLine, nameOf, NEAR_MISS, sentenceOf } from "./trouble.ts";
import { placeOf, whereItDeparts } from "./where.ts";

/** What is said about a step. */
export function aboutStep(rule: Rule, diagnosis: StepDiagnosis): Said {
  switch (diagnosis.kind) {
    case "right": {
      const { convention, notes, foundPatched } = diagnosis;
      const said = [
        ...(convention === undefined ? [] : [convention.note]),
        ...notes.map((note) => `${sentenceOf(sayMistake(note))}.`),
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
        blocks: [text(`${sentenceOf(sayMistake(diagnosis.mistake))}.`), ...cures([diagnosis.mistake])],
        credit: 0,
        mistakes: [diagnosis.mistake],
      };
    default:
      return aboutTrouble(diagnosis);
  }
}

function aboutWrong(
  rule: Rule,
  { mistakes, lines, unexplained, departure, isReadable }: Extract<StepDiagnosis, { kind: "wrong" }>,
): Said {
  const where = departure === undefined ? [] : whereItDeparts(departure);
  const figure = departure === undefined ? [] : pathBlocks(rule, departure.probe, departure.path);
  const place = departure === undefined ? "it does something else" : placeOf(departure);
  const [first, ...others] = mistakes;
  if (first === undefined)
    return { outcome: "not yet", headline: `Not yet: ${place}.`, blocks: [...where, ...figure], credit: 0 };
  const credit = isReadable ? (first.credit ?? NEAR_MISS) : 0;
  const judged = { outcome: credit > 0 ? "almost" : "not yet", credit, mistakes } as const;
  const besides = [
    ...inYourLine(first),
    ...(first.or === undefined ? [] : [text(`The same would come of this: ${first.or}.`)]),
    ...others.map((other) => text(`Besides, ${sayMistake(other)}.`)),
    ...(unexplained.length === 0
      ? []
      : [
          text(
            `This does not explain ${unexplained.map(nameText).join(" and ")}, which ${unexplained.length === 1 ? "differs" : "differ"} too.`,
          ),
        ]),
    ...cures(mistakes),
    ...linesThatDiffer(rule, lines),
    ...figure,
  ];
  const almost = credit > 0 ? "Almost" : "Not yet";
  // What is returned in the wrong form, or not at all, is said at once: there is nothing to be found out by looking.
  if (first.what === undefined)
    return { ...judged, headline: `${almost}: ${first.sentence!}.`, blocks: [...besides, ...where] };
  return {
    ...judged,
    headline: `${almost}: ${place}.`,
    blocks: where,
    name: { headline: nameOf(first.what, "a rule"), blocks: besides },
  };
}

/** The lines that differ from those asked for, as they behave; the right ones are for those who ask for the solution. */
function linesThatDiffer(rule: Rule, behaving: readonly string[] = []): Block[] {
  const right = new Set(ruleLines(rule));
  const lines = behaving.filter((line) => !right.has(line));
  return lines.length === 0 ? [] : [{ kind: "equations", groups: [{ title: "It behaves like", lines }] }];
}

/** The equations of a rule as lines of text. */
export function ruleLines({ gradientAt, equations }: Pick<Rule, "gradientAt" | "equations">): string[] {
  const lines = Object.entries(equations)
    .filter(([name]) => !name.endsWith(OLD))
    .map(([name, { text: right }]) => `${nameText(name)} = ${formulaText(right)}`);
  return gradientAt === "w" ? lines : [`g = gradient at ${formulaText(gradientAt)}`, ...lines];
}
