import { html, labelled, set } from "./elements.ts";
import type { Model } from "./model.ts";

/** Steps a second that can be chosen. */
const SPEEDS = [2, 5, 10, 30];

/** Play, pause, one step forward or back, the ends, and a slider to any step. */
export class Transport {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #slider = html("input", { type: "range", min: 0, step: 1, class: "scrub", "aria-label": "step" });
  readonly #play = html("button", { type: "button", class: "play" });
  readonly #output = html("output");
  readonly #speed = html(
    "select",
    {},
    ...SPEEDS.map((speed) => html("option", { value: speed }, `${speed} a second`)),
  );
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(model: Model) {
    this.#model = model;
    const button = (name: string, sign: string, act: () => void): HTMLElement => {
      const element = html("button", { type: "button", title: name, "aria-label": name }, sign);
      element.addEventListener("click", act);
      return element;
    };
    this.#speed.value = "10";
    this.#speed.addEventListener("change", () => this.isPlaying && this.#start());
    this.#play.addEventListener("click", () => this.toggle());
    this.#slider.addEventListener("input", () => {
      this.go(this.#slider.valueAsNumber);
    });
    this.node = html(
      "div",
      { class: "transport", role: "group", "aria-label": "steps" },
      button("to the start", "|‹", () => this.go(0)),
      button("one step back", "‹ back", () => this.move(-1)),
      this.#play,
      button("one step forward", "step ›", () => this.move(1)),
      button("to the end", "›|", () => this.go(model.last)),
      this.#slider,
      this.#output,
      labelled("speed", this.#speed),
    );
    this.#show();
    model.onChange(() => this.#show());
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined;
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
    this.#show();
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
    this.#timer = setInterval(
      () => {
        if (this.#model.t < this.#model.last && this.node.isConnected) this.#model.goTo(this.#model.t + 1);
        else this.pause();
      },
      1000 / Number(this.#speed.value),
    );
    this.#show();
  }

  #show(): void {
    const { t, last } = this.#model;
    set(this.#slider, { max: last });
    this.#slider.value = String(t);
    this.#output.textContent = `step ${t} of ${last}`;
    const word = this.isPlaying ? "pause" : "play";
    this.#play.textContent = this.isPlaying ? "❚❚ pause" : "▶ play";
    set(this.#play, { title: word, "aria-label": word });
  }
}
