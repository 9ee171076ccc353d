/** Plain text of exercises on a slide: indices, powers and code in it are set as such. */
import { escapeHtml } from "../escape.ts";
import { withIndices } from "./indices.ts";
import { unbroken } from "./unbroken.ts";

/** Statements, in which no three words follow one another, and a call of a function that is none of mathematics. */
const CODE =
  /(\b(?:const|let) (?![^;]*\b[a-z]+ [a-z]+ [a-z]+)[^?]*;|\b(?!(?:sin|cos|tanh|exp|log|sqrt|max|min|sign|round)\b)[a-z]\w+\([\w, ]*\))/;

const POWER = /\^(?:\(((?:[^()]|\([^()]*\))*)\)|([−-]?[\p{L}\d]+(?:\.\d+)?))/gu;

/** Text as HTML. */
export function plainToHtml(text: string): string {
  return text
    .split(CODE)
    .map((piece, k) => (k % 2 === 1 ? codeToHtml(piece) : wordsToHtml(piece)))
    .join("");
}

const wordsToHtml = (text: string): string =>
  escapeHtml(unbroken(withIndices(text))).replace(
    POWER,
    (_, inBrackets?: string, bare?: string) => `<sup>${inBrackets ?? bare!}</sup>`,
  );

const codeToHtml = (text: string): string =>
  `<code${text.endsWith(";") ? ' class="statements"' : ""}>${escapeHtml(text)}</code>`;
