/** Jump to a slide by its number or by words of its title. */
import type { RevealApi } from "reveal.js";
import { html } from "../../frontend/elements.ts";
import { press } from "../../rendering/running/elements.ts";
import { closeDialog, openWhereAsked } from "./dialogs.ts";

/** Closes what is open and shows the slide. */
export function goTo(deck: RevealApi, slide: HTMLElement): void {
  closeDialog();
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

/** Asks for a slide and goes there. */
export function askForSlide(deck: RevealApi): void {
  const slides = deck.getSlides();
  const input = html("input", {
    "aria-label": "number or words of a title",
    placeholder: "number, or words of a title",
  });
  const list = html("ol", { class: "list" });
  openWhereAsked("Jump to a slide", input, list);
  const found = (): HTMLElement[] => {
    const asked = input.value.trim().toLowerCase();
    const numbered = /^\d+$/.test(asked) ? slides[Number(asked) - 1] : undefined;
    if (numbered !== undefined) return [numbered];
    return slides.filter(({ dataset }) => dataset["title"]!.toLowerCase().includes(asked));
  };
  const show = (): void => {
    const items = found().map((slide) => {
      const label = `${slides.indexOf(slide) + 1}  ${slide.dataset["title"]!}`;
      return html(
        "li",
        {},
        press(label, () => goTo(deck, slide)),
      );
    });
    list.replaceChildren(...items);
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", ({ key }) => {
    const [first] = found();
    if (key === "Enter" && first !== undefined) goTo(deck, first);
  });
  show();
}
