/** How large type is, for all slides. */
import { drawLeaders } from "./leaders.ts";

const SIZES = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2];

const USUAL = SIZES.indexOf(1);
let place = USUAL;

/** One size up or down, or the usual one. Above that a slide goes on below its edge. */
export function setType(slide: HTMLElement, by: 1 | -1 | "usual"): void {
  place = by === "usual" ? USUAL : Math.min(SIZES.length - 1, Math.max(0, place + by));
  const root = document.documentElement;
  root.style.setProperty("--type", String(SIZES[place]));
  root.classList.toggle("enlarged", SIZES[place]! > 1);
  for (const body of document.querySelectorAll(".slide > .body")) body.scrollTo(0, 0);
  drawLeaders(slide);
}
