/** A pen: what is drawn over a slide is gone with it, unless it is kept. */
import type { RevealApi } from "reveal.js";
import { svg } from "../../frontend/elements.ts";

const INK = ".ink";

type Dot = readonly [x: number, y: number];
const NOWHERE: Dot = [-Infinity, -Infinity];

/** Pixels of a slide that the pen has to move for another point. */
const CLOSE = 2;

export class Pen {
  readonly #deck: RevealApi;
  #isOn = false;
  #isKept = false;
  #line: SVGElement | undefined;
  #last: Dot = NOWHERE;

  constructor(deck: RevealApi) {
    this.#deck = deck;
    const slides = deck.getSlidesElement()!;
    const listen = (type: keyof HTMLElementEventMap, act: (event: PointerEvent) => void): void => {
      const hear = (event: Event): void => {
        if (!this.#isOn) return;
        event.preventDefault();
        event.stopPropagation();
        act(event as PointerEvent);
      };
      slides.addEventListener(type, hear, { capture: true });
    };
    listen("pointerdown", (event) => this.#begin(event));
    listen("pointermove", (event) => this.#goOn(event));
    for (const type of ["pointerup", "pointercancel"] as const) listen(type, () => (this.#line = undefined));
    listen("click", () => undefined);
  }

  /** Takes the pen, or lays it down. */
  toggle(): void {
    this.#isOn = !this.#isOn;
    this.#line = undefined;
    document.documentElement.classList.toggle("drawing", this.#isOn);
  }

  /** Takes back the last stroke on the slide shown. */
  undo(): void {
    this.#deck.getCurrentSlide().querySelector(`${INK} > :last-child`)?.remove();
  }

  /** Keeps what is drawn from now on, on all slides, or no longer. */
  keep(): void {
    this.#isKept = !this.#isKept;
  }

  /** What was drawn on slides that have been left is gone. */
  follow(): void {
    if (this.#isKept) return;
    const current = this.#deck.getCurrentSlide();
    for (const ink of document.querySelectorAll(INK)) if (!current.contains(ink)) ink.remove();
  }

  #begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    const slide = this.#deck.getCurrentSlide();
    const ink =
      slide.querySelector(INK) ??
      slide.appendChild(svg("svg", { class: "ink", viewBox: "0 0 1280 720", "aria-hidden": "true" }));
    this.#line = svg("polyline", { points: "" });
    this.#last = NOWHERE;
    ink.append(this.#line);
    this.#goOn(event);
  }

  #goOn({ clientX, clientY }: PointerEvent): void {
    if (this.#line === undefined) return;
    const { left, top, width } = this.#deck.getCurrentSlide().getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top].map((one) => Math.round((one * 1280) / width));
    const [lastX, lastY] = this.#last;
    if (Math.hypot(x! - lastX, y! - lastY) < CLOSE) return;
    this.#last = [x!, y!];
    this.#line.setAttribute("points", `${this.#line.getAttribute("points")!} ${x!},${y!}`.trim());
  }
}
