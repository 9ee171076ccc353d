import { plainBlocks } from "../../exercises/blocks.ts";
import type { Feedback } from "../../exercises/feedback.ts";
import { checkGuess } from "../../exercises/guess.ts";
import { happeningOf } from "../../exercises/happening.ts";
import type { Standing } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { button, cardSection, element } from "./dom.ts";
import { answerPanel } from "./feedback-card.ts";
import { Help } from "./help.ts";
import { Keeper } from "./keeper.ts";
import { type Answers, askQuestion, focusQuestion, type Given, showGiven, showRight } from "./question.ts";
import type { ReadQuestion } from "./read.ts";

/** A question that is answered on its card, and what the card hides until then. */
export class QuestionCard {
  readonly #node: HTMLElement;
  readonly #card: ReadQuestion;
  readonly #reveal: Reveal;
  readonly #keeper: Keeper;
  readonly #help: Help;
  readonly #answer = element("div", { role: "status", "aria-live": "polite" });
  readonly #revealed = element("div", { class: "fall-line-revealed" });
  readonly #answers: Answers = {
    take: (answer) => this.#take(answer),
    complain: (sentence) => this.#answer.replaceChildren(element("p", {}, sentence)),
  };
  readonly #anyway = button("Show me anyway", "fall-line-quiet", () => this.#showAnyway());
  #question: HTMLDivElement;
  #opened: { remove(): void } | undefined;

  constructor(node: HTMLElement, card: ReadQuestion, reveal: Reveal) {
    this.#node = node;
    this.#card = card;
    this.#reveal = reveal;
    const { id, exercise } = card;
    this.#keeper = new Keeper(node, id);
    this.#help = new Help({ hints: exercise.hints, solution: card.solution }, this.#keeper, reveal, {
      startOver: () => this.#startOver(),
      more: exercise.kind === "choose" ? [] : [this.#anyway],
    });
    this.#question = askQuestion(exercise, this.#answers);
    const { title, prompt } = exercise;
    node.replaceChildren(
      cardSection(
        title,
        element("h4", {}, title),
        element("p", {}, prompt),
        this.#question,
        this.#answer,
        this.#help.said,
        this.#help.row,
        this.#revealed,
      ),
    );
    this.#keeper.watch((standing) => this.#restore(standing));
  }

  remove(): void {
    this.#keeper.stop();
    this.#opened?.remove();
    this.#node.replaceChildren();
  }

  #take(answer: Given): void {
    const { id, exercise } = this.#card;
    const feedback = checkGuess(id, exercise, answer);
    const panel = this.#showAnswer(answer, feedback);
    // What was pressed may be out of use now: the keyboard goes on from the answer.
    if (isDone(feedback)) panel.focus();
    void this.#keeper.record(happeningOf(feedback));
  }

  #showAnswer(answer: unknown, feedback: Feedback): HTMLElement {
    const { panel } = answerPanel(feedback, plainBlocks(feedback.blocks), this.#reveal);
    panel.tabIndex = -1;
    this.#answer.replaceChildren(panel);
    const done = isDone(feedback);
    // A prediction is made once; a choice may be made again until it is right.
    showGiven(this.#question, answer, done);
    if (done) showRight(this.#question, this.#card.exercise);
    this.#anyway.hidden = done;
    this.#help.began();
    if (done) {
      this.#help.allowSolution();
      this.#open();
    }
    return panel;
  }

  #showAnyway(): void {
    this.#help.showSolution();
    this.#open();
  }

  /** Opens what the card hides. */
  #open(): void {
    const outputs = this.#card.reveal.map((bundle) => ({ kind: "figure", bundle }) as const);
    this.#opened ??= showBlocks(this.#revealed, outputs, this.#reveal);
  }

  #startOver(): void {
    this.#anyway.hidden = false;
    this.#answer.replaceChildren();
    this.#opened?.remove();
    this.#opened = undefined;
    const fresh = askQuestion(this.#card.exercise, this.#answers);
    this.#question.replaceWith(fresh);
    this.#question = fresh;
    focusQuestion(fresh);
  }

  /** What was answered before, when the card is drawn anew. */
  #restore(standing: Standing): void {
    if (this.#answer.childElementCount > 0) return;
    this.#help.restore(standing);
    const feedback = checkGuess(this.#card.id, this.#card.exercise, standing.picked);
    if (feedback.isAttempt) this.#showAnswer(feedback.picked, feedback);
  }
}

/** A guess is made once; a choice is done when it is right. */
function isDone({ outcome }: Feedback): boolean {
  return outcome === "otherwise" || outcome === "right";
}
