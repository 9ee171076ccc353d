/** A show of hands: how many are up for each choice. */
import type { RevealApi } from "reveal.js";

/** Is told at a slide when hands have been counted on it. */
export const HANDS = "fall-line-hands";

/** How many are up on a slide, choice by choice. */
export interface Hands {
  readonly slide: HTMLElement;
  readonly hands: readonly number[];
}

/** A click on a letter counts a hand, one with Shift or with the other button takes it back. */
export function takeHands(deck: RevealApi): void {
  const slides = deck.getSlidesElement()!;
  for (const type of ["click", "contextmenu"] as const) {
    slides.addEventListener(type, (event) => {
      const choice = (event.target as Element).closest<HTMLElement>(".hand")?.closest<HTMLElement>(".choice");
      if (choice == null) return;
      event.preventDefault();
      count(choice, type === "click" && !event.shiftKey ? 1 : -1);
    });
  }
}

/** Counts a hand for the n-th choice of a slide, from 0; false when there is none. */
export function raiseHand(slide: Element, n: number, hands: 1 | -1): boolean {
  const choice = slide.querySelectorAll<HTMLElement>(".choice")[n];
  if (choice === undefined) return false;
  count(choice, hands);
  return true;
}

function count(choice: HTMLElement, hands: 1 | -1): void {
  const output = choice.querySelector("output")!;
  output.textContent = String(Math.max(0, Number(output.textContent) + hands));
  const all = [...choice.parentElement!.querySelectorAll<HTMLElement>(".choice")];
  const numbers = all.map((one) => Number(one.querySelector("output")!.textContent));
  const most = Math.max(1, ...numbers);
  all.forEach((one, i) => one.style.setProperty("--share", String(numbers[i]! / most)));
  const slide = choice.closest<HTMLElement>("section.slide")!;
  slide.dispatchEvent(new CustomEvent<Hands>(HANDS, { bubbles: true, detail: { slide, hands: numbers } }));
}
