import { html } from "../elements.ts";

/** From one announcement to the next, in milliseconds. */
const PAUSE = 1000;

/** Says what has changed to those who listen to a page: at most once a second, and then the latest. */
export class Announcer {
  readonly node = html("div", { class: "unseen", "aria-live": "polite" });
  #said = -Infinity;
  #words: () => string = () => "";
  #next: ReturnType<typeof setTimeout> | undefined;

  say(words: () => string): void {
    this.#words = words;
    this.#next ??= setTimeout(
      () => {
        this.#next = undefined;
        this.#said = performance.now();
        this.node.textContent = this.#words();
      },
      this.#said + PAUSE - performance.now(),
    );
  }

  stop(): void {
    clearTimeout(this.#next);
  }
}
