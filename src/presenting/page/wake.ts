/** Figures and explorers come to life when their slide is near, in the type of slides. */
import { showError } from "../../frontend/error.ts";
import { isExplorer, SPECIFICATION } from "../../mime.ts";
import type { Drawing } from "./drawing.ts";
import { loadDrawing } from "./load-drawing.ts";
import type { PlainFigure } from "./plain-figure.ts";
import { bled, forSlide } from "./slide-figure.ts";
import { workshop } from "./workshop.ts";

/** So much larger than in a notebook things are shown: their smallest type is then 24 pixels high. */
const CHART = 1.86;
const EXPLORER_SCALE = 1.75;

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

async function wakeNow(place: HTMLElement): Promise<void> {
  const figure = document.createElement("div");
  figure.className = "fall-line-figure";
  workshop().append(figure);
  try {
    await drawInto(figure, place, await loadDrawing());
  } catch (error) {
    figure.replaceChildren();
    showError(figure, error);
  }
  place.querySelector(".still")?.remove();
  place.append(figure);
  place.dataset["state"] = "live";
}

async function drawInto(figure: HTMLElement, place: HTMLElement, drawing: Drawing): Promise<void> {
  const data: unknown = JSON.parse(place.querySelector("script")?.textContent ?? "");
  const stage = place.closest<HTMLElement>(".stage")!;
  const isFull = stage.closest(".title") !== null;
  const isSpecification = place.dataset["fallLine"] === SPECIFICATION;
  const { kind } = data as { readonly kind?: unknown };
  const isPlayed = isSpecification && isExplorer(data);
  const scale = isPlayed ? EXPLORER_SCALE : CHART;
  const [width, height] = [Number(stage.dataset["width"]) / scale, Number(stage.dataset["height"]) / scale];
  figure.style.width = `${width}px`;
  figure.style.transform = `scale(${scale})`;
  figure.style.setProperty("--stage-height", `${height}px`);
  if (isPlayed) {
    await drawing.draw(figure, data, true);
    return;
  }
  const again = (specification: unknown): PlainFigure => {
    const { data: traces, layout, frames } = drawing.figureFromSpecification(specification);
    return { data: traces, layout, frames };
  };
  const isBled = isFull && kind === "landscape";
  const plain = !isSpecification ? (data as PlainFigure) : again(isBled ? bled(data, again) : data);
  await drawing.draw(
    figure,
    forSlide(plain, { width, height, isBled, isLandscape: kind === "landscape" }),
    false,
  );
}
