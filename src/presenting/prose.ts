/** Markdown on slides. */
import { markdownToHtml } from "../rendering/markdown.ts";

/** Links to other lessons are words here: a deck is one file. */
export function proseToHtml(source: string): string {
  return markdownToHtml(source, { link: (href) => (/\.ipynb\b/.test(href) ? undefined : href) });
}

/** One paragraph without its tags. */
export function inline(source: string): string {
  return proseToHtml(source).replace(/^\s*<p>|<\/p>\s*$/g, "");
}

/** Without marks. */
export function plain(markdown: string): string {
  return markdown.replace(/[*`$\\{}]/g, "");
}
