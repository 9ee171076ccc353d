import { drawLeaders } from "./leaders.ts";
import { workshop } from "./workshop.ts";

/** Prose is set so much larger where there is room, of it and of air; in the column beside a picture only a little. */
const LARGER = [1.4, 1.3, 1.2];
const LARGEST_BESIDE = 1.13;
const AIR = 0.94;

/** What has no more room for its words than a column, or letters of a size of their own. */
const BESIDE =
  ".pictured, .pictured-answer.answered, .title, .idea, .with-worked:not(.question:not(.answered))";

/** Type never gets smaller than this share of its size: 24 pixels. */
const SMALLEST = 0.8;

const STEP = 0.02;

/** Where there is no room choices stand closer together. */
const CLOSE = ["close"];

/**
 * What of an answer is left to the speaker then: the reasons of wrong choices; what led to the question; what was asked; of reasons
 * all but the first sentence; the wrong choices, in their place; that too; all reasons.
 */
const UNSAID = ["brief", "terse", "unasked", "short", "bare", "silent", "mute"];
const SAVINGS = [...CLOSE, ...UNSAID];

/** So many words of an answer stand beside its picture, and so many where there is none; first what is no answer is left to the speaker. */
const WORDS_BESIDE = 35;
const WORDS_ALONE = 60;
const BRIEFER = ["brief", "short", "terse", "unasked"];
const WORDING = ".prompt, .told, .reason";

/** Choices stand farther apart, where there is room; and what is alone on its slide takes all of it, which no longer shows how much it needs. */
const AIRY = "airy";
const SPREAD = "spread";

/** The size of a slide as it comes, and of its answer. */
const FITS = [
  { answered: false, name: "--fit", savings: CLOSE },
  { answered: true, name: "--fit-answer", savings: UNSAID },
];

/** Tables and worked steps are set so much larger, where there is room beside the words. */
const GROWN = [1.7, 1.5, 1.35, 1.2, 1.1];

/** And the rows of a table stand so many times as far apart. */
const ROWS = [4, 3.2, 2.4, 1.6, 1];

/** So wide what is asked stays beside them, where it is that wide. */
const WORDS = 500;

/** What a slide is fitted with. */
export const FITTED = ["--fit", "--fit-answer", "--grown", "--rows", "--headline", "--title"];

/** Milliseconds between slides that are fitted before they are shown. */
const PAUSE = 30;

/** What does not break into lines; a rule's formula has a size of its own. */
const WIDE = ".katex-display:not(.idea-formula *), .wide, .w-rows, .exhibits, .asked, .evidence, .words";

/** What stands on a slide, side by side. */
const COLUMNS = ":scope > :not(.laid, .asking, .reveals), .laid > *, .asking > *";

/**
 * Sets the prose of a slide as large as its room allows, and that of its answer. Smaller than usual is the last resort, for a
 * slide that is too full; code and figures keep their size.
 */
export function fitSlide(slide: HTMLElement): void {
  const body = slide.querySelector<HTMLElement>(":scope > .body");
  if (body === null || body.clientHeight === 0) return;
  if (!isEnlarged()) fitBody(slide, body);
  drawLeaders(slide);
}

