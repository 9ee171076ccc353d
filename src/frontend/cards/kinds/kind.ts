/** What a page has of a kind of exercise that is answered on a card. */
import type { CardExercise } from "../../../exercises/exercise.ts";
import type { Assessment } from "../../../exercises/feedback.ts";
import type { Asked } from "../../../exercises/kind.ts";
import type { StoredCard } from "../checked.ts";
import type { Rolled } from "../roll.ts";

/** What is given as an answer: the name of an option, numbers by their names, or names in an order. */
export type Given = string | Readonly<Record<string, number>> | readonly string[];

/** Where answers go. */
export interface Answers {
  take(answer: Given): void;
  /** Say what is missing before there is an answer. */
  complain(sentence: string): void;
}

/** A question as it stands on a card. */
export interface Question {
  readonly node: HTMLDivElement;
  /** Shows in it what was answered. @param isDone whether nothing is left to answer */
  readonly show: (answer: unknown, isDone: boolean) => void;
  /** Shows what happens to whoever asks for it without an answer, where the question itself can. */
  readonly showAnyway?: () => void;
  /** Ends what it does, before it is taken away. */
  readonly stop?: () => void;
}

export interface KindOnPage<E extends Asked = CardExercise> {
  /** Whether a stored card is one of this kind. */
  readonly is: (card: StoredCard) => boolean;
  /** What a card of this kind holds beside what all do, checked. */
  readonly read: (card: StoredCard) => Omit<E, keyof Asked>;
  /** What is said about an answer. */
  readonly about: (exercise: E, answer: unknown) => Assessment;
  /** The part of a card in which one answers. */
  readonly ask: (exercise: E, answers: Answers) => Question;
  /** Its picture by itself, in which a room makes a guess. */
  readonly picture?: (exercise: E) => Rolled;
  /** Whether what is said stands below the question, which stays where it is. */
  readonly saysBelow?: boolean;
  /** Whether it is made once, before it is seen what happens: that is shown anyway to whoever asks. */
  readonly isGuess: boolean;
  /** Said beside its help until there is an answer. */
  readonly invitation?: string;
  /** Whether reasons stand in the question itself, and not a second time below it. */
  readonly hasReasons: boolean;
}
