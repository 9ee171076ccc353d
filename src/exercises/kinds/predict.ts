import { numberText } from "../../math/numerals.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { isOpen, notRead, readNumbers, openNumbers, UNWRITTEN, wrongExample } from "../given.ts";
import { OTHERWISE, WELL } from "../guess.ts";
import { type AskedNumber, slipBehind } from "../number-slips.ts";
import { type Asked, checked, ofKind, type Parts } from "../kind.ts";

/** Foretell numbers before they are shown; a wrong guess is no success, and is never marked down. */
export interface PredictNumbers<Names extends string = string> extends Asked<
  number | string | Readonly<Record<Names, number | string | undefined>>
> {
  readonly kind: "predict";
  readonly fields: Readonly<Record<Names, AskedNumber>>;
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
    faults: ({ fields }, check) => {
      const { outcome, headline } = check(answersIn(fields));
      return outcome === "right" ? [] : [`its own answer gives "${headline}"`];
    },
    solution: ({ fields, because }) => {
      const answers = Object.values(fields).map(({ label, answer }) => `${label}: ${numberText(answer)}`);
      return [text(answers.join(", ")), text(because)];
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
    asks: ({ fields, because }) => ({
      fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })),
      because,
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

function answersIn(fields: PredictNumbers["fields"]): Record<string, number> {
  return Object.fromEntries(Object.entries(fields).map(([name, { answer }]) => [name, answer]));
}

/** What is said about numbers. */
export function aboutNumbers({ fields, because }: PredictNumbers, answer: unknown): Assessment {
  const names = Object.keys(fields);
  if (allOpen(names, answer)) return UNWRITTEN;
  const read = readNumbers(names, answer, answersIn(fields));
  if ("faults" in read) return notRead(read.faults);
  const { numbers, remarks } = read;
  const near = names.filter(
    (name) => Math.abs(numbers[name]! - fields[name]!.answer) <= fields[name]!.within,
  );
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
      ...slipsIn(fields, numbers).map(text),
      text(because),
      ...remarks.map(text),
    ],
    picked: numbers,
  };
}

/** What slips the wrong numbers come of, where they are known. */
function slipsIn(fields: PredictNumbers["fields"], numbers: Readonly<Record<string, number>>): string[] {
  const all = Object.entries(fields);
  return all.flatMap(([name, field]) => {
    const others = all.filter(([other]) => other !== name).map(([, one]) => one);
    const isNear = Math.abs(numbers[name]! - field.answer) <= field.within;
    const said = isNear ? undefined : slipBehind(numbers[name]!, field, others);
    return said === undefined ? [] : [all.length === 1 ? said : `${field.label}: ${said}`];
  });
}

function allOpen(names: readonly string[], answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  const values = answer as Readonly<Record<string, unknown>>;
  return names.some((name) => name in values) && Object.values(values).every(isOpen);
}
