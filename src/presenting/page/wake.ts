/** Figures and explorers come to life when their slide is near, at the size that fills it. */
import { draw } from "../../frontend/drawing.ts";
import { showError } from "../../frontend/error.ts";
import { SPECIFICATION } from "../../frontend/mime.ts";

/** How much larger than in a notebook a figure gets at most. */
const LARGEST = 1.6;

const SMALLEST = 0.5;

/** The room for a figure on a slide, under one line of words. */
const STAGE = { width: 1152, height: 584 };

const woken = new Map<HTMLElement, Promise<void>>();

/** Draws what is live on the slide shown, then on the next ones. */
export async function drawNear(slides: readonly HTMLElement[], at: number): Promise<void> {
  for (const slide of [slides[at], slides[at + 1], slides[at + 2], slides[at - 1]]) {
    if (slide !== undefined) await drawOn(slide);
  }
}

/** Draws all that is live on a slide. */
export async function drawOn(slide: HTMLElement): Promise<void> {
  await Promise.all(Array.from(slide.querySelectorAll<HTMLElement>("[data-fall-line]"), wake));
}

function wake(place: HTMLElement): Promise<void> {
  let work = woken.get(place);
  if (work === undefined) woken.set(place, (work = wakeNow(place)));
  return work;
}

/** Where figures are drawn, since a slide that is not shown has no size. */
function workshop(): HTMLElement {
  const found = document.querySelector<HTMLElement>(".workshop");
  if (found !== null) return found;
  const made = document.createElement("div");
  made.className = "workshop";
  document.body.append(made);
  return made;
}

async function wakeNow(place: HTMLElement): Promise<void> {
  const figure = document.createElement("div");
  figure.className = "fall-line-figure";
  workshop().append(figure);
  try {
    const data: unknown = JSON.parse(place.querySelector("script")?.textContent ?? "");
    figure.style.width = `${STAGE.width}px`;
    await draw(figure, data, place.dataset["fallLine"] === SPECIFICATION);
    fill(figure, STAGE);
  } catch (error) {
    figure.replaceChildren();
    showError(figure, error);
  }
  place.querySelector(".still")?.remove();
  place.append(figure);
  place.dataset["state"] = "live";
}

/** Fills the stages of the slide that is shown anew where they are not of the usual size. */
export function refill(slide: HTMLElement): void {
  for (const figure of slide.querySelectorAll<HTMLElement>(".stage .fall-line-figure")) {
    const { clientWidth: width, clientHeight: height } = figure.closest(".stage")!;
    if (width > 0 && figure.offsetHeight * scaleOf(figure) > height) fill(figure, { width, height });
  }
}

/** Enlarges a figure to the height of its stage, and makes it as wide as the stage is then. */
function fill(figure: HTMLElement, { width, height }: typeof STAGE): void {
  let scale = LARGEST;
  // A figure may be higher when it is narrower, so it is measured at the width that it gets.
  for (; scale > SMALLEST; scale -= 0.02) {
    figure.style.width = `${width / scale}px`;
    if (figure.offsetHeight * scale <= height) break;
  }
  figure.style.transform = `scale(${scale.toFixed(2)})`;
}

function scaleOf({ style }: HTMLElement): number {
  return Number(/scale\((.+)\)/.exec(style.transform)?.[1] ?? 1);
}
