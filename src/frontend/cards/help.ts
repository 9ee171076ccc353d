import type { PlainBlock } from "../../exercises/blocks.ts";
import type { Standing } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { button, element } from "./dom.ts";
import type { Keeper } from "./keeper.ts";

const QUIET = "fall-line-quiet";

/** The help that every card offers. */
export interface Helped {
  readonly hints: readonly string[];
  readonly solution: readonly PlainBlock[];
}

/** The buttons under a card: a hint, the solution, a fresh start; and what they say. */
export class Help {
  /** What was asked for, above the buttons. */
  readonly said = element("div", { role: "status", "aria-live": "polite" });
  readonly row: HTMLDivElement;
  readonly #again: HTMLButtonElement;
  readonly #card: Helped;
  readonly #keeper: Keeper;
  readonly #reveal: Reveal;
  #hints = 0;
  #solutionAsked = false;

  /** @param more buttons that come before those of every card */
  constructor(
    card: Helped,
    keeper: Keeper,
    reveal: Reveal,
    { startOver, more = [] }: { readonly startOver: () => void; readonly more?: readonly HTMLElement[] },
  ) {
    this.#card = card;
    this.#keeper = keeper;
    this.#reveal = reveal;
    this.#again = button("Start over", QUIET, () => {
      this.forget();
      startOver();
      void keeper.record({ event: "reset" });
    });
    this.#again.hidden = true;
    this.row = element(
      "div",
      { class: "fall-line-row" },
      ...(card.hints.length === 0 ? [] : [button("Hint", "", () => this.#showHint())]),
      button("Solution", QUIET, () => this.#askSolution()),
      ...more,
      this.#again,
      keeper.note,
    );
  }

  /** There is something now that can be started over. */
  began(): void {
    this.#again.hidden = false;
  }

  /** From now on the solution is shown at once. */
  allowSolution(): void {
    this.#solutionAsked = true;
  }

  showSolution(): void {
    this.said.replaceChildren();
    showBlocks(this.said, this.#card.solution, this.#reveal);
  }

  /** Take up where one was. */
  restore({ hints, solutionSeen }: Standing): void {
    this.#hints = Math.min(hints, this.#card.hints.length);
    this.#solutionAsked ||= solutionSeen;
  }

  forget(): void {
    this.#hints = 0;
    this.#solutionAsked = false;
    this.#again.hidden = true;
    this.said.replaceChildren();
  }

  say(sentence: string): void {
    this.said.replaceChildren(element("p", {}, sentence));
  }

  #showHint(): void {
    const { hints } = this.#card;
    if (this.#hints < hints.length) {
      this.#hints++;
      void this.#keeper.record({ event: "hint" });
    }
    const shown = hints.slice(0, this.#hints);
    this.said.replaceChildren(
      element("p", {}, `Hint ${this.#hints} of ${hints.length}:`),
      element("ul", {}, ...shown.map((hint) => element("li", {}, hint))),
    );
  }

  #askSolution(): void {
    void this.#keeper.record({ event: "solution" });
    if (this.#solutionAsked) this.showSolution();
    else this.say("Would a hint do? Press Solution once more to see it.");
    this.#solutionAsked = true;
  }
}
