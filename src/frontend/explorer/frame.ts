import { watchSize } from "../shown.ts";
import { html } from "../elements.ts";
import { icon } from "./icons.ts";

/** Narrower than this it is laid out for a phone, in pixels; the style sheet says the same. */
const PHONE = 640;

/** What an explorer is made of. */
export interface Parts {
  readonly map: HTMLElement;
  readonly transport: HTMLElement;
  readonly curve: HTMLElement;
  readonly chips: HTMLElement;
  /** The chosen rule's numbers, and below them the rules beside one another or a single step. */
  readonly panel: readonly HTMLElement[];
  readonly surface: HTMLElement;
  readonly reset: HTMLElement;
  /** What is rarely used: on a phone it lies in a sheet behind one button. */
  readonly formula: HTMLElement;
  readonly fault: HTMLElement;
  readonly sentence: HTMLElement;
  readonly share: HTMLElement;
}

/** Puts the parts in their places, and moves what is rarely used when the width becomes that of a phone, or ceases to be. */
export class Frame {
  readonly root: HTMLElement;
  readonly #parts: Parts;
  readonly #sheet = html("div", {
    class: "sheet",
    popover: "auto",
    role: "group",
    "aria-label": "more settings",
  });
  readonly #title: HTMLElement;
  readonly #actions: HTMLElement;
  readonly #top: HTMLElement;
  readonly #readout: HTMLElement;
  readonly #more = html(
    "button",
    { type: "button", class: "more quiet", "aria-label": "more settings" },
    icon("more"),
  );
  #watch: { stop: () => void } | undefined;

  constructor(name: string, parts: Parts) {
    const { map, transport, curve, chips, panel, surface, reset } = parts;
    this.#parts = parts;
    this.#more.popoverTargetElement = this.#sheet;
    this.#title = html("div", { class: "title" }, surface);
    this.#actions = html("div", { class: "actions" }, reset, this.#more);
    this.#top = html("div", { class: "top" }, this.#title, this.#actions);
    this.#readout = html("div", { class: "readout" }, ...panel);
    const beside = html("div", { class: "beside" }, this.#readout);
    this.root = html(
      "div",
      {
        class: "fall-line-explorer",
        role: "group",
        "aria-label": name,
        tabindex: -1,
        // JupyterLab's own keys stay out of it.
        "data-lm-suppress-shortcuts": "true",
      },
      html("div", { class: "body" }, map, transport, curve, chips, beside, this.#top, this.#sheet),
    );
  }

  /** Puts it into the page. */
  mount(node: HTMLElement): void {
    node.append(this.root);
    this.#arrange(this.#isPhone);
    this.#watch = watchSize(this.root, () => {
      if (this.#isPhone !== this.#isInSheet) this.#arrange(this.#isPhone);
    });
  }

  /** Opens the sheet where it is what holds the formula. */
  showFormula(): void {
    if (this.#isInSheet) this.#sheet.showPopover();
  }

  stop(): void {
    this.#watch?.stop();
    this.root.remove();
  }

  get #isPhone(): boolean {
    return this.root.clientWidth < PHONE;
  }

  get #isInSheet(): boolean {
    return this.#parts.formula.parentElement === this.#sheet;
  }

  #arrange(isPhone: boolean): void {
    const { formula, fault, sentence, share } = this.#parts;
    if (isPhone) {
      this.#sheet.append(formula, fault, sentence, share);
      return;
    }
    if (this.#isInSheet) this.#sheet.hidePopover();
    this.#title.append(formula);
    this.#readout.prepend(fault);
    this.#top.after(sentence);
    this.#more.before(share);
  }
}
