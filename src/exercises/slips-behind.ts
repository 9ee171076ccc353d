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
import { likelySlips, oddSlips, rareSlips, slippedEnds, slippedWhole } from "./slipped-formulas.ts";
import { slipsInRun } from "./slips-in-run.ts";

/** Slips behind a wrong number. */
export interface SlipsBehind {
  /** Those that give it as exactly as any, in the likeliest way. */
  readonly likeliest: readonly string[];
  /** All, the likeliest way of slips first. */
  readonly ways: readonly (readonly string[])[];
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
  const hasOwn = (other: string): boolean => isNear(numbers[other]!, fields[other]!);
  const asOthers = (some: string[]): NumberSlip[] =>
    some.map((other) => ({
      gives: fields[other]!.answer,
      when: `it is taken for "${fields[other]!.label}"`,
    }));
  // The same words in another number that is asked for say what that would be.
  const isSpokenAgainst = (when: string, by: readonly string[]): boolean =>
    by.some((other) => {
      const alike = fields[other]!.slips?.filter((slip) => slip.when === when) ?? [];
      const isMet = alike.some(({ gives }) => isGiven(numbers[other]!, gives, fields[other]!, true));
      return alike.length > 0 && !isMet;
    });
  const begun = names.filter((other) => !follows.includes(other));
  const wrong = begun.filter((other) => !hasOwn(other));
  const hasMine = wrong.filter((other) => isNear(numbers[other]!, field));
  const declared = (field.slips ?? []).filter(({ when }) => !isSpokenAgainst(when, wrong));
  const taken = slips
    .filter(({ taken }) => agrees(taken, asked, numbers) && isSeen(taken, asked, numbers))
    .map(({ taken, when }) => ({ gives: computedWith(asked, taken)[name]!, when }));
  const { likely, rare, odd, far } = onTheWay(name, asked, numbers);
  const exact = { ...field, answer: exactly(name, asked) };
  const about = [
    asOthers(hasMine),
    [...taken, ...declared.filter(({ when }) => !isSpokenAgainst(when, begun))],
    [...declared, turned(exact), turned(field), ...asOthers(names.filter(hasOwn)), ...likely],
    [...usualSlips(exact), ...usualSlips(field)],
  ].map((way, i) => way.filter(({ gives }) => isGiven(got, gives, field, i < 2)));
  const close = [
    [...rare, ...roundedSlips(got, exact, 2, 3)],
    odd,
    [...far, ...roundedSlips(got, exact, 1)],
  ].map((way) => way.filter(({ gives }) => isGiven(got, gives, field, false, CLOSE)));
  const ways = [...about, ...close];
  return {
    likeliest: nearest(got, ways),
    ways: ways.map((way) => [...new Set(way.map(({ when }) => when))]),
  };
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

/** Slips on the way from the numbers before it, as they were given, and in those. */
function onTheWay(name: string, asked: AskedNumbers, numbers: Values): OnTheWay {
  const { fields, given = {}, run } = asked;
  const { by, read: readFrom } = fields[name]!;
  const { prompt = "" } = isTelling(numbers[name]!) ? asked : {};
  if (readFrom && run) return slipsInRun(readFrom, run, { ...asked, prompt }, numbers);
  if (by === undefined) return { likely: [], rare: [], odd: [], far: [] };
  const before = Object.fromEntries(Object.entries(fields).slice(0, Object.keys(fields).indexOf(name)));
  const right = { ...given, ...answersIn(before) };
  const read = (when: string): string => when.replace(NAME, (one) => before[one]?.label ?? one);
  const wrong = wrongBefore(by, fields, numbers);
  const yours = Object.fromEntries(Object.keys(before).map((one) => [one, numbers[one]!]));
  const [values, from] =
    wrong.length === 0 ? [right, ""] : [{ ...given, ...yours }, `, from ${wrong.join(" and ")}`];
  const slipsOf = (texts: readonly Slipped[]): NumberSlip[] =>
    texts.map(([text, when]) => ({ gives: computedBy(text, values), when: read(when) + from }));
  const taking = (takens: readonly [Values, string][]): NumberSlip[] =>
    takens
      .filter(([taken]) => agrees(taken, asked, numbers) && isSeen(taken, asked, numbers))
      .map(([taken, when]) => ({ gives: computedBy(by, { ...values, ...taken }), when: read(when) + from }));
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
    rare: [...slipsOf(rareSlips(by)), ...taking(misreadings.rare)],
    odd: [...slipsOf([...oddSlips(by), ...slippedWhole(by)]), ...inBefore],
    far: slipsOf([...slippedEnds(by), ...numbersTaken(by, prompt, given)]),
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

/** How far off a number may be, as a share of it, where it is rounded or nothing is to be computed. */
const NEAR = 0.02;

/** Half of one in the second digit, as a share. */
const TWO_DIGITS = 0.05;

/** How far off it may be where roots and powers on the way were rounded; and where the slip is not likely. */
const ALIKE = 0.008;
const CLOSE = 0.002;

/** A number whose last digit is worth less than this share of it was computed and not estimated. */
const COMPUTED = 0.001;

/** How far off numbers are, as a share of them, that are the same and were computed otherwise. */
const EQUAL = 1e-9;

/**
 * Whether a number is what a slip gives, as well as it is rounded or broken off, and that is not right.
 * @param isAbout may what the slip gives be rounded itself?
 * @param near how far off it may be, as a share
 */
export function isGiven(
  got: number,
  gives: number,
  { answer, within }: AskedNumber,
  isAbout = false,
  near = ALIKE,
): boolean {
  const [off, size] = [Math.abs(got - gives), Math.abs(gives)];
  const last = lastDigit(got);
  // Nobody rounds what has few digits.
  const isLong = Math.abs(Number(gives.toPrecision(4)) - gives) > EQUAL * size;
  const half = (Math.abs(got) > size ? 1 + EQUAL : 1 - EQUAL) * (last / 2);
  const isRounded = (isLong || isAbout) && last / 2 <= (isAbout ? TWO_DIGITS : NEAR) * size && off <= half;
  const isBrokenOff = isLong && last <= (NEAR / 2) * size && Math.abs(got) < size && off < (1 - EQUAL) * last;
  const isComputed = last < COMPUTED * Math.abs(got) && !isEstimate({ answer, within });
  const isExact = near < ALIKE || !(isLong || isAbout);
  const asWritten = isExact ? half : isComputed ? last : Infinity;
  const asAsked = isEstimate({ answer, within }) ? Infinity : within;
  const allowed = Math.min(asAsked, near * size, asWritten);
  const isAlike = off <= Math.max(EQUAL * size, allowed);
  const isNearer = off < Math.abs(got - answer);
  return (isAlike || isRounded || isBrokenOff) && isNearer && Math.abs(gives - answer) > within;
}

/** Whether a number is not met by chance: 0.96 and 120, and not 0.9 or 12. */
const isTelling = (got: number): boolean =>
  Number(got.toPrecision(1)) !== got && !(Number.isInteger(got) && Math.abs(got) < 100);

/** What one in the last digit of a number is worth: 0.01 for 0.67. */
function lastDigit(value: number): number {
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  return 10 ** (Number(exponent) - (digits.split(".")[1]?.length ?? 0));
}

const turned = ({ answer }: AskedNumber): NumberSlip => ({
  gives: -answer,
  when: "the sign is turned round",
});

/** Whether it is asked for roughly. */
const isEstimate = ({ answer, within }: Pick<AskedNumber, "answer" | "within">): boolean =>
  within > 2 * NEAR * Math.abs(answer);

/** What is counted is asked for by such words: a place after a step is not. */
const COUNTED = /^(?:more |first )?steps?\b|\bhow many\b|\bnumber of\b/i;

/** Slips by which any number may come out wrong, the likeliest first. */
function usualSlips(field: AskedNumber): NumberSlip[] {
  const { label, answer, within, by } = field;
  const isCount = within === 0 && Number.isInteger(answer) && COUNTED.test(label);
  return [
    ...(isCount
      ? [
          { gives: answer + 1, when: "one too many is counted" },
          { gives: answer - 1, when: "one too few is counted" },
        ]
      : []),
    ...(!isCount && !isEstimate(field) && by !== undefined && isFraction(by)
      ? [{ gives: 1 / answer, when: "the fraction is turned over" }]
      : []),
    ...[10, 100, 1000].flatMap((factor) => [
      {
        gives: answer * factor,
        when: `a power of ten is lost: it is ${factor} times too large${factor === 100 ? ", as in per cent" : ""}`,
      },
      { gives: answer / factor, when: `a power of ten is lost: it is ${factor} times too small` },
    ]),
  ];
}

/** What is right, with fewer digits than are asked for. */
const roundedSlips = (got: number, { answer }: AskedNumber, ...digits: readonly number[]): NumberSlip[] =>
  digits
    .filter(
      (count) => Number(answer.toPrecision(count)) === got && !(count === 1 && Number.isInteger(answer)),
    )
    .map(() => ({ gives: got, when: "what is right is rounded too far" }));
