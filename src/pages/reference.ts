/** A reference in full, as HTML. */
import { authorsInFull, type Reference } from "../citation.ts";
import { escapeHtml } from "../escape.ts";

/** One reference; its title is the link. */
export function referenceToHtml(reference: Reference): string {
  const { title, published, link } = reference;
  const cited = `<a href="${escapeHtml(link)}"><cite>${escapeHtml(title)}</cite></a>`;
  return `${escapeHtml(authorsInFull(reference))}. ${cited}. ${escapeHtml(published)}.`;
}
