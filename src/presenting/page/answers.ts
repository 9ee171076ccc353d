/** The answer to a slide's question: a key of its own, and the next one, bring it out. */
import { playHeld } from "./held.ts";
import { outcomes } from "./outcomes.ts";
import { runAnswers } from "./wake.ts";

/** Shows the answer, or hides it again. */
export function toggleAnswer(slide: HTMLElement): void {
  slide.querySelector(".reveals")?.classList.toggle("visible");
  followAnswer(slide);
}

/** Shows the answer, if it is not shown. */
export function showAnswer(slide: HTMLElement): void {
  slide.querySelector(".reveals")?.classList.add("visible");
  followAnswer(slide);
}

/** A slide is shown as it was left: reveal.js counts what a jump has passed as shown. */
export function keepAnswer(slide: HTMLElement): void {
  slide.querySelector(".reveals")?.classList.toggle("visible", slide.classList.contains("answered"));
}

/** The slide looks as far as it has come. */
export function followAnswer(slide: HTMLElement): void {
  const reveals = slide.querySelector(".reveals");
  if (reveals === null) return;
  const isShown = reveals.classList.contains("visible");
  if (isShown === slide.classList.contains("answered")) return;
  slide.classList.toggle("answered", isShown);
  runAnswers(slide);
  playHeld(slide);
  outcomes.follow(slide);
}
