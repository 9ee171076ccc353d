/** Markdown on slides. */
import { markdownToHtml } from "../rendering/markdown.ts";
import { slideFormula } from "./unbroken.ts";

/** The lecture's slides are told from those of this deck, which have other numbers. */
export function ofLecture(source: string): string {
  const inCase = (words: string) => (found: string) => (/^[ST]/.test(found) ? "The" : "the") + words;
  return source
    .replace(/\b(?:the slide|slide \d+)'s/gi, inCase(" lecture's"))
    .replace(/\b(?:the slide\b|slide(?=s? \d))/gi, inCase(" lecture's slide"));
}

/** Links to other lessons are words here: a deck is one file. */
export function proseToHtml(source: string): string {
  return markdownToHtml(ofLecture(source).replaceAll(" ± ", "\u00a0±\u00a0"), {
    link: (href) => (/\.ipynb\b/.test(href) ? undefined : href),
    formula: slideFormula,
  });
}

/** One paragraph without its tags; what a letter is stays with it. */
export function inline(source: string): string {
  const kept = /[$`]/.test(source) ? source : source.replace(/ = (?=[\d−-])/g, "\u00a0=\u00a0");
  return proseToHtml(kept).replace(/^\s*<p>|<\/p>\s*$/g, "");
}

/** Without marks. */
export function plain(markdown: string): string {
  return markdown.replace(/[*`$\\{}]/g, "");
}
