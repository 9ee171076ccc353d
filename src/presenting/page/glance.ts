/** All slides at a glance: small pictures in order, one of which is chosen. */
import type { RevealApi } from "reveal.js";
import { openDialog } from "./dialogs.ts";
import { goTo } from "./jump.ts";
import { previewOf } from "./preview.ts";

/** Shows all slides, the current one with the focus. */
export function showAll(deck: RevealApi): void {
  const slides = deck.getSlides();
  const buttons = slides.map((slide, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", `${i + 1}: ${slide.dataset["title"]!}`);
    const preview = previewOf(slide);
    preview.firstElementChild!.classList.remove("coded");
    button.append(preview, String(i + 1));
    button.addEventListener("click", () => goTo(deck, slide));
    return button;
  });
  const sheet = document.createElement("div");
  sheet.className = "glance";
  sheet.append(...buttons);
  sheet.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columnsOf(sheet), ArrowUp: -columnsOf(sheet) }[
      event.key
    ];
    if (by === undefined) return;
    event.preventDefault();
    buttons[at + by]?.focus();
  });
  openDialog("All slides", sheet);
  buttons[slides.indexOf(deck.getCurrentSlide())]?.focus();
}

function columnsOf(sheet: HTMLElement): number {
  return getComputedStyle(sheet).gridTemplateColumns.split(" ").length;
}
