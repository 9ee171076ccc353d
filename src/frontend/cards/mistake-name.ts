import { NAME_MY_MISTAKE } from "../../exercises/feedback.ts";
import type { FeedbackSpecification } from "../../exercises/feedback-card.ts";
import { areSame } from "../../exercises/mistake.ts";
import type { Status } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { ACT, button, element } from "./dom.ts";
import type { Keeper } from "./keeper.ts";
import type { ReadFeedback } from "./read.ts";

/** The name of a mistake: a button until it is asked for. */
export class MistakeName {
  readonly node = element("div", { class: "fall-line-name" });
  readonly #mistakes: ReadFeedback["mistakes"];
  #shown: { remove(): void } | undefined;

  constructor(
    { mistakes, isNamed }: ReadFeedback,
    private readonly name: NonNullable<FeedbackSpecification["name"]>,
    keeper: Keeper,
    private readonly reveal: Reveal,
  ) {
    this.#mistakes = mistakes;
    if (isNamed) this.#show();
    else
      this.node.append(
        button(NAME_MY_MISTAKE, ACT, () => {
          this.#show().focus();
          void keeper.record({ event: "name", mistakes });
        }),
      );
  }

  /** What was asked for before is shown again. */
  restore({ named, mistakes }: Status): void {
    if (named && this.#shown === undefined && areSame(mistakes, this.#mistakes)) this.#show();
  }

  remove(): void {
    this.#shown?.remove();
  }

  #show(): HTMLElement {
    const { headline, blocks } = this.name;
    const [, lead, name = headline] = /^(.+? in which) (.+)$/.exec(headline) ?? [];
    const sentence = element(
      "div",
      { class: "fall-line-named", tabindex: "-1" },
      ...(lead === undefined ? [] : [element("span", {}, lead)]),
      element("strong", {}, name),
    );
    const evidence = element("div", { class: "fall-line-evidence" });
    this.node.replaceChildren(sentence, evidence);
    this.#shown = showBlocks(evidence, blocks, this.reveal);
    return sentence;
  }
}
