import { looksOf } from "../../figures/palette.ts";
import type { Look } from "../../rules/look.ts";
import { rules } from "../../rules/list.ts";
import { button, html, set } from "../elements.ts";
import { watchSize } from "../shown.ts";
import { icon } from "./icons.ts";
import { colours, sample } from "./look.ts";
import { Menu } from "./menu.ts";
import type { Model } from "./model.ts";

/** The rules in one row: a press chooses one, Left and Right go from one to the next, and a menu adds one. */
export class Chips {
  readonly node: HTMLElement;
  readonly #row = html("div", { class: "chip-row", role: "toolbar", "aria-label": "rules" });
  readonly #watch: { stop: () => void };
  #chips: readonly HTMLButtonElement[] = [];
  #shown = "";

  constructor(private readonly model: Model) {
    const add = addMenu(model);
    this.node = html("div", { class: "chips" }, this.#row, add.node);
    this.#row.addEventListener("keydown", (event) => this.#key(event));
    this.#row.addEventListener("scroll", () => this.#fade());
    this.#watch = watchSize(this.#row, () => this.#fade());
    this.#show();
    model.onChange((change) => {
      if (change === "motion" || model.isDragged) return;
      this.#show();
      add.choose("");
    });
  }

  stop(): void {
    this.#watch.stop();
  }

  #show(): void {
    const { settings, place } = this.model;
    const now = settings.runners.map(({ rule }) => rule.title).join("\n");
    if (now !== this.#shown) {
      this.#shown = now;
      const looks = looksOf(settings.runners.map(({ rule }) => rule));
      this.#chips = looks.map((look, k) => this.#chip(look, k));
      this.#row.replaceChildren(...this.#chips);
    }
    for (const [k, chip] of this.#chips.entries()) {
      const isChosen = k === place;
      if (isChosen && !chip.classList.contains("chosen")) this.#bringIntoSight(chip);
      chip.classList.toggle("chosen", isChosen);
      chip.classList.toggle("out", !settings.runners[k]!.on);
      set(chip, { "aria-pressed": String(isChosen), tabindex: isChosen ? 0 : -1 });
    }
  }

  #chip(look: Look, place: number): HTMLButtonElement {
    const { title } = this.model.settings.runners[place]!.rule;
    const name = html("span", {}, title);
    return button({ class: "chip", style: colours(look) }, () => this.#pressed(place), sample(look), name);
  }

  /** A rule that is off the map comes onto it. */
  #pressed(place: number): void {
    if (!this.model.settings.runners[place]!.on) this.model.changeRunner(place, { on: true });
    this.model.choose(place);
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation(); // Else they would go a step forward or back.
    const at = this.#chips.findIndex((chip) => chip === document.activeElement);
    this.#chips[at + by]?.focus();
  }

  #bringIntoSight({ offsetLeft, offsetWidth }: HTMLElement): void {
    const { scrollLeft, clientWidth } = this.#row;
    const least = offsetLeft + offsetWidth + FADE - clientWidth;
    this.#row.scrollLeft = Math.min(Math.max(scrollLeft, least), Math.max(0, offsetLeft - FADE));
  }

  /** Where there is more of the row than is seen, it fades. */
  #fade(): void {
    const { scrollLeft, scrollWidth, clientWidth } = this.#row;
    this.#row.style.setProperty("--left", scrollLeft > 1 ? `${FADE}px` : "0px");
    this.#row.style.setProperty("--right", scrollLeft + clientWidth < scrollWidth - 1 ? `${FADE}px` : "0px");
  }
}

/** How wide the fading edge of the row is, in pixels. */
const FADE = 28;

function addMenu(model: Model): Menu {
  const menu = new Menu(
    "add a rule",
    "add",
    (id) => {
      const rule = rules.find((one) => one.id === id);
      if (rule !== undefined) model.add(rule);
    },
    html("span", {}, icon("plus"), html("span", { class: "label" }, "add a rule")),
  );
  menu.show([["", "add a rule"], ...rules.map(({ id, title }) => [id, title] as const)], "");
  return menu;
}
