/** What slip gives a wrong number: those that an author declares, and those that any number may come by. */
import { numberText } from "../math/numerals.ts";

/** A slip, and the number that it gives. */
export interface NumberSlip {
  readonly gives: number;
  /** A clause that reads on after "comes out when": "the rate is forgotten". */
  readonly when: string;
}

/** A number that is asked for. */
export interface AskedNumber {
  readonly label: string;
  readonly answer: number;
  /** How far off counts as right. */
  readonly within: number;
  /** Numbers that common slips give. */
  readonly slips?: readonly NumberSlip[];
  /** How it is computed from a number that is asked for before it. */
  readonly follows?: Following;
}

/** From another number x: plus + times·x^power, with x itself where no power is given. */
export interface Following {
  /** The name of the other number. */
  readonly from: string;
  readonly times: number;
  readonly plus?: number;
  readonly power?: number;
}

/** What follows from another number. */
export const followingFrom = (x: number, { times, plus = 0, power = 1 }: Following): number =>
  plus + times * x ** power;

/** A number that is computed rightly from a wrong one: a sentence, where it is. @param before the number that it follows from, and what was given for it */
export function followsFromWrong(
  got: number,
  asked: AskedNumber,
  before: AskedNumber,
  given: number,
): string | undefined {
  const slip = { gives: followingFrom(given, asked.follows!), when: "" };
  return isNear(given, before) || !isGiven(got, slip, asked)
    ? undefined
    : `${numberText(got)} follows from your ${before.label} = ${numberText(given)}, which is not right.`;
}

/** Whether a number counts as right. */
export const isNear = (got: number, { answer, within }: AskedNumber): boolean =>
  Math.abs(got - answer) <= within;

/** What a wrong number comes of: a sentence, where a slip gives it. @param others the other numbers that are asked for */
export function slipBehind(
  got: number,
  asked: AskedNumber,
  others: readonly AskedNumber[],
): string | undefined {
  const { slips = [] } = asked;
  const declared = slips.filter((slip) => isGiven(got, slip, asked));
  const usual = usualSlips(asked, others).filter((slip) => isGiven(got, slip, asked));
  const whens = [...new Set((declared.length > 0 ? declared : usual.slice(0, 1)).map(({ when }) => when))];
  return whens.length === 0
    ? undefined
    : `${numberText(got)} comes out when ${whens.slice(0, 2).join(", or when ")}.`;
}

/** How far off a number may be, as a share of it, to come of a slip. */
const NEAR = 0.02;

function isGiven(got: number, { gives }: NumberSlip, { answer, within }: AskedNumber): boolean {
  const allowed = Math.max(1e-9 * Math.abs(gives), Math.min(within, NEAR * Math.abs(gives)));
  return Number.isFinite(gives) && Math.abs(got - gives) <= allowed && Math.abs(gives - answer) > within;
}

/** What is counted is asked for by such a word. */
const COUNTED = /\bsteps?\b|\bhow many\b|\bnumber of\b/i;

/** Slips by which any number may come out wrong, the likeliest first. */
function usualSlips({ label, answer, within }: AskedNumber, others: readonly AskedNumber[]): NumberSlip[] {
  const isCount = within === 0 && Number.isInteger(answer) && COUNTED.test(label);
  const isEstimate = within > 2 * NEAR * Math.abs(answer);
  return [
    { gives: -answer, when: "the sign is turned round" },
    ...others.map(({ answer: gives, label }) => ({ gives, when: `it is taken for "${label}"` })),
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
    ...(isCount || isEstimate
      ? []
      : [
          { gives: 2 * answer, when: "a factor of 2 comes in once too often" },
          { gives: answer / 2, when: "a factor of 2 is lost" },
          { gives: 1 / answer, when: "the fraction is turned over" },
        ]),
  ];
}
