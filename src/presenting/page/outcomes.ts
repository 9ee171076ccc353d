/** What explorers keep to themselves while a question of the deck that comes before them is open. */
import { setOpen } from "../../frontend/cards/open-questions.ts";

const all = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".slides section.slide")];

let areShown = false;

/** A question is open until its answer is shown, or all outcomes are. */
function tell(question: HTMLElement): void {
  const id = question.dataset["hides"];
  if (id === undefined) return;
  const isOpen = !areShown && !question.classList.contains("answered");
  const slides = all();
  for (const slide of slides.slice(slides.indexOf(question))) setOpen(slide, id, isOpen);
}

export const outcomes = {
  /** At the beginning all questions are open. */
  begin(): void {
    all().forEach(tell);
  },
  /** The answer of a slide has been shown, or taken back. */
  follow: tell,
  /** Shows what is kept, or keeps it again. */
  toggle(): void {
    areShown = !areShown;
    all().forEach(tell);
  },
};