function fitBody(slide: HTMLElement, body: HTMLElement): void {
  fitHeadlines(slide);
  const isAnswered = slide.classList.contains("answered");
  slide.classList.remove(...SAVINGS, AIRY, SPREAD);
  slide.style.setProperty("--grown", "1");
  slide.style.setProperty("--rows", "1");
  for (const { answered, name, savings } of FITS) {
    slide.classList.toggle("answered", answered);
    if (answered) makeBrief(slide);
    const set = (fit: number): void => {
      slide.style.setProperty(name, fit.toFixed(2));
    };
    const shrink = (): boolean => {
      for (let fit = 1; fit > SMALLEST - STEP / 2; fit -= STEP) {
        set(fit);
        if (fits(body, 1)) return true;
      }
      return false;
    };
    const grow = (fit: number): boolean => {
      set(fit);
      return fits(body, AIR);
    };
    if (largerFor(slide).some(grow) || shrink()) continue;
    savings.some((saving) => {
      slide.classList.add(saving);
      return shrink();
    });
  }
  const most = fits(body, AIR) ? AIR : 1;
  const words = body.querySelector<HTMLElement>(".asking.shown > .asked");
  const least = Math.min(WORDS, words?.offsetWidth ?? 0);
  const isGrown = GROWN.some((share) => {
    slide.style.setProperty("--grown", String(share));
    return fits(body, most) && (words?.offsetWidth ?? 0) >= least;
  });
  if (!isGrown) slide.style.setProperty("--grown", "1");
  ROWS.some((times) => {
    slide.style.setProperty("--rows", String(times));
    return fits(body, most);
  });
  slide.classList.remove("answered");
  slide.classList.add(AIRY);
  slide.classList.toggle(AIRY, fits(body, AIR));
  slide.classList.add(SPREAD);
  slide.classList.toggle("answered", isAnswered);
  // What is pressed in an explorer begins below it.
  slide.style.setProperty("--title", String(body.offsetTop + body.offsetHeight));
}

/** Leaves out what is more than so many words, but no option and nothing of what is asked where there is no picture. */
function makeBrief(slide: HTMLElement): void {
  const isPictured = slide.matches(".pictured, .pictured-answer");
  const most = isPictured ? WORDS_BESIDE : WORDS_ALONE;
  for (const saving of isPictured ? BRIEFER : BRIEFER.slice(0, 2)) {
    if (wordsOn(slide) <= most) return;
    slide.classList.add(saving);
  }
}

function wordsOn(slide: HTMLElement): number {
  const all = [...slide.querySelectorAll<HTMLElement>(WORDING)];
  const shown = all.filter((one) => one.getClientRects().length > 0).map((one) => one.innerText);
  return shown.join(" ").match(/\p{L}+/gu)?.length ?? 0;
}

function largerFor(slide: HTMLElement): number[] {
  return slide.matches(BESIDE) ? [LARGEST_BESIDE] : [...LARGER, LARGEST_BESIDE];
}

/** A headline gets this much smaller, if it then stands on one line. */
const HEADLINES = [1, 0.94, 0.88, 0.82];

function fitHeadlines(slide: HTMLElement): void {
  const isAnswered = slide.classList.contains("answered");
  const headlines = [...slide.querySelectorAll("h2")];
  const areOneLine = (share: number): boolean => {
    slide.style.setProperty("--headline", String(share));
    return [false, true].every((answered) => {
      slide.classList.toggle("answered", answered);
      return headlines.every((one) => one.offsetHeight < 1.6 * parseFloat(getComputedStyle(one).fontSize));
    });
  };
  if (!HEADLINES.some(areOneLine)) slide.style.setProperty("--headline", "0.94");
  slide.classList.toggle("answered", isAnswered);
}

/** Fits the slides that have not been shown, a few at a time. */
export function fitAll([slide, ...left]: readonly HTMLElement[]): void {
  if (slide === undefined) return;
  setTimeout(() => {
    fitUnseen(slide);
    fitAll(left);
  }, PAUSE);
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
  for (const name of FITTED) slide.style.setProperty(name, copy.style.getPropertyValue(name));
  for (const one of [...SAVINGS, AIRY, SPREAD]) slide.classList.toggle(one, copy.classList.contains(one));
  const formula = slide.querySelector(".idea-formula");
  formula?.replaceWith(copy.querySelector(".idea-formula")!);
  copy.remove();
}

/** Whether what is on a slide takes no more than a share of its height. */
function fits(body: HTMLElement, share: number): boolean {
  const top = body.getBoundingClientRect().top;
  const columns = [...body.querySelectorAll<HTMLElement>(COLUMNS)];
  const bottoms = columns.map((column) => column.getBoundingClientRect().bottom);
  const scale = body.getBoundingClientRect().height / body.clientHeight;
  const used = (Math.max(...bottoms) - top) / scale;
  const isWide = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
  return used <= body.clientHeight * share && ![body, ...body.querySelectorAll(WIDE)].some(isWide);
}

function isEnlarged(): boolean {
  return document.documentElement.classList.contains("enlarged");
}
