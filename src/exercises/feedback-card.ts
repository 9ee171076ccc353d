import { type MimeBundle, RICH } from "../display.ts";
import { SPECIFICATION } from "../mime.ts";
import { type PlainBlock, plainBlocks } from "./blocks.ts";
import type { Exercise } from "./exercise.ts";
import type { Feedback, Outcome } from "./feedback.ts";
import { solutionBlocks } from "./solution.ts";

/** A feedback as it travels into a page, with what its buttons show. */
export interface FeedbackSpecification {
  readonly format: 1;
  readonly kind: "card-feedback";
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly blocks: readonly PlainBlock[];
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
    const { id, outcome, headline, blocks, html, text } = this.#feedback;
    const { title, hints } = this.#exercise;
    const specification: FeedbackSpecification = {
      format: 1,
      kind: "card-feedback",
      id,
      title,
      outcome,
      headline,
      blocks: plainBlocks(blocks),
      hints,
      solution: plainBlocks(solutionBlocks(this.#exercise)),
    };
    return { [SPECIFICATION]: specification, "text/html": html, "text/plain": text };
  }
}
