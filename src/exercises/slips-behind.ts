/** What slips give a wrong number: declared ones, those on the way to it, and usual ones. */
import {
  answersIn,
  type AskedNumber,
  type AskedNumbers,
  computedWith,
  exactly,
  isNear,
  type NumberSlip,
  type OnTheWay,
  wrongBefore,
} from "./asked-numbers.ts";
import { computedBy, isFraction, NAME, type Slipped, type Values } from "./number-formula.ts";
import { misread, numbersTaken } from "./misread.ts";
import { likelySlips, rareSlips, slippedEnds } from "./slipped-formulas.ts";
import { slipsInRun } from "./slips-in-run.ts";

/** Slips behind a wrong number. */
export interface SlipsBehind {
  /** Those that give it as exactly as any, in the likeliest way. */
  readonly likeliest: readonly string[];
  /** The others too, as far as they are likely; and all. */
  readonly likely: readonly string[];
  readonly every: readonly string[];
}

/** What slips give a wrong number. @param follows the numbers that are known to follow from others */
export function slipsBehind(
  name: string,
  asked: AskedNumbers,
  numbers: Values,
  follows: readonly string[],
): SlipsBehind {
  const { fields, slips = [] } = asked;
  const [got, field] = [numbers[name]!, fields[name]!];
  const names = Object.keys(fields).filter((other) => other !== name);
  // Nobody takes a number for another one that they do not have, unless the two have changed places.
  const others = names
    .map((other) => fields[other]!)
    .filter((one, i) => [one, field].some((due) => isNear(numbers[names[i]!]!, due)));
  // The same words in another number that is asked for say what that would be.
  const isSpokenAgainst = (when: string, by: readonly string[]): boolean =>
    by.some((other) =>
      fields[other]!.slips?.some(
        (slip) => slip.when === when && !isGiven(numbers[other]!, slip.gives, fields[other]!, true),
      ),
    );
  const begun = names.filter((other) => !follows.includes(other));
  const wrong = begun.filter((other) => !isNear(numbers[other]!, fields[other]!));
  const declared = (field.slips ?? []).filter(({ when }) => !isSpokenAgainst(when, wrong));
  const taken = slips
    .filter(({ taken }) => agrees(taken, asked, numbers))
    .map(({ taken, when }) => ({ gives: computedWith(asked, taken)[name]!, when }));
  const { likely, rare, far } = onTheWay(name, asked, numbers);
  const exact = { ...field, answer: exactly(name, asked) };
  const ways = [
    [...declared.filter(({ when }) => !isSpokenAgainst(when, begun)), ...taken],
    [...exchanged(exact, others), ...exchanged(field, []), ...likely],
    declared,
    [...usualSlips(exact), ...usualSlips(field)],
    [...rare, ...roundedSlips(got, exact, 2, 3)],
    [...far, ...roundedSlips(got, exact, 1)],
  ].map((way, i) => way.filter(({ gives }) => isGiven(got, gives, field, i === 0)));
  const words = (some: readonly NumberSlip[][]): string[] => [
    ...new Set(some.flat().map(({ when }) => when)),
  ];
  return { likeliest: nearest(got, ways), likely: words(ways.slice(0, -2)), every: words(ways) };
}

/** Whether the numbers that are right would be so too, were something else taken for what is given. */
const agrees = (taken: Values, asked: AskedNumbers, numbers: Values): boolean =>
  Object.entries(computedWith(asked, taken)).every(([name, value]) => {
    const field = asked.fields[name];
    return field === undefined || !isNear(numbers[name]!, field) || isNear(value, field);
  });

/** Whether what is taken for several numbers is seen in all that are computed of them. */
const isSeen = (taken: Values, asked: AskedNumbers, numbers: Values): boolean =>
  Object.keys(taken).length === 1 ||
  Object.entries(computedWith(asked, taken)).every(([name, value]) => {
    const field = asked.fields[name];
    return field === undefined || isNear(value, field) || isGiven(numbers[name]!, value, field, true);
  });

