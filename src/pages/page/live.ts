/**
 * Figures, explorers and cards in a page without Jupyter: each comes to life when it comes into view. Its place is a
 * `<div data-fall-line="MIME TYPE">`, with a still picture in it that stays until the live one is drawn.
 */
import { html } from "../../frontend/elements.ts";
import { draw, isCard, isChart, type Reveal } from "../../frontend/drawing.ts";
import type { Drawn } from "../../frontend/drawn.ts";
import { showError } from "../../frontend/error.ts";
import { wantsLessMotion } from "../../frontend/motion.ts";
import { heightOf } from "../../frontend/reserved-height.ts";
import { doesPlay, SPECIFICATION } from "../../mime.ts";
import { chartsWanted, loaded } from "./wanted.ts";
import { collectWhenQuiet } from "../../kernel/browser/collecting.ts";

/** A figure is drawn when it is nearer than this to what is seen. */
const AHEAD = "600px";

export const PLACES = "[data-fall-line]";

interface Waiting {
  readonly data: () => unknown;
  readonly reveal: Reveal | undefined;
}

const waiting = new WeakMap<Element, Waiting>();
const drawn = new WeakMap<Element, Drawn>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      void wake(target as HTMLElement);
    }
  },
  { rootMargin: AHEAD },
);

/** Draws in a place when it comes into view. */
export function drawWhenSeen(place: HTMLElement, data: () => unknown, reveal?: Reveal): void {
  waiting.set(place, { data, reveal });
  observer.observe(place);
}

/** A place for a figure that is to be drawn when it comes into view. */
function livePlace(mimeType: string, data: unknown): HTMLElement {
  const place = html("div", {
    class: isCard(data) ? "live card" : "live",
    "data-fall-line": mimeType,
    style: `min-height: ${heightOf(data, innerWidth)}px`,
  });
  drawWhenSeen(place, () => data);
  return place;
}

/** Takes away all that lives within an element, which itself stays. */
export function endLife(root: ParentNode): void {
  for (const place of root.querySelectorAll(PLACES)) {
    observer.unobserve(place);
    drawn.get(place)?.remove();
    drawn.delete(place);
    waiting.delete(place);
  }
}

/** How outputs that a page shows live in it. */
export const pageLife = { place: livePlace, end: endLife };

/** Draws what lies in a place, behind its still picture, and then takes the picture's place. */
async function wake(place: HTMLElement): Promise<void> {
  const one = waiting.get(place);
  if (one === undefined) return;
  const data = one.data();
  const isSpecification = place.dataset["fallLine"] === SPECIFICATION;
  if (isChart(data, isSpecification) && stillOf(place) !== null)
    await (doesPlay(data) && !wantsLessMotion() ? loaded() : chartsWanted(PLACES));
  if (waiting.get(place) !== one) return;
  const hidden = "position: absolute; inset: 0 0 auto; visibility: hidden";
  const stage = html("div", { class: "fall-line-figure", style: hidden });
  place.style.position = "relative";
  place.append(stage);
  try {
    const output = await draw(stage, data, isSpecification, one.reveal);
    if (waiting.get(place) !== one) {
      output.remove();
      return;
    }
    drawn.set(place, output);
    stillOf(place)?.remove();
  } catch (error) {
    showError(stage, error);
  }
  stage.style.cssText = "";
  place.style.position = place.style.minHeight = place.style.paddingBottom = "";
  place.dataset["state"] = "live";
  collectWhenQuiet();
}

function stillOf(place: HTMLElement): Element | null {
  return place.querySelector(":scope > .still");
}
