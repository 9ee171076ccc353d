import { html, write } from "../elements.ts";
import { icon } from "./icons.ts";

/** What a menu offers: its values, and the words for each. */
export type Offer = readonly (readonly [value: string, words: string])[];

/** A menu that looks as it likes and opens as the page's own do, by key and by finger too. */
export class Menu {
  readonly node: HTMLElement;
  readonly #select: HTMLSelectElement;
  /** Where the words for what is chosen stand; nothing where the face says something of its own. */
  readonly #words: HTMLElement | undefined;
  #offer = "";

  /** @param face what is seen; without one, the words for what is chosen */
  constructor(name: string, look: string, chosen: (value: string) => void, face?: Node) {
    this.#select = html("select", { "aria-label": name });
    this.#words = face === undefined ? html("span") : undefined;
    const seen = html("span", { class: "face", "aria-hidden": "true" }, face ?? this.#words!, icon("down"));
    this.node = html("span", { class: `menu ${look}` }, seen, this.#select);
    this.#select.addEventListener("change", () => chosen(this.#select.value));
  }

  show(offer: Offer, value: string): void {
    const now = JSON.stringify(offer);
    if (now !== this.#offer) {
      this.#select.replaceChildren(...offer.map(([one, words]) => html("option", { value: one }, words)));
      this.#offer = now;
    }
    this.choose(value);
    if (this.#words !== undefined) write(this.#words, offer.find(([one]) => one === value)?.[1] ?? "");
  }

  /** Takes one of what it offers as chosen. */
  choose(value: string): void {
    if (this.#select.value !== value) this.#select.value = value;
  }
}
