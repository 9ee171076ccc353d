/** Figures and explorers come to life when their slide is near, in the type of slides. */
import type { DrawnPicture } from "../../frontend/cards/picture.ts";
import { remembered } from "../../remembered.ts";
import type { Drawn } from "../../frontend/drawn.ts";
import { html } from "../../frontend/elements.ts";
import { showError } from "../../frontend/error.ts";
import { SPECIFICATION } from "../../mime.ts";
import type { Life } from "../../rendering/running/bundle.ts";
import { isNumbered } from "./badges.ts";
import { hasNamesAtPaths } from "../../figures/names-at-paths.ts";
import type { Drawing } from "./drawing.ts";
import { CARD_PICTURE } from "./drawing-name.ts";
import { beginHeld, filmed } from "./held.ts";
import { addLegend, colorDigits } from "./legend.ts";
import { loadDrawing } from "./load-drawing.ts";
import { holding, type PlainFigure } from "./plain-figure.ts";
import { bled, forSlide, isSlid, withoutAxes } from "./slide-figure.ts";
import { workshop } from "./workshop.ts";

/** So much larger than in a notebook things are shown: their smallest type is then 24 pixels high. */
const CHART = 1.86;
const OTHER = 1.75;

const PLACES = "[data-fall-line]";
const PICTURES = `[data-fall-line="${CARD_PICTURE}"]`;

const woken = new WeakMap<Element, Promise<Drawn | undefined>>();

/** Draws what is live on the slide shown, then on the next ones. */
export async function drawNear(slides: readonly HTMLElement[], at: number): Promise<void> {
  for (const slide of [slides[at], slides[at + 1], slides[at + 2], slides[at - 1]]) {
    if (slide !== undefined) await drawOn(slide);
  }
}

/** Draws all that is live on a slide. */
export async function drawOn(slide: HTMLElement): Promise<void> {
  const places = slide.querySelectorAll<HTMLElement>(PLACES);
  await Promise.all(Array.from(places, (place) => wake(place, () => dataIn(place))));
}

/** Runs what happens over the guesses on a slide whose answer is shown, or takes it back. */
export function runAnswers(slide: HTMLElement): void {
  const isShown = slide.classList.contains("answered");
  for (const place of slide.querySelectorAll(PICTURES))
    void woken.get(place)?.then((drawn) => (drawn as DrawnPicture | undefined)?.answer(isShown));
}

/** A place for what code has shown, beside the code. */
const STAGE = { "data-width": 560, "data-height": 500, style: "width: 560px; height: 500px" };

/** What code has shown comes to life at once, and ends with its place. */
export const life: Life = {
  place(format, data) {
    const place = html("div", { class: "live", "data-fall-line": format });
    void wake(place, () => data);
    return html("div", { class: "exhibit stage", ...STAGE }, place);
  },
  end(root) {
    for (const place of root.querySelectorAll(PLACES)) {
      void woken.get(place)?.then((drawn) => drawn?.remove());
      woken.delete(place);
    }
  },
};

/** What was asked of a chart, or what its answer shows: another on the same slide. */
function dataBeside(place: HTMLElement): unknown[] {
  const kind = place.dataset["fallLine"]!;
  const all = place.closest(".slide")?.querySelectorAll<HTMLElement>(`[data-fall-line="${kind}"]`) ?? [];
  return Array.from(all)
    .filter((one) => one !== place)
    .map(dataIn);
}

function dataIn(place: HTMLElement): unknown {
  return JSON.parse(place.querySelector("script")?.textContent ?? "");
}

function wake(place: HTMLElement, read: () => unknown): Promise<Drawn | undefined> {
  return remembered(woken, place, () => wakeNow(place, read));
}

async function wakeNow(place: HTMLElement, read: () => unknown): Promise<Drawn | undefined> {
  let drawn: Drawn | undefined;
  const figure = html("div", { class: "fall-line-figure" });
  workshop().append(figure);
  try {
    drawn = await drawInto(figure, place, read(), await loadDrawing());
  } catch (error) {
    figure.replaceChildren();
    showError(figure, error);
  }
  place.append(figure);
  place.dataset["state"] = "live";
  return drawn;
}

async function drawInto(
  figure: HTMLElement,
  place: HTMLElement,
  data: unknown,
  drawing: Drawing,
): Promise<Drawn> {
  const stage = place.closest<HTMLElement>(".stage")!;
  const isSpecification = place.dataset["fallLine"] === SPECIFICATION;
  const { kind } = data as { readonly kind?: unknown };
  const isPicture = place.dataset["fallLine"] === CARD_PICTURE;
  const isFigure = !isPicture && drawing.isChart(data, isSpecification);
  const scale = isFigure || isPicture ? CHART : OTHER;
  const [width, height] = [Number(stage.dataset["width"]) / scale, Number(stage.dataset["height"]) / scale];
  figure.classList.toggle("opening", stage.closest(".title") !== null);
  figure.style.width = `${width}px`;
  figure.style.transform = `scale(${scale})`;
  figure.style.setProperty("--stage-height", `${height}px`);
  if (isPicture) {
    const picture = drawing.drawPicture(figure, data);
    // What has been answered before anyone saw it, or is printed, shows how it ends.
    if (stage.closest(".answered") !== null) picture.answer(true, true);
    return picture;
  }
  if (!isFigure) return drawing.draw(figure, data, true);
  const again = (specification: unknown): PlainFigure => {
    const { data: traces, layout, frames } = drawing.figureFromSpecification(specification);
    return { data: traces, layout, frames };
  };
  const isLandscape = isSpecification && kind === "landscape";
  figure.classList.toggle("map", isLandscape);
  const room = {
    width,
    height,
    isLandscape,
    isRead: stage.closest(".question > .picture:not(.task)") !== null,
  };
  const held = stage.closest<HTMLElement>(".held");
  const recipe = isLandscape ? bled(data, again, room) : data;
  const isFilmed = held !== null && isSpecification && !isLandscape;
  const figureOf = (one: unknown): PlainFigure => (isSpecification ? again(one) : (one as PlainFigure));
  const own = isFilmed ? filmed(data, again, drawing.growing) : figureOf(recipe);
  const isAnswer = stage.closest(".picture.answer") !== null;
  const others = isLandscape ? [] : dataBeside(place);
  const plain = others.reduce<PlainFigure>((one, other) => holding(one, figureOf(other), isAnswer), own);
  if (!isLandscape && !hasNamesAtPaths(plain)) addLegend(stage, plain);
  if (isNumbered(plain)) colorDigits(stage, plain);
  if (isSpecification && isSlid(plain))
    return drawing.draw(figure, data, true, undefined, (one) => forSlide(again(one), room));
  const shown = forSlide(stage.closest(".task") === null ? plain : withoutAxes(plain), room);
  const drawn = await drawing.draw(figure, shown, false);
  if (held !== null) beginHeld(held, figure, shown);
  return drawn;
}
