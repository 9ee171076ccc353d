/** Where formulas break into lines on a slide: before a relation, and nowhere else while they have room. */
import { formulaToHtml } from "../rendering/formulas.ts";

/** A piece of more letters is wider than a column and breaks at its operators too; a formula of fewer than these not at all. */
const WIDE = 26;
const SHORT = 14;

const BASE = '<span class="base">';
const STRUT = '<span class="strut"[^>]*></span>';

/** KaTeX ends a piece with the relation that the next one should begin with. */
const RELATION = new RegExp(`(<span class="mrel">[^<]*</span><span class="mspace"[^>]*></span>)</span>${BASE}(${STRUT})`, "g"); // prettier-ignore
const BEFORE_RELATION = new RegExp(`(?=${BASE}${STRUT}<span class="mrel">)`);

const lettersIn = (html: string): number => html.replace(/<[^>]*>/g, "").length;

/** The end of a formula, behind its pieces. */
const END = "</span></span>";

/** A formula of a slide as HTML. */
export function slideFormula(tex: string, display: boolean): string {
  const html = formulaToHtml(tex, display);
  const start = html.indexOf(BASE);
  if (display || start < 0) return html;
  const shown = html.slice(start, -END.length).replace(RELATION, `</span>${BASE}$2$1`);
  const pieces = lettersIn(shown) <= SHORT ? [shown] : shown.split(BEFORE_RELATION);
  const set = pieces.map((piece) =>
    lettersIn(piece) > WIDE ? piece : `<span class="unbroken">${piece}</span>`,
  );
  return html.slice(0, start) + set.join("") + END;
}

const glued = (text: string): string => text.replaceAll(" ", "\u00a0");

/** The same for formulas in plain letters, and for what a short parenthesis holds. */
export function unbroken(text: string): string {
  return text
    .replace(/\([^()]{1,14}\)/g, glued)
    .replace(/(?<=\S\/)(?=√)/g, "\u2060")
    .replace(/\S+(?: [-+−±·×] \S+)+/g, (chain) => (chain.length <= WIDE ? glued(chain) : chain))
    .replace(/(?<=[=<>≤≥≈]) (?=\S)|(?<=(?:^|[\s(])\S{1,3}) (?=[=<>≤≥≈] )/g, "\u00a0");
}
