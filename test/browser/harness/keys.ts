import type { Page } from "playwright-core";

/**
 * What becomes of a key that is pressed in a part of a page: whether it was taken, whether the page heard of it; and the
 * words that are shown then in the place that is asked for.
 */
export function pressIn(
  page: Page,
  target: string,
  key: string,
  options: object = {},
  shown?: string,
): Promise<(boolean | string | null)[]> {
  return page.evaluate(
    ([selector, name, more, place]) => {
      let isHeard = false;
      const hear = (): void => void (isHeard = true);
      document.body.addEventListener("keydown", hear);
      const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
      document.querySelector(selector)!.dispatchEvent(event);
      document.body.removeEventListener("keydown", hear);
      const words = place === undefined ? [] : [document.querySelector(place)!.textContent];
      return [event.defaultPrevented, isHeard, ...words];
    },
    [target, key, options, shown] as const,
  );
}
