/** Where formulas break into lines on a slide: before a relation, and nowhere else while they have room. */
import { formulaToHtml } from "../rendering/formulas.ts";

/** A piece of more letters is wider than a column and breaks at its operators too; a formula of fewer than these not at all. */
const WIDE = 26;
const SHORT = 14;

/** Between two pieces, no line ends at it. */
const JOINER = "\u2060";

const BASE = '<span class="base">';
const STRUT = '<span class="strut"[^>]*></span>';

/** KaTeX ends a piece with the relation that the next one should begin with. */
const RELATION = new RegExp(`(<span class="mrel">[^<]*</span><span class="mspace"[^>]*></span>)</span>${BASE}(${STRUT})`, "g"); // prettier-ignore
const BEFORE_RELATION = new RegExp(`(?=${BASE}${STRUT}<span class="mrel">)`);

const lettersIn = (html: string): number => html.replace(/<[^>]*>/g, "").length;

/** A formula of a slide as HTML. */
export function slideFormula(tex: string, display: boolean): string {
  const html = formulaToHtml(tex, display);
  const start = html.indexOf(BASE);
  if (display || start < 0) return html;
  const shown = html.slice(start).replace(RELATION, `</span>${BASE}$2$1`);
  const isShort = lettersIn(shown) <= SHORT;
  const pieces = shown.split(BEFORE_RELATION).map((piece) => {
    const bases = piece
      .split(BASE)
      .slice(1)
      .map((base) => BASE + base);
    return bases.join(lettersIn(piece) <= WIDE ? JOINER : "");
  });
  return html.slice(0, start) + pieces.join(isShort ? JOINER : "");
}

const glued = (text: string): string => text.replaceAll(" ", "\u00a0");

/** The same for formulas in plain letters, and for what a short parenthesis holds. */
export function unbroken(text: string): string {
  return text
    .replace(/\([^()]{1,14}\)/g, glued)
    .replace(/\S+(?: [-+−±·×] \S+)+/g, (chain) => (chain.length <= WIDE ? glued(chain) : chain))
    .replace(/(?<=[=<>≤≥≈]) (?=\S)|(?<=(?:^|[\s(])\S{1,3}) (?=[=<>≤≥≈] )/g, "\u00a0");
}
