import { button, html, set, write } from "../elements.ts";
import { icon, iconButton } from "./icons.ts";

/** Steps a second that can be chosen. */
export const SPEEDS = [2, 5, 10, 30] as const;

/** What is played: the steps of an explorer, the moments of a film. */
export interface Played {
  readonly t: number;
  readonly last: number;
  /** @param isSingle whether that step is looked at by itself from now on */
  goTo(t: number, isSingle?: boolean): void;
  onChange(listener: () => void): void;
  move(what: "steps", isMoving: boolean): void;
}

/** What is counted, and which number of them a moment is. */
export interface Counted {
  readonly word: string;
  readonly at: (t: number) => number | string;
}

const STEPS: Counted = { word: "step", at: (t) => t };

/** How many steps an arrow key goes with Shift. */
const FAR = 10;

/** One bar to go through the steps: to the start, back, play or pause, forward, to the end; and which step it is. */
export class Transport {
  readonly node: HTMLElement;
  readonly #play = button({ class: "play" }, () => this.toggle());
  readonly #step = html("strong");
  readonly #last = html("span");
  #speed = 10;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly model: Played,
    private readonly counted: Counted = STEPS,
  ) {
    this.node = html(
      "div",
      { class: "transport", role: "group", "aria-label": "steps" },
      iconButton("to the start", "first", () => this.go(0)),
      iconButton("one step back", "back", () => this.move(-1)),
      this.#play,
      iconButton("one step forward", "forward", () => this.move(1)),
      iconButton("to the end", "last", () => this.go(model.last)),
      html("output", { "aria-live": "off" }, `${counted.word} `, this.#step, this.#last),
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
      if (this.model.t === this.model.last) this.model.goTo(0);
      this.#start();
    }
  }

  /** Plays all of it once, from the start, in so many seconds at most; on a slow machine steps are passed over. */
  playWithin(seconds: number): void {
    const rate = Math.max(this.#speed, this.model.last / seconds);
    const begun = performance.now();
    this.model.goTo(0);
    this.#start(rate, () => Math.floor(((performance.now() - begun) / 1000) * rate));
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.model.move("steps", false);
    this.#showPlaying();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Goes some steps forward or back, to look at that one. */
  move(steps: number): void {
    this.pause();
    this.model.goTo(this.model.t + steps, true);
  }

  go(t: number): void {
    this.pause();
    this.model.goTo(t);
  }

  /** What the keys do: arrows go a step back and forward, with Shift ten, Home and End to the ends; space plays or pauses. */
  keys({ shiftKey }: KeyboardEvent): Readonly<Record<string, () => void>> {
    const steps = shiftKey ? FAR : 1;
    return {
      ArrowLeft: () => this.move(-steps),
      ArrowRight: () => this.move(steps),
      Home: () => this.go(0),
      End: () => this.go(this.model.last),
      " ": () => this.toggle(),
    };
  }

  /** @param least the step to have come to by now */
  #start(rate = this.#speed, least = (): number => 0): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (this.node.isConnected) this.model.goTo(Math.max(this.model.t + 1, least()));
      if (this.model.t === this.model.last || !this.node.isConnected) this.pause();
    }, 1000 / rate);
    this.model.move("steps", true);
    this.#showPlaying();
  }

  #showStep(): void {
    const { t, last } = this.model;
    write(this.#step, String(this.counted.at(t)));
    write(this.#last, ` of ${this.counted.at(last)}`);
  }

  #showPlaying(): void {
    const word = this.isPlaying ? "pause" : "play";
    this.#play.replaceChildren(icon(word));
    set(this.#play, { title: word, "aria-label": word });
  }
}
