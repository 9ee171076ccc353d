/** What a class answered in rooms: each vote in lines with a count. */
import { counted } from "../../counted.ts";
import { numberText } from "../../math/numerals.ts";
import type { Kept } from "../../room/kept.ts";

export interface VoteSummary {
  readonly question: string;
  readonly lesson: string;
  readonly title: string;
  readonly vote: 1 | 2;
  readonly answered: number;
  readonly lines: readonly VoteLine[];
  /** Numbers, in words. */
  readonly facts: readonly string[];
}

export interface VoteLine {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly isRight: boolean;
}

type Vote = Kept["votes"][number];

/** The votes of a room in the order in which they were opened. */
export function votesIn({ votes, asked }: Kept): VoteSummary[] {
  return votes.map((tally) => {
    const { question, vote, answered } = tally;
    const { lesson, title, options, right } = asked[question] ?? UNKNOWN(question);
    const chosen = options.map(({ name, text }) => ({
      id: name,
      words: text,
      count: (tally.options?.[name] ?? 0) + (tally.hands?.[name] ?? 0),
      isRight: right.includes(name),
    }));
    const lines = [...chosen, ...linesOf(tally)];
    return { question, lesson, title, vote, answered, lines, facts: factsOf(tally) };
  });
}

const UNKNOWN = (question: string): Kept["asked"][string] => ({
  lesson: question.split("/")[0]!,
  title: question,
  options: [],
  right: [],
});

function linesOf({ orders = [], code }: Vote): VoteLine[] {
  return [
    ...orders.map(({ lines, count, right }) => {
      const id = lines.join(", ");
      return { id, words: id, count, isRight: right };
    }),
    ...(code?.mistakes ?? []).map(({ id, count, what }) => ({
      id,
      words: what ?? id,
      count,
      isRight: false,
    })),
  ];
}

function factsOf({ answered, numbers = [], points = [], code }: Vote): string[] {
  return [
    `${answered} answered`,
    ...[numbers, points].flatMap(spreads),
    ...(code === undefined ? [] : [`${counted(code.right, "right answer")} in code, of ${code.answered}`]),
  ];
}

/** The middle and the ends of each number that was asked for. */
function spreads(all: readonly Readonly<Record<string, number>>[]): string[] {
  return Object.keys(all[0] ?? {}).map((name) => {
    const values = all.map((one) => one[name]!).sort((a, b) => a - b);
    const [least, middle, most] = [0, (values.length - 1) >> 1, values.length - 1].map((i) =>
      numberText(values[i]!),
    );
    return `${name} from ${least} to ${most}, half of them up to ${middle}`;
  });
}
