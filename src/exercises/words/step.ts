import type { Rule } from "../../rules/rule.ts";
import { type Block, text } from "../blocks.ts";
import type { Said } from "../feedback.ts";
import type { Departure, Explanation, StepDiagnosis } from "../diagnose-step.ts";
import { formulaText, nameText, OLD } from "../../math/text.ts";
import { pathFigure } from "../path-figure.ts";
import { place, showNumbers, whereItDeparts } from "./where.ts";
import { aboutTrouble, MOST_NAMED, NEAR_MISS, PROMISE, UNREPEATABLE } from "./trouble.ts";

/** What is said about a step. */
export function aboutStep(rule: Rule, diagnosis: StepDiagnosis): Said {
  switch (diagnosis.kind) {
    case "right": {
      const { convention, run, foundPatched } = diagnosis;
      const notes = [
        ...(convention === undefined ? [] : [convention.note]),
        ...(run.changedHyper.length === 0
          ? []
          : [
              `It also changes what it is given (${run.changedHyper.map(nameText).join(", ")}), which has no effect here.`,
            ]),
        ...(foundPatched.length === 0
          ? []
          : [`${foundPatched.join(", ")} had been changed by another cell and was put back.`]),
      ];
      return {
        outcome: "right",
        headline: convention === undefined ? "Right." : `Right: this is ${convention.name}.`,
        blocks: notes.map(text),
        credit: 1,
      };
    }
    case "misconception":
      return aboutMisconception(rule, diagnosis.explanations, diagnosis.departure);
    case "departs":
      return {
        outcome: "not yet",
        headline: `Not yet: ${place(diagnosis.departure)}.`,
        blocks: [...whereItDeparts(diagnosis.departure), ...figureBlocks(rule, diagnosis.departure)],
        credit: 0,
      };
    case "not finite":
      return {
        outcome: "not yet",
        headline: `Not yet: after step ${diagnosis.departure.step} w holds ${showNumbers(diagnosis.departure.got)}.`,
        blocks: [
          text("A division by 0, the root of a negative number, or a name that has no value yet gives that."),
          ...whereItDeparts(diagnosis.departure),
        ],
        credit: 0,
      };
    case "wrong result":
      return diagnosis.result.kind === "promise"
        ? PROMISE
        : shape(diagnosis.result.message, diagnosis.result.step);
    case "unrepeatable":
      return UNREPEATABLE;
    default:
      return aboutTrouble(diagnosis);
  }
}

function shape(message: string, step: number): Said {
  return {
    outcome: "not yet",
    headline: "Not yet: your function returns something else than the next point.",
    blocks: [text(`In step ${step} ${message}.`)],
    credit: 0,
  };
}

function aboutMisconception(rule: Rule, explanations: readonly Explanation[], departure: Departure): Said {
  const named = explanations.slice(0, MOST_NAMED);
  const sentences = named.map(({ what }) => what.join(", and "));
  const [first] = named as [Explanation];
  const wrong = first.rule === undefined ? (first.lines ?? []) : ruleLines(first.rule);
  return {
    outcome: "almost",
    headline: `Almost: ${place(departure)}.`,
    blocks: whereItDeparts(departure),
    name: {
      headline: `Your answer behaves like a rule in which ${sentences[0]!}.`,
      blocks: [
        ...(sentences.length > 1
          ? [text(`The same would come of this: ${sentences.slice(1).join("; or ")}.`)]
          : []),
        ...linesThatDiffer(rule, wrong),
        ...figureBlocks(rule, departure),
      ],
    },
    credit: first.credit ?? NEAR_MISS,
    mistakes: sentences.map((what) => ({ id: what, what })),
  };
}

/** The lines that differ from those asked for, as they behave; the right ones are for those who ask for the solution. */
function linesThatDiffer(rule: Rule, wrong: readonly string[]): Block[] {
  const right = new Set(ruleLines(rule));
  const lines = wrong.filter((line) => !right.has(line));
  return lines.length === 0 ? [] : [{ kind: "equations", groups: [{ title: "It behaves like", lines }] }];
}

/** The equations of a rule as lines of text. */
export function ruleLines({ gradientAt, equations }: Pick<Rule, "gradientAt" | "equations">): string[] {
  const lines = Object.entries(equations)
    .filter(([name]) => !name.endsWith(OLD))
    .map(([name, { text: right }]) => `${nameText(name)} = ${formulaText(right)}`);
  return gradientAt === "w" ? lines : [`g = gradient at ${formulaText(gradientAt)}`, ...lines];
}

function figureBlocks(rule: Rule, { probe, path }: Departure): Block[] {
  const figure = pathFigure(rule, probe, path);
  return figure === undefined ? [] : [{ kind: "figure", figure }];
}
