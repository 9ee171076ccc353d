import type { Status } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { element } from "./dom.ts";
import type { Keeper } from "./keeper.ts";
import type { ReadFeedback } from "./read.ts";

/** An explanation beside a good one, with what to look for: whoever wrote it says which of that it had. */
export class Comparison {
  readonly node: HTMLElement;
  readonly #boxes: readonly HTMLInputElement[];
  readonly #good: { remove(): void };

  constructor(yours: string, { blocks, lookFor }: ReadFeedback, keeper: Keeper, reveal: Reveal) {
    const good = element("div", {}, element("strong", {}, "One good answer"));
    this.#good = showBlocks(good, blocks, reveal);
    const own = element("div", {}, element("strong", {}, "Yours"), element("p", {}, yours));
    this.#boxes = lookFor.map(({ name }) => element("input", { type: "checkbox", name }));
    const labels = lookFor.map(({ text }, i) => element("label", {}, this.#boxes[i]!, text));
    const list = element("fieldset", {}, element("legend", {}, "Which of these are in yours?"), ...labels);
    list.addEventListener("change", () => {
      const picked = this.#boxes.filter(({ checked }) => checked).map(({ name }) => name);
      void keeper.record({ event: "compare", picked });
    });
    this.node = element("div", {}, element("div", { class: "fall-line-beside" }, own, good), list);
  }

  /** What was said before. */
  restore({ found }: Status): void {
    for (const box of this.#boxes) box.checked ||= found.includes(box.name);
  }

  remove(): void {
    this.#good.remove();
  }
}
