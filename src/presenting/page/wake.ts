/** Figures and explorers come to life when their slide is near, at the size that fills it. */
import { showError } from "../../frontend/error.ts";
import { SPECIFICATION } from "../../mime.ts";
import type { Drawing } from "./drawing.ts";
import { loadDrawing } from "./load-drawing.ts";
import { workshop } from "./workshop.ts";

/** How much larger than in a notebook a figure gets at most. */
const LARGEST = 1.6;

/** Nor how much smaller. */
const SMALLEST = 0.75;

/** From one width that is tried to the next, in pixels. */
const STEP = 16;

/** How often a chart is looked at until it has its size, and how many milliseconds lie between. */
const PATIENCE = 100;
const TURN = 20;

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

async function wakeNow(place: HTMLElement): Promise<void> {
  const figure = document.createElement("div");
  figure.className = "fall-line-figure";
  workshop().append(figure);
  try {
    const drawing = await loadDrawing();
    const data: unknown = JSON.parse(place.querySelector("script")?.textContent ?? "");
    figure.style.width = `${STAGE.width}px`;
    const isSpecification = place.dataset["fallLine"] === SPECIFICATION;
    const drawn = await drawing.draw(figure, data, isSpecification);
    const lower = lowered(data, figure.offsetHeight, drawing);
    if (isSpecification && lower !== undefined) {
      drawn.remove();
      await drawing.draw(figure, lower, true);
    }
    // A chart may turn out higher once it has its width; then it is fitted anew.
    for (let time = 0; time < 3 && (time === 0 || isTooHigh(figure, STAGE.height)); time++) {
      fill(figure, STAGE);
      await settled(figure);
    }
  } catch (error) {
    figure.replaceChildren();
    showError(figure, error);
  }
  place.querySelector(".still")?.remove();
  place.append(figure);
  place.dataset["state"] = "live";
}

/** Waits until a chart has taken the width that it was given, which it does a moment later. */
async function settled(figure: HTMLElement): Promise<void> {
  const widthOf = (selector: string): number | undefined =>
    figure.querySelector(selector)?.getBoundingClientRect().width;
  for (let turn = 0; turn < PATIENCE; turn++) {
    const [drawn, room] = [widthOf(".fall-line-chart .main-svg"), widthOf(".fall-line-room")];
    if (drawn === undefined || room === undefined || Math.abs(drawn - room) < 2) return;
    await new Promise((resolve) => setTimeout(resolve, TURN));
  }
}

/** Fills the stages of the slide that is shown anew where they are not of the usual size. */
export function refill(slide: HTMLElement): void {
  for (const figure of slide.querySelectorAll<HTMLElement>(".stage .fall-line-figure")) {
    const { clientWidth: width, clientHeight: height } = figure.closest(".stage")!;
    if (width > 0 && isTooHigh(figure, height)) fill(figure, { width, height });
  }
}

/** The recipe of a figure that is too high for the stage, for one of the stage's height: its type need not be smaller then. */
function lowered(data: unknown, height: number, { EXPLORER, CONTROLS_HEIGHT }: Drawing): unknown {
  const recipe = data as { readonly kind?: unknown; readonly options?: object } | null;
  if (height <= STAGE.height || recipe?.options === undefined || recipe.kind === EXPLORER) return undefined;
  const controls = recipe.kind === "race" ? CONTROLS_HEIGHT : 0;
  return { ...recipe, options: { ...recipe.options, height: STAGE.height - controls } };
}

/** Makes a figure as large as its stage allows, and as wide as it can be at that size. */
function fill(figure: HTMLElement, stage: typeof STAGE): void {
  let best = largest(figure, stage);
  if (best.scale < 1) {
    // An explorer leaves out its step in numbers, which is too small to be read from the back in any case.
    figure.classList.add("compact");
    best = largest(figure, stage);
  }
  const { width, scale } = best;
  figure.style.width = `${width}px`;
  figure.style.marginLeft = `${(stage.width - width * scale) / 2}px`;
  figure.style.transform = `scale(${scale.toFixed(3)})`;
}

/** A figure may be higher or lower when it is wider, so it is measured at many widths. */
function largest(figure: HTMLElement, stage: typeof STAGE): { width: number; scale: number } {
  let best = { width: stage.width, scale: 0 };
  for (let width = stage.width / LARGEST; width <= stage.width / SMALLEST; width += STEP) {
    figure.style.width = `${width}px`;
    const scale = Math.min(stage.height / figure.offsetHeight, stage.width / width);
    if (scale >= best.scale - 0.005) best = { width, scale };
  }
  return best;
}

function isTooHigh(figure: HTMLElement, height: number): boolean {
  return figure.offsetHeight * scaleOf(figure) > height + 1;
}

function scaleOf({ style }: HTMLElement): number {
  return Number(/scale\((.+)\)/.exec(style.transform)?.[1] ?? 1);
}
