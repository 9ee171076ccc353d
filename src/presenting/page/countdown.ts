/** The time that a room has for what a slide asks, which the speaker gives minute by minute. */
import { html, write } from "../../frontend/elements.ts";
import { clockTime } from "./timing.ts";

const MINUTE = 60_000;

/** A hall first looks at what is asked. */
const LOOK = 3000;

/** So many there are for what is answered by writing, before anyone gives more. */
const FOR_TASKS = 5;

export class Countdown {
  readonly #time = html("strong");
  readonly #left = html("span");
  readonly #node = html("output", { class: "countdown" }, this.#time, this.#left);
  #begin = 0;
  #end = 0;

  constructor() {
    setInterval(() => this.#show(), 250);
  }

  /** Gives a minute on this slide, or takes one back; with none left the clock goes. */
  give(slide: Element, minutes: number): void {
    const now = Date.now();
    if (this.#node.parentElement !== slide) this.#begin = this.#end = now;
    this.#end = Math.max(this.#end, now) + minutes * MINUTE;
    if (this.#end > now) slide.append(this.#node);
    else this.#node.remove();
    this.#show();
  }

  /** The clock goes with its slide; what is answered by writing has one from the first. */
  follow(current: Element): void {
    if (current.contains(this.#node)) return;
    this.#node.remove();
    if (current.querySelector(".task:not(:has(~ .choices))") === null) return;
    this.give(current, FOR_TASKS);
    this.#begin += LOOK;
    this.#end += LOOK;
    this.#show();
  }

  #show(): void {
    const left = Math.ceil((this.#end - Math.max(this.#begin, Date.now())) / 1000);
    write(this.#time, left > 0 ? clockTime(left) : "time is up");
    write(this.#left, left > 0 ? " left" : "");
  }
}
