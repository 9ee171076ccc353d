import { escapeHtml } from "../escape.ts";

/** In the address of a page: what of it is shown alone. */
const ONLY = "only";

/** On what is shown alone, and on all that is around it up to the root of the page. */
export const ALONE = "alone";

/** On the place of a figure: by which name its page can show it alone. */
const NAME = "data-alone-as";

/** As high as a laptop shows, and a phone. */
const HEIGHT = 760;

/** What of a page its address asks for alone; nothing when it asks for all of it. */
export const askedAlone = (address: string): string | null => new URL(address).searchParams.get(ONLY);

/** Whether the page shows one of its parts alone. */
export const isAlone = (): boolean => ALONE in document.documentElement.dataset;

/** Says that the page can show a place alone. */
export function offerAlone(place: Element, name: string): void {
  place.setAttribute(NAME, name);
}

/** The name by which its page can show alone what is drawn in an element; nothing where it cannot. */
export function nameAlone(drawn: Element): string | undefined {
  return drawn.closest(`[${NAME}]`)?.getAttribute(NAME) ?? undefined;
}

/**
 * The line of HTML by which another page shows a part of this one in a frame.
 * @param title what it shows, for those who do not see it
 * @param address of this page, with the settings of the part
 */
export function frameOf(name: string, title: string, address: string): string {
  const url = new URL(address);
  url.searchParams.set(ONLY, name);
  const [src, words] = [url.href, title].map(escapeHtml);
  return `<iframe src="${src}" title="${words}" style="width: 100%; height: ${HEIGHT}px; border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}
