/** The speaker's view: a window of its own with notes, this slide and the next, a clock, and a timer against the plan. */
import type { RevealApi } from "reveal.js";
import { previewOf } from "./preview.ts";
import { clockTime, planAt, standing } from "./timing.ts";

/** The window's inside; what changes has a name. */
const FRAME = `
<div class="speaker">
  <section class="now"><p class="name">This slide <span data-part="place"></span></p><div data-part="current"></div></section>
  <section class="then"><p class="name">Next</p><div data-part="next"></div></section>
  <section class="time">
    <output data-part="clock"></output>
    <div><p class="name">since the start</p> <output data-part="elapsed"></output></div>
    <div><p class="name">plan</p> <output data-part="plan"></output></div>
    <p data-part="standing"></p>
    <p class="buttons"><button type="button" data-part="pause"></button> <button type="button" data-part="reset">From 0:00</button></p>
  </section>
  <section class="told"><div data-part="room"></div><p class="name">Notes</p><div class="cell" data-part="notes" tabindex="0"></div></section>
</div>`;

export class SpeakerView {
  /** What stands before the notes. */
  aside: () => readonly Node[] = () => [];
  readonly #openers: ((view: Document) => void)[] = [];
  #window: Window | null = null;
  /** Seconds that have passed up to #since, which is when the timer was last set running. */
  #passed = 0;
  #since: number | undefined;

  constructor(private readonly deck: RevealApi) {
    setInterval(() => {
      this.#tick();
    }, 500);
    new MutationObserver(() => this.show()).observe(document.body, {
      attributeFilter: ["data-jp-theme-light"],
    });
    window.addEventListener("pagehide", () => this.#window?.close());
  }

  /** Calls back with the document of the window when it is opened. */
  onOpen(act: (view: Document) => void): void {
    this.#openers.push(act);
  }

  /** Opens the window, or brings it to the front. The window is ours: nothing is loaded into it. */
  open(): void {
    if (this.#window !== null && !this.#window.closed) {
      this.#window.focus();
      return;
    }
    this.#window = window.open("", "fall-line-speaker", "width=1180,height=760");
    const view = this.#window?.document;
    if (view === undefined) {
      alert("The browser has blocked the speaker's window. Allow pop-ups for this file and press S again.");
      return;
    }
    view.title = `Speaker: ${document.title}`;
    view.documentElement.className = "speaking";
    view.body.innerHTML = FRAME;
    this.#part("pause").addEventListener("click", () => this.#pause());
    this.#part("reset").addEventListener("click", () => this.#reset());
    for (const act of this.#openers) act(view);
    this.show();
  }

  /** Shows what the deck shows. Away from the first slide the timer runs. */
  show(): void {
    if (this.#passed === 0 && this.#since === undefined && this.#at > 0) this.#since = Date.now();
    if (this.#window === null || this.#window.closed) return;
    const view = this.#window.document;
    wear(view);
    const slides = this.deck.getSlides();
    const [current, next] = [slides[this.#at]!, slides[this.#at + 1]];
    this.#part("place").textContent = `${this.#at + 1} of ${slides.length}`;
    this.#part("current").replaceChildren(previewOf(current));
    const answer = answerOf(current);
    this.#part("next").replaceChildren(
      answer ?? (next === undefined ? "This is the last slide." : previewOf(next)),
    );
    this.#part("room").replaceChildren(...this.aside());
    this.#part("notes").innerHTML =
      current.querySelector(".notes")?.innerHTML || "<p>There are no notes for this slide.</p>";
    this.#tick();
  }

  get #at(): number {
    return this.deck.getSlides().indexOf(this.deck.getCurrentSlide());
  }

  get #seconds(): number {
    return this.#passed + (this.#since === undefined ? 0 : (Date.now() - this.#since) / 1000);
  }

  #pause(): void {
    this.#passed = this.#seconds;
    this.#since = this.#since === undefined ? Date.now() : undefined;
    this.#tick();
  }

  #reset(): void {
    this.#passed = 0;
    this.#since = Date.now();
    this.#tick();
  }

  #tick(): void {
    if (this.#window === null || this.#window.closed) return;
    const minutes = this.deck.getSlides().map(({ dataset }) => Number(dataset["minutes"]));
    const plan = planAt(minutes, this.#at);
    const now = new Date();
    const seconds = this.#seconds;
    this.#part("clock").textContent = now.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    this.#part("elapsed").textContent = clockTime(seconds);
    const [from, until, total] = [plan.from, plan.until, plan.total].map((one) => clockTime(one * 60));
    this.#part("plan").textContent = `${from} to ${until} of ${total}`;
    const words = seconds === 0 ? "starts with the second slide" : standing(plan, seconds);
    this.#part("standing").textContent = plan.total === 0 ? "the notes name no times" : words;
    this.#part("standing").dataset["standing"] = words;
    this.#part("pause").textContent = this.#since === undefined ? "Run" : "Pause";
  }

  #part(name: string): HTMLElement {
    return this.#window!.document.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

/** What the next key shows on a slide that has asked and not yet answered. */
function answerOf(slide: HTMLElement): HTMLElement | undefined {
  if (slide.querySelector(".reveals") === null || slide.classList.contains("answered")) return undefined;
  const preview = previewOf(slide);
  preview.firstElementChild!.classList.add("answered");
  return preview;
}

/** The copies of the deck's styles in the window. */
const worn = new WeakMap<Element, Element>();

/** Gives the window the deck's styles and theme; those of figures and of the editor come as these do. */
function wear(view: Document): void {
  for (const style of document.querySelectorAll("style")) {
    if (worn.get(style)?.ownerDocument === view) continue;
    const copy = view.importNode(style, true);
    worn.set(style, copy);
    view.head.append(copy);
  }
  Object.assign(view.documentElement.dataset, { theme: isDark() ? "dark" : "light" });
  view.body.dataset["jpThemeLight"] = String(!isDark());
}

function isDark(): boolean {
  return document.body.dataset["jpThemeLight"] === "false";
}
