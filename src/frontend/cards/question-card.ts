import { defined } from "../../defined.ts";
import type { Block, PlainBlock } from "../../exercises/blocks.ts";
import { Feedback } from "../../exercises/feedback.ts";
import { assessmentOf, isAnswered } from "../../exercises/guess.ts";
import { attemptEvent } from "../../exercises/attempt-event.ts";
import type { Status } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { cardSection, element } from "./dom.ts";
import { answerPanel } from "./feedback-card.ts";
import { awaitEvidence, cellToRun } from "./evidence.ts";
import { Help } from "./help.ts";
import { Keeper } from "./keeper.ts";
import { notebookOrPage } from "./kernel.ts";
import { setOpen } from "./open-questions.ts";
import type { Answers, Given, Question } from "./kinds/kind.ts";
import type { ReadQuestion } from "./read.ts";
import { cardIsDrawn } from "./stored-questions.ts";

/** A question that is answered on its card, and what the card hides until then: its evidence, its explanation. */
export class QuestionCard {
  /** Where the card stands, when it has been drawn. */
  readonly #place: HTMLElement;
  readonly #keeper: Keeper;
  readonly #help: Help;
  readonly #answer = element("div", { role: "status", "aria-live": "polite" });
  readonly #evidence = element("div", { class: "fall-line-evidence", tabindex: "-1" });
  readonly #answers: Answers = {
    take: (answer) => this.#take(answer),
    complain: (sentence) => this.#answer.replaceChildren(element("p", {}, sentence)),
  };
  #question: Question;
  #opened: { remove(): void } | undefined;

  constructor(
    private readonly node: HTMLElement,
    private readonly card: ReadQuestion,
    private readonly reveal: Reveal,
  ) {
    this.#place = notebookOrPage(node);
    const { id, kind, exercise, solution, recalls } = card;
    this.#keeper = new Keeper(node, id, defined({ recalls }));
    this.#help = new Help({ hints: exercise.hints, solution }, this.#keeper, reveal, {
      startOver: () => this.#startOver(),
      ...(kind.isGuess && { showAnyway: () => this.#showAnyway() }),
      ...(kind.invitation !== undefined && { invitation: kind.invitation }),
    });
    this.#question = kind.ask(exercise, this.#answers);
    const { title, prompt } = exercise;
    node.replaceChildren(
      cardSection(
        title,
        element("p", { class: "fall-line-prompt" }, prompt),
        ...(kind.saysBelow === true
          ? [this.#question.node, this.#answer]
          : [this.#answer, this.#question.node]),
        this.#help.said,
        this.#evidence,
        this.#help.row,
      ),
    );
    cardIsDrawn(this.#place, id);
    this.#keep(true);
    this.#keeper.watch((status) => this.#restore(status));
  }

  remove(): void {
    this.#keeper.stop();
    this.#opened?.remove();
    this.#help.clear();
    this.#question.stop?.();
    this.#keep(false);
    this.node.replaceChildren();
  }

  #take(answer: Given): void {
    const feedback = this.#feedbackOn(answer);
    // Before it is shown: where that runs the cell, another card takes the place of this one.
    void this.#keeper.record(attemptEvent(feedback));
    const panel = this.#showAnswer(answer, feedback, true);
    // What was pressed may be out of use now: the keyboard goes on from the answer.
    if (isAnswered(feedback)) panel.focus();
  }

  #feedbackOn(answer: unknown): Feedback {
    const { id, kind, exercise } = this.card;
    return new Feedback({ id, ...assessmentOf(kind.about, exercise, answer) });
  }

  #showAnswer(answer: unknown, feedback: Feedback, isNew: boolean): HTMLElement {
    const { kind } = this.card;
    const { panel } = answerPanel(feedback, besides(kind, feedback.blocks), this.reveal);
    panel.tabIndex = -1;
    this.#answer.replaceChildren(panel);
    const isDone = isAnswered(feedback);
    // A prediction is made once; a choice may be made again until it is right.
    this.#question.show(answer, isDone);
    this.#help.began();
    if (isDone) {
      this.#help.clear();
      this.#help.done();
      this.#open(isNew);
    }
    return panel;
  }

  #showAnyway(): void {
    this.#help.showSolution();
    this.#help.began();
    this.#question.showAnyway?.();
    this.#open(true);
    this.#evidence.focus();
  }

  /** Opens what the card hides; where that comes with the run of its cell, an answer that is given now runs it. */
  #open(isNew: boolean): void {
    const { id, reveal } = this.card;
    const unrun = cellToRun(this.node, id, reveal);
    const outputs = reveal.map((bundle) => ({ kind: "figure", bundle }) as const);
    this.#opened ??=
      unrun === undefined
        ? showBlocks(this.#evidence, outputs, this.reveal)
        : awaitEvidence(this.#evidence, unrun, isNew);
    this.#keep(false);
  }

  /** What the question asks for is kept from being seen elsewhere, as long as it is open. */
  #keep(isOpen: boolean): void {
    if (this.card.hides) setOpen(this.#place, this.card.id, isOpen);
  }

  #startOver(): void {
    this.#answer.replaceChildren();
    this.#opened?.remove();
    this.#opened = undefined;
    this.#keep(true);
    const { kind, exercise } = this.card;
    this.#question.stop?.();
    const fresh = kind.ask(exercise, this.#answers);
    this.#question.node.replaceWith(fresh.node);
    this.#question = fresh;
    fresh.node.querySelector<HTMLElement>("input, button")?.focus();
  }

  /** What was answered before, when the card is drawn anew. */
  #restore(status: Status): void {
    if (this.#answer.childElementCount > 0) return;
    this.#help.restore(status);
    const feedback = this.#feedbackOn(status.picked);
    if (feedback.isAttempt) this.#showAnswer(feedback.picked, feedback, false);
  }
}

/** Reasons that stand in the question stand there alone. */
function besides({ hasReasons }: ReadQuestion["kind"], blocks: readonly Block[]): PlainBlock[] {
  const plain = blocks.filter((block) => block.kind !== "figure");
  return hasReasons ? plain.filter((block) => block.kind === "said") : plain;
}
