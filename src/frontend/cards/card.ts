import type { Reveal } from "./blocks.ts";
import { FeedbackCard } from "./feedback-card.ts";
import { QuestionCard } from "./question-card.ts";
import { isFeedback, readFeedback, readQuestion } from "./read.ts";
import { addCardStyle } from "./style.ts";

export { isCard } from "./read.ts";

/**
 * Draws an exercise card: a question with fields or buttons, or what was found about an answer; each with a hint, the
 * solution and a fresh start. It needs no kernel; where there is one, it keeps what happens.
 * @throws Error with a readable reason when the specification is none of a card
 */
export function drawCard(node: HTMLElement, data: unknown, reveal: Reveal): { remove(): void } {
  addCardStyle();
  return isFeedback(data)
    ? new FeedbackCard(node, readFeedback(data), reveal)
    : new QuestionCard(node, readQuestion(data), reveal);
}
