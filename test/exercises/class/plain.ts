/** Whether a sentence can be followed when it is read aloud. */

const MOST_WORDS = 20;
const MOST_SYMBOLS = 2;

/** A letter of a formula: Greek, H, or a small one that stands alone; indices, hats and exponents belong to it. */
const SYMBOL =
  /(?<![\p{L}\d.'’])(?:[α-ω]|H|decay(?=[·)])|[b-df-hk-pr-z])(?![\p{L}'’(])(?:[₀-₉]|\u0302)*|(?<=⁻¹)g|(?<=[·−/√(]\s?)decay/gu;

/** Not symbols to follow: a call, and the name of a rule. */
const NAMES = /\b(?:solve|gradient)\([^()]*\)|\b1\/t\b|[“"][^”"]*[”"]/g;

/** What makes a sentence hard to follow: too many words, or too many symbols in a clause. */
export function hardIn(said: string): string[] {
  return said
    .replace(NAMES, "")
    .split(/[.;:](?:\s|$)/)
    .flatMap((sentence) => {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
      const clauses = sentence.split(/, | where | and not | and only /);
      const symbols = clauses.filter((clause) => (clause.match(SYMBOL) ?? []).length > MOST_SYMBOLS);
      return [
        ...(words.length > MOST_WORDS ? [`${words.length} words: ${sentence}`] : []),
        ...symbols.map((clause) => `too many symbols: ${clause}`),
      ];
    });
}
