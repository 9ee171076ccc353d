/** All slides at a glance: small pictures in order, one of which is chosen. */
import type { RevealApi } from "reveal.js";
import { html } from "../../frontend/elements.ts";
import { press } from "../../rendering/running/elements.ts";
import { openWhereAsked } from "./dialogs.ts";
import { goTo } from "./jump.ts";
import { previewOf } from "./preview.ts";

/** Shows all slides, the current one with the focus. */
export function showAll(deck: RevealApi): void {
  const slides = deck.getSlides();
  const buttons = slides.map((slide, i) => {
    const label = `${i + 1}: ${slide.dataset["title"]!}`;
    const button = press(String(i + 1), () => goTo(deck, slide), { "aria-label": label });
    const preview = previewOf(slide);
    preview.firstElementChild!.classList.remove("coded");
    button.prepend(preview);
    return button;
  });
  const sheet = html("div", { class: "glance" }, ...buttons);
  sheet.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columnsOf(sheet), ArrowUp: -columnsOf(sheet) }[
      event.key
    ];
    if (by === undefined) return;
    event.preventDefault();
    buttons[at + by]?.focus();
  });
  openWhereAsked("All slides", sheet);
  buttons[slides.indexOf(deck.getCurrentSlide())]?.focus();
}

function columnsOf(sheet: HTMLElement): number {
  return getComputedStyle(sheet).gridTemplateColumns.split(" ").length;
}
