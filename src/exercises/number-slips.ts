/** What slip gives a wrong number: those that an author declares, and those that any number may come by. */
import { numberText } from "../math/numerals.ts";
import {
  computedBy,
  isFraction,
  namesIn,
  type NumberSlip,
  slipsOnTheWay,
  type Values,
} from "./number-formula.ts";

/** A number that is asked for. */
export interface AskedNumber {
  readonly label: string;
  readonly answer: number;
  /** How far off counts as right. */
  readonly within: number;
  /** Numbers that common slips give. */
  readonly slips?: readonly NumberSlip[];
  /** How it is computed of what is given and of the numbers asked for before it, by their names: "x − λ·g/√kappa". */
  readonly by?: string;
}

/** Numbers that are asked for together. */
export interface AskedNumbers<Names extends string = string> {
  readonly fields: Readonly<Record<Names, AskedNumber>>;
  /** What the card gives, by the names that stand in formulas. */
  readonly given?: Values;
  /** Slips in what is given, whichever numbers are computed of it: what is taken in its place. */
  readonly slips?: readonly { readonly taken: Values; readonly when: string }[];
}

/** What slips the wrong numbers come of, where they are known: a sentence for each, and one for those that come of the same. */
export function slipsIn(asked: AskedNumbers, numbers: Values): string[] {
  const all = Object.entries(asked.fields);
  const said = new Map<string, string[]>();
  for (const [name, field] of all) {
    const got = numbers[name]!;
    if (isNear(got, field)) continue;
    // Nobody takes a number for another one that they do not have, unless the two have changed places.
    const others = all
      .filter(([other, one]) => other !== name && [one, field].some((due) => isNear(numbers[other]!, due)))
      .map(([, one]) => one);
    const why = followed(name, asked, numbers) ?? slipBehind(name, asked, numbers, others);
    const number = all.length === 1 ? numberText(got) : `${field.label}: ${numberText(got)}`;
    if (why !== undefined) said.set(why, [...(said.get(why) ?? []), number]);
  }
  return Array.from(said, ([why, of]) =>
    of.length === 1 ? `${of[0]!} ${why}.` : `${of.join(" and ")} ${why.replace(/^(come|follow)s/, "$1")}.`,
  );
}

/** That a number is right for what was given before it: a clause that reads on after the number. */
function followed(name: string, { fields, given }: AskedNumbers, numbers: Values): string | undefined {
  const field = fields[name]!;
  const wrong = field.by === undefined ? [] : wrongBefore(field.by, fields, numbers);
  if (wrong.length === 0) return undefined;
  return isGiven(numbers[name]!, computedBy(field.by!, { ...given, ...numbers }), field)
    ? `follows from ${wrong.join(" and ")}, which ${wrong.length === 1 ? "is" : "are"} not right`
    : undefined;
}

/** The wrong numbers from which another is computed, as they are told: "your κ = 3.6". */
const wrongBefore = (by: string, fields: AskedNumbers["fields"], numbers: Values): string[] =>
  namesIn(by, numbers)
    .filter((name) => !isNear(numbers[name]!, fields[name]!))
    .map((name) => `your ${fields[name]!.label} = ${numberText(numbers[name]!)}`);

/** What is right, by the names of the numbers. */
export const answersIn = (fields: AskedNumbers["fields"]): Record<string, number> =>
  Object.fromEntries(Object.entries(fields).map(([name, { answer }]) => [name, answer]));

/** What all numbers come to where something else is taken for what is given; those without a formula stay right. */
function computedWith({ fields, given }: AskedNumbers, taken: Values): Values {
  const values: Record<string, number> = { ...given, ...taken };
  for (const [name, { by, answer }] of Object.entries(fields))
    values[name] = by === undefined ? answer : computedBy(by, values);
  return values;
}

/** Whether a number counts as right. */
export const isNear = (got: number, { answer, within }: AskedNumber): boolean =>
  Math.abs(got - answer) <= within;

/** What a wrong number comes of: a clause, where a slip gives it. @param others numbers that it may be taken for */
function slipBehind(
  name: string,
  asked: AskedNumbers,
  numbers: Values,
  others: readonly AskedNumber[],
): string | undefined {
  const { fields, slips = [] } = asked;
  const [got, field] = [numbers[name]!, fields[name]!];
  const declared = [
    ...(field.slips ?? []),
    ...slips.map(({ taken, when }) => ({ gives: computedWith(asked, taken)[name]!, when })),
  ];
  const ways = [
    declared,
    [...exchanged(field, others), ...onTheWay(name, asked, numbers)],
    usualSlips(field),
  ];
  const whens = nearest(
    got,
    ways.map((slips) => slips.filter(({ gives }) => isGiven(got, gives, field))),
  );
  return whens.length === 0 ? undefined : `comes out when ${whens.slice(0, 2).join(", or when ")}`;
}

