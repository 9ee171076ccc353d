import { numberText } from "../../math/numerals.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { isOpen, notRead, readNumbers, openNumbers, UNWRITTEN, wrongExample } from "../given.ts";
import { OTHERWISE, WELL } from "../guess.ts";
import { type AskedNumber, followingFrom, followsFromWrong, isNear, slipBehind } from "../number-slips.ts";
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
      return [
        ...(outcome === "right" ? [] : [`its own answer gives "${headline}"`]),
        ...wrongFollowing(fields),
      ];
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
    const got = numbers[name]!;
    if (isNear(got, field)) return [];
    // Nobody takes a number for another one that they do not have, unless the two have changed places.
    const others = all
      .filter(([other, one]) => other !== name && [one, field].some((due) => isNear(numbers[other]!, due)))
      .map(([, one]) => one);
    const said = followed(got, field, fields, numbers) ?? slipBehind(got, field, others);
    return said === undefined ? [] : [all.length === 1 ? said : `${field.label}: ${said}`];
  });
}

/** That a number is right for what was given before it. */
function followed(
  got: number,
  field: AskedNumber,
  fields: PredictNumbers["fields"],
  numbers: Readonly<Record<string, number>>,
): string | undefined {
  const from = field.follows?.from;
  return from === undefined ? undefined : followsFromWrong(got, field, fields[from]!, numbers[from]!);
}

/** What follows from no number before it, or from one otherwise than it is answered. */
function wrongFollowing(fields: PredictNumbers["fields"]): string[] {
  const names = Object.keys(fields);
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.follows === undefined) return [];
    const before = names.slice(0, names.indexOf(name));
    const { from } = field.follows;
    if (!before.includes(from)) return [`${name} follows from ${from}, which is not asked for before it`];
    const made = followingFrom(fields[from]!.answer, field.follows);
    return isNear(made, field) ? [] : [`${name} is ${field.answer}, and from ${from} follows ${made}`];
  });
}

function allOpen(names: readonly string[], answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  const values = answer as Readonly<Record<string, unknown>>;
  return names.some((name) => name in values) && Object.values(values).every(isOpen);
}
