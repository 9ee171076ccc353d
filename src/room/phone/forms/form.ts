/** What a phone answers with: one form for each kind of question. */
import type { Answer, Asked, Round } from "../../protocol.ts";

type Kind = Asked["kind"];
export type AskedOf<K extends Kind> = Extract<Asked, { kind: K }>;
export type AnswerOf<K extends Kind> = Extract<Answer, { kind: K }>;

/** How far a question has come for this seat. */
export interface Standing<K extends Kind = Kind> {
  readonly vote: Round;
  readonly isOpen: boolean;
  readonly yours: AnswerOf<K> | undefined;
  /** What the seat said in the first vote, in the second. */
  readonly first: AnswerOf<K> | undefined;
  /** Right answers, once they are shown. */
  readonly right: readonly AnswerOf<K>[];
  readonly isRevealed: boolean;
}

/** A form stays the same element for both votes and the answer: nothing in it moves. */
export interface Form<K extends Kind = Kind> {
  readonly node: HTMLElement;
  readonly show: (standing: Standing<K>) => void;
  /** What can be done while the vote is open, before an answer was sent and after. */
  readonly hints: readonly [before: string, after: string];
}

/** Makes a form. @param give takes an answer */
export type MakeForm<K extends Kind> = (asked: AskedOf<K>, give: (answer: AnswerOf<K>) => void) => Form<K>;

/** What an answer is called beside it: whose it is, in the second vote of which vote, and whether it is right. */
export function tagOf<K extends Kind>(
  is: (answer: AnswerOf<K>) => boolean,
  { vote, yours, first, right }: Standing<K>,
): string {
  const isFirst = first !== undefined && is(first);
  const isSecond = vote === 2 && yours !== undefined && is(yours);
  const own = [...(isFirst ? ["first"] : []), ...(isSecond ? ["second"] : [])].join(" and ");
  return [
    ...(own === "" ? [] : [`your ${own}`]),
    ...(vote === 1 && yours !== undefined && is(yours) ? ["your vote"] : []),
    ...(right.some(is) ? ["right ✓"] : []),
  ].join(", ");
}
