import type { PlainBlock } from "../../exercises/blocks.ts";
import type { Feedback } from "../../exercises/feedback.ts";
import type { Status } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { Comparison } from "./comparison.ts";
import { cardSection, element, tick } from "./dom.ts";
import { Help } from "./help.ts";
import { Keeper } from "./keeper.ts";
import { MistakeName } from "./mistake-name.ts";
import type { ReadFeedback } from "./read.ts";

/** What was found about an answer that stands in a cell, with the help that every card offers. */
export class FeedbackCard {
  readonly #node: HTMLElement;
  readonly #keeper: Keeper;
  readonly #help: Help;
  readonly #shown: { remove(): void };
  readonly #name: MistakeName | undefined;
  readonly #comparison: Comparison | undefined;

  constructor(node: HTMLElement, card: ReadFeedback, reveal: Reveal) {
    const { id, title, outcome, blocks, yours } = card;
    this.#node = node;
    this.#keeper = new Keeper(node, id);
    this.#help = new Help(card, this.#keeper, reveal, {
      startOver: () =>
        this.#help.say("Started over. Your answer in the cell stays; run it to have it checked anew."),
    });
    const { panel, shown } = answerPanel(card, yours === undefined ? blocks : [], reveal);
    this.#shown = shown;
    this.#name = card.name === undefined ? undefined : new MistakeName(card, card.name, this.#keeper, reveal);
    this.#comparison = yours === undefined ? undefined : new Comparison(yours, card, this.#keeper, reveal);
    if (this.#name !== undefined) panel.append(this.#name.node);
    if (this.#comparison !== undefined) panel.append(this.#comparison.node);
    node.replaceChildren(cardSection(title, panel, this.#help.said, this.#help.row));
    if (outcome !== "note" && outcome !== "not written") this.#help.began();
    if (outcome === "right" || outcome === "kept") this.#help.allowSolution();
    this.#keeper.watch((status) => this.#restore(status));
  }

  remove(): void {
    this.#keeper.stop();
    this.#shown.remove();
    this.#name?.remove();
    this.#comparison?.remove();
    this.#help.clear();
    this.#node.replaceChildren();
  }

  #restore(status: Status): void {
    this.#help.restore(status);
    this.#name?.restore(status);
    this.#comparison?.restore(status);
  }
}

/** An outcome in its colour, its sentence, and what is to be said about it. */
export function answerPanel(
  { outcome, headline }: Pick<Feedback, "outcome" | "headline">,
  blocks: readonly PlainBlock[],
  reveal: Reveal,
): { panel: HTMLElement; shown: { remove(): void } } {
  const panel = element("div", { class: "fall-line-answer", "data-outcome": outcome });
  const signs = outcome === "right" ? [tick("fall-line-tick")] : [];
  // What was said beside what is says it all.
  if (blocks[0]?.kind !== "said" || outcome === "right")
    panel.append(element("p", { class: "fall-line-headline" }, ...signs, element("span", {}, headline)));
  return { panel, shown: showBlocks(panel, blocks, reveal) };
}
