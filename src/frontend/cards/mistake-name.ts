import { NAME_MY_MISTAKE } from "../../exercises/feedback.ts";
import type { FeedbackSpecification } from "../../exercises/feedback-card.ts";
import type { Standing } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { button, element } from "./dom.ts";
import type { Keeper } from "./keeper.ts";
import type { ReadFeedback } from "./read.ts";

/** The name of a mistake: a button until it is asked for. */
export class MistakeName {
  readonly node = element("div", { class: "fall-line-name" });
  readonly #name: NonNullable<FeedbackSpecification["name"]>;
  readonly #mistakes: readonly string[];
  readonly #reveal: Reveal;
  #shown: { remove(): void } | undefined;

  constructor(
    { mistakes, isNamed }: ReadFeedback,
    name: NonNullable<FeedbackSpecification["name"]>,
    keeper: Keeper,
    reveal: Reveal,
  ) {
    this.#name = name;
    this.#mistakes = mistakes;
    this.#reveal = reveal;
    if (isNamed) this.#show();
    else
      this.node.append(
        button(NAME_MY_MISTAKE, "", () => {
          this.#show().focus();
          void keeper.record({ event: "name", mistakes });
        }),
      );
  }

  /** What was asked for before is shown again. */
  restore({ named, mistakes }: Standing): void {
    if (named && this.#shown === undefined && String(mistakes) === String(this.#mistakes)) this.#show();
  }

  remove(): void {
    this.#shown?.remove();
  }

  #show(): HTMLElement {
    const { headline, blocks } = this.#name;
    const sentence = element("p", { tabindex: "-1" }, element("strong", {}, headline));
    this.node.replaceChildren(sentence);
    this.#shown = showBlocks(this.node, blocks, this.#reveal);
    return sentence;
  }
}
