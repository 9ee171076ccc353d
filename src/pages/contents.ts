import { escapeHtml } from "../escape.ts";
import type { Heading } from "../rendering/markdown.ts";

/** The table of contents, filled as the headings come. A page has one heading of the first level: its title. */
export class Contents {
  readonly #ids = new Set<string>();
  readonly #entries: { readonly id: string; readonly html: string }[] = [];

  /** An id as Jupyter gives it: the heading's words with hyphens between. */
  take({ level, text, html }: Heading): { id: string; level: number; after: string } {
    const id = this.#take(text.replaceAll(/\s+/g, "-") || "section");
    const shownAt = this.#entries.length === 0 ? level : Math.max(2, level);
    if (shownAt <= 2) this.#entries.push({ id, html: html.replace(/<\/?a\b[^>]*>/g, "") });
    return { id, level: shownAt, after: anchorToHtml(id, `Link to this section: ${text}`) };
  }

  /** The id of a card is that of its exercise. */
  takeCard(exercise: string): string {
    return this.#take(exercise);
  }

  #take(base: string): string {
    let id = base;
    for (let count = 2; this.#ids.has(id); count++) id = `${base}-${count}`;
    this.#ids.add(id);
    return id;
  }

  get html(): string {
    const items = this.#entries.map(
      ({ id, html }) => `<li><a href="#${escapeHtml(encodeURIComponent(id))}">${html}</a></li>`,
    );
    return contentsToHtml("contents", items);
  }
}

/** A table of contents in groups, of links to names of the page. */
export function groupedContents(
  groups: readonly {
    readonly title: string;
    readonly links: readonly (readonly [id: string, html: string])[];
  }[],
): string {
  const items = groups.map(
    ({ title, links }) =>
      `<li>${title}<ol>${links.map(([id, html]) => `<li><a href="#${id}">${html}</a></li>`).join("")}</ol></li>`,
  );
  return contentsToHtml("contents grouped", items);
}

const contentsToHtml = (kind: string, items: readonly string[]): string =>
  `<nav class="${kind}" aria-label="On this page"><details><summary>On this page</summary><ol>${items.join("")}</ol></details></nav>`;

/** A link to a place of the page, to be copied. */
export function anchorToHtml(id: string, label: string): string {
  return `<a class="anchor" href="#${escapeHtml(encodeURIComponent(id))}" aria-label="${escapeHtml(label)}">#</a>`;
}
