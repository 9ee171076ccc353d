import { numberText } from "../../math/numerals.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { allOpen, notRead, readNumbers, openNumbers, UNWRITTEN, wrongExample } from "../given.ts";
import { OTHERWISE, WELL } from "../guess.ts";
import { answersIn, type AskedNumber, type AskedNumbers, exactly, isNear } from "../asked-numbers.ts";
import { slipsIn } from "../number-slips.ts";
import { type Asked, checked, ofKind, type Parts } from "../kind.ts";

/** Foretell numbers before they are shown; a wrong guess is no success, and is never marked down. */
export interface PredictNumbers<Names extends string = string>
  extends
    Asked<number | string | Readonly<Record<Names, number | string | undefined>>>,
    Omit<AskedNumbers<Names>, "prompt"> {
  readonly kind: "predict";
  /** Why it is so: shown with the answer. */
  readonly because: string;
}

function declare<N extends string>(parts: Parts<PredictNumbers<N>>): PredictNumbers<N> {
  return { ...checked("predict", parts), kind: "predict" };
}

export const predict = /* @__PURE__ */ ofKind<PredictNumbers, typeof declare>(
  () => ({
    name: "predict",
    answered: "on a card",
    earns: "by being made",
    texts: ["because", "fields"],
    about: aboutNumbers,
    faults: (asked, check) => {
      const { outcome, headline } = check(answersIn(asked.fields));
      return [
        ...(outcome === "right" ? [] : [`its own answer gives "${headline}"`]),
        ...wrongFormulas(asked),
      ];
    },
    solution: ({ fields, because }) => {
      const answers = Object.values(fields).map(({ label, answer }) => `${label}: ${numberText(answer)}`);
      return [...answers, because].map(text);
    },
    mistakes: () => [],
    question: () => ({}),
    onPhone: ({ fields }) => ({
      by: "number",
      labels: Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, label])),
      right: answersIn(fields),
    }),
    draft: () => ({ parts: 'fields: { x: { label: "x", answer: 0, within: 0.1 } },\n    because: "",' }),
    card: "card-predict",
    asks: ({ fields, because, given, run, slips }) => ({
      fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })),
      because,
      ...(given && { given }),
      ...(run && { run }),
      ...(slips && { slips }),
    }),
    asCode: ({ fields }) => ({
      example: wrongExample(fields),
      open: openNumbers(Object.keys(fields)),
      right: JSON.stringify(answersIn(fields)),
    }),
    givenAwayBy: ({ fields }) => ({ numbers: Object.values(answersIn(fields)) }),
    opens: ({ because }) => [because],
  }),
  declare,
);

/** What is said about numbers. */
export function aboutNumbers(asked: PredictNumbers, answer: unknown): Assessment {
  const { fields, because } = asked;
  const names = Object.keys(fields);
  if (allOpen(names, answer)) return UNWRITTEN;
  const read = readNumbers(names, answer, answersIn(fields));
  if ("faults" in read) return notRead(read.faults);
  const { numbers, remarks } = read;
  const near = names.filter((name) => isNear(numbers[name]!, fields[name]!));
  const named = (name: string, value: string): string =>
    names.length === 1 ? value : `${fields[name]!.label}: ${value}`;
  const about = ({ answer: right, within }: AskedNumber): string =>
    numberText(right) + (within > 0 ? ` (± ${numberText(within)})` : "");
  const allNear = near.length === names.length;
  return {
    outcome: allNear ? "right" : "otherwise",
    headline: allNear ? WELL : near.length > 0 ? "Foreseen in part." : OTHERWISE,
    blocks: [
      {
        kind: "said",
        said: names.map((name) => named(name, numberText(numbers[name]!))),
        is: names.map((name) => named(name, about(fields[name]!))),
      },
      ...slipsIn(asked, numbers).map(text),
      text(because),
      ...remarks.map(text),
    ],
    picked: numbers,
  };
}

/** What does not come to its answer. */
function wrongFormulas(asked: AskedNumbers): string[] {
  return Object.entries(asked.fields).flatMap(([name, field], i, all) => {
    if (field.by === undefined && field.read === undefined) return [];
    const made = exactly(name, { ...asked, fields: Object.fromEntries(all.slice(0, i + 1)) });
    return isNear(made, field)
      ? []
      : [`${name} is ${field.answer}, and ${field.by ?? "the run"} gives ${made}`];
  });
}
