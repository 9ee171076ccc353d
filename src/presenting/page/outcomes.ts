/** What explorers keep to themselves while a question of the deck is open. */
import { setOpen } from "../../frontend/cards/open-questions.ts";

const questions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".slides [data-hides]")];

let areShown = false;

/** A question is open until its answer is shown, or all outcomes are. */
function tell(slide: HTMLElement): void {
  const isOpen = !areShown && !slide.classList.contains("answered");
  setOpen(document.documentElement, slide.dataset["hides"]!, isOpen);
}

export const outcomes = {
  /** At the beginning all questions are open. */
  begin(): void {
    questions().forEach(tell);
  },
  /** The answer of a slide has been shown, or taken back. */
  follow(slide: HTMLElement): void {
    if (slide.dataset["hides"] !== undefined) tell(slide);
  },
  /** Shows what is kept, or keeps it again. */
  toggle(): void {
    areShown = !areShown;
    questions().forEach(tell);
  },
};
