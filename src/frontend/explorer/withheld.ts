/**
 * While a question is open, explorers give no answer to it: they stand at the start and show nothing of what is to come, no
 * limit of a slider, no cure. Whoever asks says so on an element of the page, which may be an explorer or anything around
 * explorers.
 */
const WITHHELD = "data-fall-line-withheld";

/** An explorer, as a selector, that withholds answers; and what of it is not shown then. */
export const WITHHOLDING = `:is([${WITHHELD}], [${WITHHELD}] *)`;
export const AHEAD = ":is(.to-come, .answers-ahead)";

/** Begins or ends to withhold answers in all explorers at or below a place of the page. */
export function withhold(place: Element, isOpen: boolean): void {
  place.toggleAttribute(WITHHELD, isOpen);
}

/** Whether an element withholds answers now. */
export function isWithheld(element: Element): boolean {
  return element.closest(`[${WITHHELD}]`) !== null;
}

/** Calls back when something in the page begins or ceases to be withheld. */
export function watchWithheld(changed: () => void): { stop: () => void } {
  const observer = new MutationObserver(changed);
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: [WITHHELD] });
  return { stop: () => observer.disconnect() };
}
