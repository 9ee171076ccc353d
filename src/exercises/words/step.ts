import { formatNumber } from "../../math/tex.ts";
import type { Rule } from "../../rules/rule.ts";
import { descend } from "../../trace/descend.ts";
import { type Block, text } from "../blocks.ts";
import type { EquationGroup } from "../draw-blocks.ts";
import type { Departure, Explanation, StepDiagnosis } from "../diagnose-step.ts";
import { formulaText, nameText, OLD } from "../../math/text.ts";
import { pathFigure } from "../path-figure.ts";
import { aboutTrouble, MOST_NAMED, NEAR_MISS, PROMISE, type Said, UNREPEATABLE } from "./trouble.ts";

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
        headline: `Not yet: step ${diagnosis.departure.step} goes elsewhere.`,
        blocks: [...departureBlocks(rule, diagnosis.departure), ...figureBlocks(rule, diagnosis.departure)],
        credit: 0,
      };
    case "not finite":
      return {
        outcome: "not yet",
        headline: `Not yet: after step ${diagnosis.departure.step} w holds ${showNumbers(diagnosis.departure.got)}.`,
        blocks: [
          text("A division by 0, the root of a negative number, or a name that has no value yet gives that."),
          ...departureBlocks(rule, diagnosis.departure),
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
  const equations: Block[] =
    wrong.length === 0
      ? []
      : [
          {
            kind: "equations",
            groups: [{ title: rule.title, lines: ruleLines(rule) }, wrongGroup(rule, wrong)],
          },
        ];
  return {
    outcome: "almost",
    headline: `Almost. Your answer behaves like a rule in which ${sentences[0]!}.`,
    blocks: [
      ...(sentences.length > 1
        ? [text(`The same would come of this: ${sentences.slice(1).join("; or ")}.`)]
        : []),
      ...equations,
      ...departureBlocks(rule, departure, false),
      ...figureBlocks(rule, departure),
    ],
    credit: first.credit ?? NEAR_MISS,
    names: sentences,
  };
}

function wrongGroup(right: Rule, wrong: readonly string[]): EquationGroup {
  const known = new Set(ruleLines(right));
  return {
    title: "Yours behaves like",
    lines: wrong.map((line) => (known.has(line) ? line : `${line}  ◂`)),
  };
}

/** The equations of a rule as lines of text. */
export function ruleLines({ gradientAt, equations }: Pick<Rule, "gradientAt" | "equations">): string[] {
  const lines = Object.entries(equations)
    .filter(([name]) => !name.endsWith(OLD))
    .map(([name, { text: right }]) => `${nameText(name)} = ${formulaText(right)}`);
  return gradientAt === "w" ? lines : [`g = gradient at ${formulaText(gradientAt)}`, ...lines];
}

/** The first step that departs, with what was expected, what came, and the step worked. */
export function departureBlocks(rule: Rule, departure: Departure, worked = true): Block[] {
  const { probe, step, before, expected, got, unused } = departure;
  const settings = Object.entries(probe.hyper).map(
    ([name, value]) => `${nameText(name)} = ${formatNumber(value)}`,
  );
  const until =
    step === 1 ? "from the start" : `after ${step - 1} step${step === 2 ? "" : "s"} that agree, from`;
  const sentence = `Tried on ${probe.name}${settings.length === 0 ? "" : ` with ${settings.join(", ")}`}: step ${step}, ${until} w = ${showNumbers(before)}.`;
  const rows = expected.map((x, i) => [
    `w${subscript(i)}`,
    formatNumber(x),
    formatNumber(got[i] ?? NaN),
    formatNumber((got[i] ?? NaN) - x),
  ]);
  const facts = unused.map((name) =>
    text(`Your answer takes the same path for another ${nameText(name)}: it does not use ${nameText(name)}.`),
  );
  const { objective, start, hyper, schedule } = probe;
  const work = worked
    ? descend(objective, rule, { start, steps: step, hyper, schedule }).worked(step).text
    : "";
  return [
    ...facts,
    text(sentence),
    { kind: "table", cells: { head: ["", "expected", "yours", "difference"], rows } },
    ...(worked ? [text("The step, worked:"), { kind: "code", code: work } as const] : []),
  ];
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
