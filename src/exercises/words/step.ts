import { formulaText, nameText, OLD } from "../../math/text.ts";
import { formatNumber } from "../../math/tex.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Block, text } from "../blocks.ts";
import type { StepDiagnosis } from "../diagnose-step.ts";
import type { Departure } from "../explain/departure.ts";
import { type Mistake, sayMistake } from "../mistake.ts";
import { pathFigure } from "../path-figure.ts";
import { aboutTrouble, cures, NEAR_MISS, type Said, sentenceOf } from "./trouble.ts";

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
  const shown =
    departure === undefined ? [] : [...departureBlocks(departure), ...figureBlocks(rule, departure)];
  const [first, ...others] = mistakes;
  if (first === undefined) {
    const where = departure === undefined ? "" : ` step ${departure.step} goes elsewhere`;
    return {
      outcome: "not yet",
      headline: `Not yet:${where === "" ? " it computes something else" : where}.`,
      blocks: shown,
      credit: 0,
    };
  }
  const isRule = first.what !== undefined;
  return {
    outcome: isReadable ? "almost" : "not yet",
    headline: isRule
      ? `Almost. Your answer behaves like a rule in which ${first.what}.`
      : `${isReadable ? "Almost" : "Not yet"}: ${first.sentence!}.`,
    blocks: [
      ...(first.or === undefined ? [] : [text(`The same would come of this: ${first.or}.`)]),
      ...others.map((other) =>
        text(`${other.what === undefined ? "And" : "And as in a rule in which"} ${sayMistake(other)}.`),
      ),
      ...(unexplained.length === 0
        ? []
        : [
            text(
              `Besides, ${unexplained.map(nameText).join(" and ")} ${unexplained.length === 1 ? "comes" : "come"} out otherwise.`,
            ),
          ]),
      ...cures(mistakes),
      ...equations(rule, lines),
      ...shown,
    ],
    credit: isReadable ? (first.credit ?? NEAR_MISS) : 0,
    mistakes,
  };
}

/** The lines that differ, as they are asked for and as they behave. */
function equations(rule: Rule, lines: readonly string[] | undefined): Block[] {
  if (lines === undefined) return [];
  const right = ruleLines(rule);
  const wrong = lines.filter((line) => !right.includes(line));
  if (wrong.length === 0) return [];
  return [
    {
      kind: "equations",
      groups: [
        { title: rule.title, lines: right },
        { title: "Yours behaves like", lines: wrong },
      ],
    },
  ];
}

/** The equations of a rule as lines of text. */
export function ruleLines({ gradientAt, equations }: Pick<Rule, "gradientAt" | "equations">): string[] {
  const lines = Object.entries(equations)
    .filter(([name]) => !name.endsWith(OLD))
    .map(([name, { text: right }]) => `${nameText(name)} = ${formulaText(right)}`);
  return gradientAt === "w" ? lines : [`g = gradient at ${formulaText(gradientAt)}`, ...lines];
}

/** The first step that departs: where, and the first quantity that does, with both numbers. */
export function departureBlocks({ probe, step, before, quantity, expected, got }: Departure): Block[] {
  const settings = Object.entries(probe.hyper).map(
    ([name, value]) => `${nameText(name)} = ${formatNumber(value)}`,
  );
  const until =
    step === 1 ? "from the start" : `after ${step - 1} step${step === 2 ? "" : "s"} that agree, from`;
  const sentence = `Tried on ${probe.name}${settings.length === 0 ? "" : ` with ${settings.join(", ")}`}: step ${step}, ${until} w = ${showNumbers(before)}.`;
  const rows = expected.map((x, i) => [
    `${nameText(quantity)}${subscript(i)}`,
    formatNumber(x),
    got[i] === undefined ? "nothing" : formatNumber(got[i]),
  ]);
  return [text(sentence), { kind: "table", cells: { head: ["", "expected", "yours"], rows } }];
}

function figureBlocks(rule: Rule, { probe, path }: Departure): Block[] {
  const figure = pathFigure(rule, probe, path);
  return figure === undefined ? [] : [{ kind: "figure", figure }];
}

function showNumbers(numbers: readonly number[]): string {
  return `(${numbers.map(formatNumber).join(", ")})`;
}

function subscript(index: number): string {
  return "₁₂₃₄₅₆₇₈₉"[index] ?? String(index + 1);
}
