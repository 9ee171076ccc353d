import type { PlainBlock } from "../../exercises/blocks.ts";
import type { Status } from "../../exercises/progress.ts";
import { type Reveal, showBlocks } from "./blocks.ts";
import { button, element, QUIET } from "./dom.ts";
import type { Keeper } from "./keeper.ts";

/** The help that a card offers. */
export interface Helped {
  readonly hints: readonly string[];
  readonly solution: readonly PlainBlock[];
}

/** What a card adds to the row. */
interface Actions {
  /** Begins anew. */
  readonly startOver: () => void;
  /** Where what is asked for is shown in one press, and not the solution after two. */
  readonly showAnyway?: () => void;
  /** Said at the end of the row until there is something else to say. */
  readonly invitation?: string;
}

/** One quiet row under a card: a hint, the solution, a fresh start; and above it what they say. */
export class Help {
  readonly said = element("div", { role: "status", "aria-live": "polite" });
  readonly row: HTMLDivElement;
  readonly #hint: HTMLButtonElement;
  readonly #show: HTMLButtonElement;
  readonly #again: HTMLButtonElement;
  readonly #invitation: HTMLElement;
  #hints = 0;
  #solutionAsked = false;
  #solution: { remove(): void } | undefined;

  constructor(
    private readonly card: Helped,
    private readonly keeper: Keeper,
    private readonly reveal: Reveal,
    { startOver, showAnyway, invitation = "" }: Actions,
  ) {
    this.#hint = button("", QUIET, () => this.#showHint());
    this.#show =
      showAnyway === undefined
        ? button("Solution", QUIET, () => this.#askSolution())
        : button("Show me anyway", QUIET, () => {
            void keeper.record({ event: "solution" });
            showAnyway();
          });
    this.#again = button("Start over", QUIET, () => {
      this.forget();
      startOver();
      void keeper.record({ event: "reset" });
    });
    this.#again.hidden = true;
    this.#invitation = element("span", { class: "fall-line-note fall-line-keys" }, invitation);
    this.row = element(
      "div",
      { class: "fall-line-row" },
      this.#hint,
      this.#show,
      this.#again,
      keeper.note,
      this.#invitation,
    );
    this.#label();
  }

  /** There is something now that can be started over. */
  began(): void {
    this.#again.hidden = false;
    this.#invitation.hidden = true;
  }

  /** There is nothing left to help with. */
  done(): void {
    this.began();
    this.#hint.hidden = this.#show.hidden = true;
  }

  /** From now on the solution is shown at once. */
  allowSolution(): void {
    this.#solutionAsked = true;
  }

  showSolution(): void {
    this.clear();
    this.#solution = showBlocks(this.said, this.card.solution, this.reveal);
  }

  /** Takes away what is said. */
  clear(): void {
    this.#solution?.remove();
    this.#solution = undefined;
    this.said.replaceChildren();
  }

  /** Take up where one was. */
  restore({ hints, solutionSeen }: Status): void {
    this.#hints = Math.min(hints, this.card.hints.length);
    this.#solutionAsked ||= solutionSeen;
    this.#label();
  }

  forget(): void {
    this.#hints = 0;
    this.#solutionAsked = false;
    this.#again.hidden = true;
    this.#show.hidden = this.#invitation.hidden = false;
    this.clear();
    this.#label();
  }

  say(sentence: string): void {
    this.clear();
    this.said.append(element("p", {}, sentence));
  }

  /** The button says which hint comes next. */
  #label(): void {
    const { length } = this.card.hints;
    this.#hint.hidden = length === 0;
    const next = Math.min(this.#hints + 1, length);
    this.#hint.textContent = length === 1 ? "Hint" : `Hint ${next} of ${length}`;
  }

  #showHint(): void {
    const { hints } = this.card;
    if (this.#hints < hints.length) {
      this.#hints++;
      void this.keeper.record({ event: "hint" });
    }
    const shown = hints.slice(0, this.#hints);
    const items = shown.map((hint) => element("li", {}, hint));
    this.clear();
    this.said.append(
      element("p", {}, `Hint ${this.#hints} of ${hints.length}:`),
      element("ul", {}, ...items),
    );
    this.began();
    this.#label();
  }

  #askSolution(): void {
    void this.keeper.record({ event: "solution" });
    if (this.#solutionAsked) this.showSolution();
    else this.say("Would a hint do? Press Solution once more to see it.");
    this.#solutionAsked = true;
    this.began();
  }
}
