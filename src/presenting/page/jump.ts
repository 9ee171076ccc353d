/** Jump to a slide by its number or by words of its title. */
import type { RevealApi } from "reveal.js";
import { closeDialog, openDialog } from "./dialogs.ts";

/** Closes what is open and shows the slide. */
export function goTo(deck: RevealApi, slide: HTMLElement): void {
  closeDialog();
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

/** Asks for a slide and goes there. */
export function askForSlide(deck: RevealApi): void {
  const slides = deck.getSlides();
  const input = document.createElement("input");
  input.setAttribute("aria-label", "number or words of a title");
  input.placeholder = "number, or words of a title";
  const list = document.createElement("ol");
  list.className = "list";
  openDialog("Jump to a slide", input, list);
  const found = (): HTMLElement[] => {
    const asked = input.value.trim().toLowerCase();
    const numbered = /^\d+$/.test(asked) ? slides[Number(asked) - 1] : undefined;
    if (numbered !== undefined) return [numbered];
    return slides.filter(({ dataset }) => dataset["title"]!.toLowerCase().includes(asked));
  };
  const show = (): void => {
    const items = found().map((slide) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${slides.indexOf(slide) + 1}  ${slide.dataset["title"]!}`;
      button.addEventListener("click", () => goTo(deck, slide));
      const item = document.createElement("li");
      item.append(button);
      return item;
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
