import { isDrawnLive, type MimeBundle, RICH } from "../display.ts";
import { SPECIFICATION } from "../mime.ts";
import { type PlainBlock, plainBlocks } from "./blocks.ts";
import { type Exercise, kindOf } from "./exercise.ts";
import type { Feedback, FeedbackMessage } from "./feedback.ts";
import { recorded, type RecordedMistake } from "./mistake.ts";
import type { Outcome } from "./outcome.ts";

/** A feedback as it travels into a page, with what its buttons show. */
export interface FeedbackSpecification {
  readonly format: 1;
  readonly kind: "card-feedback";
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly blocks: readonly PlainBlock[];
  readonly mistakes?: readonly RecordedMistake[];
  /** What says the name of the mistake, at once or when it is asked for. */
  readonly name?: { readonly headline: string; readonly blocks: readonly PlainBlock[] };
  readonly isNamed?: boolean;
  /** An explanation, as it was written, and what to look for in it. */
  readonly yours?: string;
  readonly lookFor?: readonly { readonly name: string; readonly text: string }[];
  readonly hints: readonly string[];
  readonly solution: readonly PlainBlock[];
}

/** A feedback on a card, with buttons for a hint, the solution and a fresh start. */
export class FeedbackCard {
  readonly #feedback: Feedback;
  readonly #exercise: Exercise;

  constructor(feedback: Feedback, exercise: Exercise) {
    this.#feedback = feedback;
    this.#exercise = exercise;
  }

  [RICH](): MimeBundle {
    const { id, outcome, headline, blocks, name, isNamed, lookFor, text } = this.#feedback;
    const { title, hints } = this.#exercise;
    const mistakes = recorded(this.#feedback.mistakes);
    const specification: FeedbackSpecification = {
      format: 1,
      kind: "card-feedback",
      id,
      title,
      outcome,
      headline,
      blocks: plainBlocks(blocks),
      ...(mistakes.length === 0 ? {} : { mistakes }),
      ...(name === undefined ? {} : { name: plainMessage(name), isNamed }),
      ...(lookFor === undefined ? {} : { yours: String(this.#feedback.picked), lookFor: listOf(lookFor) }),
      hints,
      solution: plainBlocks(kindOf(this.#exercise).solution(this.#exercise)),
    };
    return {
      [SPECIFICATION]: specification,
      ...(isDrawnLive() ? {} : { "text/html": this.#feedback.html }),
      "text/plain": text,
    };
  }
}

function plainMessage({
  headline,
  blocks = [],
}: FeedbackMessage): NonNullable<FeedbackSpecification["name"]> {
  return { headline, blocks: plainBlocks(blocks) };
}

function listOf(lookFor: Readonly<Record<string, string>>): FeedbackSpecification["lookFor"] & object {
  return Object.entries(lookFor).map(([name, text]) => ({ name, text }));
}
