import { escapeHtml, unescapeHtml } from "../../escape.ts";
import { texInWords } from "../../exercises/tex-in-words.ts";
import { type Heading, markdownToHtml } from "../../rendering/markdown.ts";

interface Part {
  readonly heading: Heading | undefined;
  /** What stands below the heading, in words. */
  readonly text: string;
}

/** Where a heading begins. */
const HEADINGS = /^(?=#+ )/m;

/** A text by its headings, in words. */
export function partsOf(source: string): Part[] {
  return source.split(HEADINGS).map((part) => {
    let heading: Heading | undefined;
    const html = markdownToHtml(part, {
      formula: (tex, display) => (display ? "" : escapeHtml(plainFormula(tex))),
      heading(found) {
        heading = found;
        return { id: "" };
      },
    });
    return { heading, text: wordsOf(html.replace(/<h\d.*?<\/h\d>/, "")) };
  });
}

const plainFormula = (tex: string): string =>
  texInWords(tex.replaceAll(/\\[td]?frac(\d)(\d)/g, "$1/$2")).replaceAll("\\", "");

const wordsOf = (html: string): string =>
  unescapeHtml(html.replace(/<[^>]*>/g, " "))
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[.,;:?!)])/g, "")
    .trim();
