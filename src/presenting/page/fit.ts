/** Type never gets smaller than this share of its size. */
const SMALLEST = 0.8;

const STEP = 0.02;

/** The last resort for a slide that is too full: its prose is set a little smaller. Code and figures keep their size. */
export function fitSlide(slide: HTMLElement): void {
  const body = slide.querySelector<HTMLElement>(":scope > .body");
  if (body === null || document.documentElement.classList.contains("enlarged")) return;
  for (let fit = 1; fit >= SMALLEST; fit -= STEP) {
    slide.style.setProperty("--fit", fit.toFixed(2));
    if (body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth) return;
  }
}
