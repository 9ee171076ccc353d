import { termsOf } from "./terms.ts";

/** Words of a place; whether they fit what is asked for. */
export interface Piece {
  readonly words: string;
  readonly fits: boolean;
}

/** How many words are shown in all, and how many of them before the first that fits, where it is none of the first. */
const [LENGTH, BEFORE] = [26, 6];

/** What a place says around the first word that fits. */
export function excerptOf(text: string, terms: readonly string[]): Piece[] {
  const words = text
    .split(" ")
    .map((word) => ({ words: word, fits: termsOf(word).some((term) => terms.includes(term)) }));
  const fitting = words.findIndex(({ fits }) => fits);
  const first = words.length <= LENGTH || fitting < LENGTH - BEFORE ? 0 : fitting - BEFORE;
  const end = first + LENGTH;
  const shown = words.slice(first, end).flatMap((piece) => [piece, { words: " ", fits: false }]);
  const cut = { words: "… ", fits: false };
  return [...(first > 0 ? [cut] : []), ...shown, ...(end < words.length ? [cut] : [])];
}
