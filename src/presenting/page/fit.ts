import { drawLeaders } from "./leaders.ts";
import { workshop } from "./workshop.ts";

/** Prose is set so much larger where there is room, of it and of air. */
const LARGEST = 1.13;
const AIR = 0.94;

/** Type never gets smaller than this share of its size: 24 pixels. */
const SMALLEST = 0.8;

const STEP = 0.02;

/**
 * What is left to the speaker where there is no room: the reasons of wrong choices; then, of an answer, the wrong choices
 * and what was asked.
 */
const SAVINGS = ["brief", "bare"];

/** Milliseconds between slides that are fitted before they are shown. */
const PAUSE = 30;

/** What does not break into lines. */
const WIDE = ".katex-display, .wide, .w-rows, .exhibits, .asked, .evidence, .words, .lead";

/** What stands on a slide, side by side. */
const COLUMNS = ":scope > *, .laid > *, .asking > *";

/**
 * Sets the prose of a slide as large as its room allows. Smaller than usual is the last resort, for a slide that is too full;
 * code and figures keep their size. A question has room for its answer from the first.
 */
export function fitSlide(slide: HTMLElement): void {
  const body = slide.querySelector<HTMLElement>(":scope > .body");
  if (body === null || body.clientHeight === 0 || isEnlarged()) return;
  fitHeadlines(slide);
  const isAnswered = slide.classList.contains("answered");
  const isWhole = (share: number): boolean =>
    [false, true].every((answered) => {
      slide.classList.toggle("answered", answered);
      return fits(body, share);
    });
  const set = (fit: number): void => {
    slide.style.setProperty("--fit", fit.toFixed(2));
  };
  const shrink = (): boolean => {
    for (let fit = 1; fit > SMALLEST - STEP / 2; fit -= STEP) {
      set(fit);
      if (isWhole(1)) return true;
    }
    return false;
  };
  set(LARGEST);
  slide.classList.remove(...SAVINGS);
  if (!isWhole(AIR) && !shrink()) {
    SAVINGS.some((saving) => {
      slide.classList.add(saving);
      return shrink();
    });
  }
  slide.classList.toggle("answered", isAnswered);
  drawLeaders(slide);
}

/** A headline gets this much smaller, if it then stands on one line. */
const HEADLINES = [1, 0.94, 0.88, 0.82];

function fitHeadlines(slide: HTMLElement): void {
  const isAnswered = slide.classList.contains("answered");
  const heights = [false, true].flatMap((answered) => {
    slide.classList.toggle("answered", answered);
    return [...slide.querySelectorAll<HTMLElement>("h2")].filter(({ offsetHeight }) => offsetHeight > 0);
  });
  const areOneLine = (share: number): boolean => {
    slide.style.setProperty("--headline", String(share));
    return [false, true].every((answered) => {
      slide.classList.toggle("answered", answered);
      return heights.every((one) => one.offsetHeight < 1.6 * parseFloat(getComputedStyle(one).fontSize));
    });
  };
  if (!HEADLINES.some(areOneLine)) slide.style.setProperty("--headline", "0.94");
  slide.classList.toggle("answered", isAnswered);
}

/** Fits the slides that have not been shown, a few at a time, and all that are left before the deck is printed. */
export function fitAll(slides: readonly HTMLElement[]): void {
  const left = [...slides];
  const fitNext = (): void => {
    const slide = left.shift();
    if (slide !== undefined) fitUnseen(slide);
  };
  const goOn = (): void => {
    fitNext();
    if (left.length > 0) setTimeout(goOn, PAUSE);
  };
  setTimeout(goOn, PAUSE);
  window.addEventListener("beforeprint", () => {
    while (left.length > 0) fitNext();
  });
}

/** A slide that is not shown has no size, so a copy is fitted in its place. */
function fitUnseen(slide: HTMLElement): void {
  if (slide.style.getPropertyValue("--fit") !== "") return;
  const copy = slide.cloneNode(true) as HTMLElement;
  copy.classList.remove("past", "present", "future");
  copy.removeAttribute("hidden");
  copy.style.display = "block";
  workshop().append(copy);
  fitSlide(copy);
  for (const name of ["--fit", "--headline"])
    slide.style.setProperty(name, copy.style.getPropertyValue(name));
  for (const saving of SAVINGS) slide.classList.toggle(saving, copy.classList.contains(saving));
  const formula = slide.querySelector(".idea-formula");
  formula?.replaceWith(copy.querySelector(".idea-formula")!);
  copy.remove();
}

/** Whether what is on a slide takes no more than a share of its height. */
function fits(body: HTMLElement, share: number): boolean {
  const top = body.getBoundingClientRect().top;
  const columns = [...body.querySelectorAll<HTMLElement>(COLUMNS)].filter(
    (one) => !one.matches(".laid, .asking"),
  );
  const bottoms = columns.map((column) => column.getBoundingClientRect().bottom);
  const scale = body.getBoundingClientRect().height / body.clientHeight;
  const used = (Math.max(...bottoms) - top) / scale;
  const isWide = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
  return used <= body.clientHeight * share && ![body, ...body.querySelectorAll(WIDE)].some(isWide);
}

function isEnlarged(): boolean {
  return document.documentElement.classList.contains("enlarged");
}