/** Slips on the way from what is right, from what was given for the numbers before it, and in those. */
function onTheWay(name: string, asked: AskedNumbers, numbers: Values): OnTheWay {
  const { fields, given = {}, run, prompt = "" } = asked;
  const { by, read: readFrom } = fields[name]!;
  if (readFrom && run) return slipsInRun(readFrom, run, asked, numbers);
  if (by === undefined) return { likely: [], rare: [], far: [] };
  const before = Object.fromEntries(Object.entries(fields).slice(0, Object.keys(fields).indexOf(name)));
  const right = { ...given, ...answersIn(before) };
  const read = (when: string): string => when.replace(NAME, (one) => before[one]?.label ?? one);
  const wrong = wrongBefore(by, fields, numbers);
  const yours = Object.fromEntries(Object.keys(before).map((one) => [one, numbers[one]!]));
  const starts: readonly (readonly [Values, string])[] = [
    [right, ""],
    ...(wrong.length === 0 ? [] : [[{ ...given, ...yours }, `, from ${wrong.join(" and ")}`] as const]),
  ];
  const slipsOf = (texts: readonly Slipped[]): NumberSlip[] =>
    starts.flatMap(([values, from]) =>
      texts.map(([text, when]) => ({ gives: computedBy(text, values), when: read(when) + from })),
    );
  const taking = (takens: readonly [Values, string][]): NumberSlip[] =>
    starts.flatMap(([values, from]) =>
      takens
        .filter(([taken]) => agrees(taken, asked, numbers) && isSeen(taken, asked, numbers))
        .map(([taken, when]) => ({
          gives: computedBy(by, { ...values, ...taken }),
          when: read(when) + from,
        })),
    );
  const inBefore = Object.entries(before).flatMap(([one, field]) =>
    likelySlips(field.by ?? "")
      .map(([text, when]) => [computedBy(text, right), when] as const)
      .filter(([value]) => isNear(yours[one]!, field) || isGiven(yours[one]!, value, field, true))
      .map(([value, when]) => ({
        gives: computedBy(by, { ...right, [one]: value }),
        when: `in ${field.label} ${when}`,
      })),
  );
  const likely = slipsOf(likelySlips(by));
  // A minus that is lost turns the sign of its term: that is told already.
  const isNews = ({ gives, when }: NumberSlip): boolean =>
    !when.startsWith("the minus of") || !likely.some((one) => one.gives === gives);
  const misreadings = misread(by, given, right);
  return {
    likely: [...likely, ...taking(misreadings.likely).filter(isNews)],
    rare: [...slipsOf(rareSlips(by)), ...taking(misreadings.rare), ...inBefore],
    far: slipsOf([...slippedEnds(by), ...numbersTaken(by, prompt)]),
  };
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

/** A number whose last digit is worth less than this share of it was computed and not estimated. */
const COMPUTED = 0.001;

/** How far off numbers are, as a share of them, that are the same and were computed otherwise. */
const EQUAL = 1e-9;

/**
 * Whether a number is what a slip gives, as well as it is rounded or broken off, and that is not right.
 * @param isAbout may what the slip gives be rounded itself?
 */
export function isGiven(
  got: number,
  gives: number,
  { answer, within }: AskedNumber,
  isAbout = false,
): boolean {
  const [off, size] = [Math.abs(got - gives), Math.abs(gives)];
  const last = lastDigit(got);
  // Nobody rounds what has few digits.
  const isLong = Math.abs(Number(gives.toPrecision(4)) - gives) > EQUAL * size;
  const isRounded = isLong && last / 2 <= NEAR * size && off <= last / 2;
  const isBrokenOff = isLong && last <= NEAR * size && Math.abs(got) < size && off < (1 - EQUAL) * last;
  const isComputed = last < COMPUTED * Math.abs(got);
  const asWritten = isLong || isAbout ? (isComputed ? last : Infinity) : (1 + EQUAL) * (last / 2);
  const allowed = Math.min(within, NEAR * size, asWritten);
  const isAlike = off <= Math.max(EQUAL * size, allowed);
  const isNearer = off < Math.abs(got - answer);
  return (isAlike || isRounded || isBrokenOff) && isNearer && Math.abs(gives - answer) > within;
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
      {
        gives: answer * factor,
        when: `a power of ten is lost: it is ${factor} times too large${factor === 100 ? ", as in per cent" : ""}`,
      },
      { gives: answer / factor, when: `a power of ten is lost: it is ${factor} times too small` },
    ]),
    ...(!isCount && !isEstimate && by !== undefined && isFraction(by)
      ? [{ gives: 1 / answer, when: "the fraction is turned over" }]
      : []),
  ];
}

/** What is right, with fewer digits than are asked for. */
const roundedSlips = (got: number, { answer }: AskedNumber, ...digits: readonly number[]): NumberSlip[] =>
  digits
    .filter((count) => Number(answer.toPrecision(count)) === got)
    .map(() => ({ gives: got, when: "what is right is rounded too far" }));
