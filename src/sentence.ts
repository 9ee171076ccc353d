/** What begins a clause and is a word of English: a symbol, a name of code or an equation keep their first letter. */
const WORD = /^(?:a|[a-z][a-z'’-]+)(?=[ ,:;]|$)(?! =)/;

/**
 * A clause with a capital letter in front, where it begins with a word.
 * @example capitalised("w is a list") // "w is a list"
 */
export const capitalised = (clause: string): string =>
  WORD.test(clause) ? clause.slice(0, 1).toUpperCase() + clause.slice(1) : clause;

/**
 * A clause as a sentence, with its full stop.
 * @example sentence("the sign is flipped") // "The sign is flipped."
 */
export const sentence = (clause: string): string =>
  `${capitalised(clause)}${/[.?!]$/.test(clause) ? "" : "."}`;
