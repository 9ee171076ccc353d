import type { PlainBlock } from "../../exercises/blocks.ts";
import { type Feedback, LOOKS } from "../../exercises/feedback.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { cardSection, element } from "./dom.ts";
import { Help } from "./help.ts";
import { Keeper } from "./keeper.ts";
import type { ReadFeedback } from "./read.ts";

/** What was found about an answer that stands in a cell, with the help that every card offers. */
export class FeedbackCard {
  readonly #node: HTMLElement;
  readonly #keeper: Keeper;
  readonly #shown: { remove(): void };

  constructor(node: HTMLElement, card: ReadFeedback, reveal: Reveal) {
    const { id, title, outcome } = card;
    this.#node = node;
    this.#keeper = new Keeper(node, id);
    const help: Help = new Help(card, this.#keeper, reveal, {
      startOver: () =>
        help.say("Started over. Your answer in the cell stays; run it to have it checked anew."),
    });
    const { panel, shown } = answerPanel(card, card.blocks, reveal);
    this.#shown = shown;
    node.replaceChildren(cardSection(title, element("h4", {}, title), panel, help.said, help.row));
    if (outcome === "right" || outcome === "done") help.allowSolution();
    this.#keeper.watch((standing) => help.restore(standing));
  }

  remove(): void {
    this.#keeper.stop();
    this.#shown.remove();
    this.#node.replaceChildren();
  }
}

/** An outcome in its colour, its sentence, and what is to be said about it. */
export function answerPanel(
  { outcome, headline }: Pick<Feedback, "outcome" | "headline">,
  blocks: readonly PlainBlock[],
  reveal: Reveal,
): { panel: HTMLElement; shown: { remove(): void } } {
  const { sign, colour } = LOOKS[outcome];
  const mark = element("span", { "aria-hidden": "true" }, `${sign} `);
  const panel = element("div", { class: "fall-line-answer" });
  panel.append(element("p", {}, mark, element("strong", {}, headline)));
  panel.style.borderColor = colour;
  mark.style.color = colour;
  return { panel, shown: showBlocks(panel, blocks, reveal) };
}
