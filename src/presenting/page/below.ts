/** What a slide has below its edge, in larger type or in long code: a sign at the foot says so. */
import { press } from "../../rendering/running/elements.ts";
import type { RevealApi } from "reveal.js";

/** Going on shows the next part of a slide, and keeps so much of what was in sight. */
const KEPT = 48;

export class Below {
  readonly #sign = press("more below ↓", () => this.scroll(), { class: "below" });

  constructor(private readonly deck: RevealApi) {
    document.querySelector(".foot .place")!.before(this.#sign);
    deck.getSlidesElement()!.addEventListener("scroll", () => this.follow(), { capture: true });
    this.follow();
  }

  /** Shows or hides the sign. */
  follow(): void {
    this.#sign.hidden = this.#left <= 1;
  }

  /** Brings up more of what larger type has pushed below the edge; false when all of it has been seen. */
  goOn(): boolean {
    return document.documentElement.classList.contains("enlarged") && !this.#isCoded && this.scroll();
  }

  /** Brings up what is below the edge; false when there is nothing. */
  scroll(): boolean {
    if (this.#left <= 1) return false;
    const pane = this.#pane!;
    pane.scrollBy(0, pane.clientHeight - KEPT);
    return true;
  }

  get #isCoded(): boolean {
    return this.deck.getCurrentSlide().classList.contains("coded");
  }

  get #pane(): Element | null {
    return this.deck.getCurrentSlide().querySelector(`:scope > ${this.#isCoded ? ".code-layer" : ".body"}`);
  }

  /** Pixels of the slide below what is in sight. */
  get #left(): number {
    const pane = this.#pane;
    return pane === null ? 0 : pane.scrollHeight - pane.clientHeight - pane.scrollTop;
  }
}
