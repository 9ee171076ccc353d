import { html, set, write } from "./elements.ts";
import { icon } from "./icons.ts";
import type { Model } from "./model.ts";

/** Steps a second that can be chosen. */
export const SPEEDS = [2, 5, 10, 30] as const;

/** One bar to go through the steps: to the start, back, play or pause, forward, to the end; and which step it is. */
export class Transport {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #play = html("button", { type: "button", class: "play" });
  readonly #step = html("strong");
  readonly #last = html("span");
  #speed = 10;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(model: Model) {
    this.#model = model;
    const button = (name: string, picture: Parameters<typeof icon>[0], act: () => void): HTMLElement => {
      const made = html("button", { type: "button", title: name, "aria-label": name }, icon(picture));
      made.addEventListener("click", act);
      return made;
    };
    this.#play.addEventListener("click", () => this.toggle());
    this.node = html(
      "div",
      { class: "transport", role: "group", "aria-label": "steps" },
      button("to the start", "first", () => this.go(0)),
      button("one step back", "back", () => this.move(-1)),
      this.#play,
      button("one step forward", "forward", () => this.move(1)),
      button("to the end", "last", () => this.go(model.last)),
      html("output", { "aria-live": "off" }, "step ", this.#step, this.#last),
    );
    this.#showPlaying();
    this.#showStep();
    model.onChange(() => this.#showStep());
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined;
  }

  /** Steps a second. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    if (this.isPlaying) this.#start();
  }

  /** Plays on from the step shown, from the start when it is the last; or pauses. */
  toggle(): void {
    if (this.isPlaying) this.pause();
    else {
      if (this.#model.t === this.#model.last) this.#model.goTo(0);
      this.#start();
    }
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#model.move("steps", false);
    this.#showPlaying();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  move(steps: number): void {
    this.go(this.#model.t + steps);
  }

  go(t: number): void {
    this.pause();
    this.#model.goTo(t);
  }

  #start(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (this.node.isConnected) this.#model.goTo(this.#model.t + 1);
      if (this.#model.t === this.#model.last || !this.node.isConnected) this.pause();
    }, 1000 / this.#speed);
    this.#model.move("steps", true);
    this.#showPlaying();
  }

  #showStep(): void {
    const { t, last } = this.#model;
    write(this.#step, String(t));
    write(this.#last, ` of ${last}`);
  }

  #showPlaying(): void {
    const word = this.isPlaying ? "pause" : "play";
    this.#play.replaceChildren(icon(word));
    set(this.#play, { title: word, "aria-label": word });
  }
}