/** Slips on the way from what is right, and from what was given for the numbers before it. */
function onTheWay(name: string, { fields, given }: AskedNumbers, numbers: Values): NumberSlip[] {
  const { by } = fields[name]!;
  if (by === undefined) return [];
  const called = (one: string): string => fields[one]?.label ?? one;
  const fromRight = slipsOnTheWay(by, { ...given, ...answersIn(fields) }, called);
  const wrong = wrongBefore(by, fields, numbers);
  if (wrong.length === 0) return fromRight;
  const fromYours = slipsOnTheWay(by, { ...given, ...numbers }, called);
  return [
    ...fromRight,
    ...fromYours.map(({ gives, when }) => ({ gives, when: `${when}, from ${wrong.join(" and ")}` })),
  ];
}

/** Of slips in several ways those that are nearest to a number, in the first way that has any of them. */
function nearest(got: number, ways: readonly NumberSlip[][]): string[] {
  const off = ({ gives }: NumberSlip): number => Math.abs(got - gives);
  const half = lastDigit(got) / 2;
  const rounding = half <= NEAR * Math.abs(got) ? half : 0;
  const allowed = Math.max(rounding, Math.min(...ways.flat().map(off)) + EQUAL * Math.abs(got));
  const near = ways.map((slips) => slips.filter((slip) => off(slip) <= allowed));
  return [...new Set(near.find(({ length }) => length > 0)?.map(({ when }) => when))];
}

/** How far off a number may be, as a share of it, to come of a slip. */
const NEAR = 0.02;

/** How far off numbers are, as a share of them, that are the same and were computed otherwise. */
const EQUAL = 1e-9;

/** Whether a number is what a slip gives, as well as it is rounded or broken off, and that is not right. */
function isGiven(got: number, gives: number, { answer, within }: AskedNumber): boolean {
  const [off, size] = [Math.abs(got - gives), Math.abs(gives)];
  const last = lastDigit(got);
  const isRounded = last / 2 <= NEAR * size && off <= last / 2;
  const isBrokenOff = last <= NEAR * size && Math.abs(got) < size && off < (1 - EQUAL) * last;
  const isAlike = off <= Math.max(EQUAL * size, Math.min(within, NEAR * size));
  return (isAlike || isRounded || isBrokenOff) && Math.abs(gives - answer) > within;
}

/** What one in the last digit of a number is worth: 0.01 for 0.67. */
function lastDigit(value: number): number {
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  return 10 ** (Number(exponent) - (digits.split(".")[1]?.length ?? 0));
}

/** The sign, and other numbers that are asked for. */
const exchanged = ({ answer }: AskedNumber, others: readonly AskedNumber[]): NumberSlip[] => [
  { gives: -answer, when: "the sign is turned round" },
  ...others.map(({ answer: gives, label }) => ({ gives, when: `it is taken for "${label}"` })),
];

/** What is counted is asked for by such words: a place after a step is not. */
const COUNTED = /^(?:more |first )?steps?\b|\bhow many\b|\bnumber of\b/i;

/** Slips by which any number may come out wrong, the likeliest first. */
function usualSlips({ label, answer, within, by }: AskedNumber): NumberSlip[] {
  const isCount = within === 0 && Number.isInteger(answer) && COUNTED.test(label);
  const isEstimate = within > 2 * NEAR * Math.abs(answer);
  return [
    ...(isCount
      ? [
          { gives: answer + 1, when: "one too many is counted" },
          { gives: answer - 1, when: "one too few is counted" },
        ]
      : []),
    ...[10, 100, 1000].flatMap((factor) => [
      { gives: answer * factor, when: `a power of ten is lost: it is ${factor} times too large` },
      { gives: answer / factor, when: `a power of ten is lost: it is ${factor} times too small` },
    ]),
    ...(!isCount && !isEstimate && by !== undefined && isFraction(by)
      ? [{ gives: 1 / answer, when: "the fraction is turned over" }]
      : []),
  ];
}
