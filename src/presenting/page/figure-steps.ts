/** Moves a slide's figure by key, by the bar that explorers and films have. */

/** One step forward or back. */
export function stepFigure(slide: Element, by: 1 | -1): void {
  press(slide, `[aria-label="${by === 1 ? "one step forward" : "one step back"}"]`);
}

/** Plays, unless it plays already. */
export function beginFigure(slide: Element): void {
  press(slide, '.play[aria-label="play"]');
}

/** Plays or pauses. */
export function playFigure(slide: Element): void {
  press(slide, ".play");
}

function press(slide: Element, selector: string): void {
  slide.querySelector<HTMLButtonElement>(`.transport ${selector}`)?.click();
}
