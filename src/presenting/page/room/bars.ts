/** What was answered, as bars. */
import type { Tally } from "../../../room/protocol.ts";

/** What one vote gives to a row. */
export interface Bar {
  readonly count: number;
  /** Of the longest bar of both votes. */
  readonly length: number;
  /** Of those who answered in this vote: "61 %". */
  readonly percent: string;
}

export interface Row {
  readonly text: string;
  readonly isRight: boolean;
  /** One for each vote that there was. */
  readonly bars: readonly Bar[];
}

/** Something that is counted. */
interface Counted {
  readonly text: string;
  readonly isRight: boolean;
  readonly count: (vote: Tally) => number;
}

/**
 * Rows for what was counted, in its order.
 * @param votes the first, and the second where there was one
 * @param answered how many answered in a vote, which are all of its percents
 */
export function rowsOf(
  counted: readonly Counted[],
  votes: readonly Tally[],
  answered: (vote: Tally) => number,
): Row[] {
  const counts = counted.map(({ count }) => votes.map(count));
  const most = Math.max(1, ...counts.flat());
  return counted.map(({ text, isRight }, row) => ({
    text,
    isRight,
    bars: votes.map((vote, k) => {
      const count = counts[row]![k]!;
      return { count, length: count / most, percent: percentOf(count, answered(vote)) };
    }),
  }));
}

function percentOf(count: number, all: number): string {
  return all === 0 ? "" : `${Math.round((100 * count) / all)} %`;
}

/** How many stand behind an option: answers, and hands that were counted besides. */
export function countOf(name: string, { options = {}, hands = {} }: Tally): number {
  return (options[name] ?? 0) + (hands[name] ?? 0);
}

/** How many answers and hands there are in all. */
export function answersIn({ answered, hands = {} }: Tally): number {
  return answered + Object.values(hands).reduce((sum, count) => sum + count, 0);
}
