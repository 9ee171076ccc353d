/** What a page refers to, in full and with links. */
import { referenceOf } from "../bibliography.ts";
import { authorsInFull, type Reference } from "../citation.ts";
import { escapeHtml } from "../escape.ts";

/** A list of sources under a heading of its own, by keys of the bibliography; nothing where there are none. */
export function sourcesToHtml(keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const items = [...new Set(keys)].map((key) => `<li>${referenceToHtml(known(key))}</li>`);
  return `<section class="cell sources"><h2 id="sources-in-full">Sources</h2><ul>${items.join("")}</ul></section>`;
}

/** One reference; its title is the link. */
export function referenceToHtml(reference: Reference): string {
  const { title, published, link } = reference;
  const cited = `<a href="${escapeHtml(link)}"><cite>${escapeHtml(title)}</cite></a>`;
  return `${escapeHtml(authorsInFull(reference))}. ${cited}. ${escapeHtml(published)}.`;
}

function known(key: string): Reference {
  const reference = referenceOf(key);
  if (reference === undefined) throw new SyntaxError(`the bibliography has no "${key}"`);
  return reference;
}
