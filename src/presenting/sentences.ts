/** The sentences of a paragraph. */

/** Formulas and code, whose stops end no sentence. */
export const SET = /\$\$[^]*?\$\$|\$[^$]*\$|`[^`]*`/g;

/** Where one may end: what follows begins as a sentence does. */
const END = /(?<=[.!?][)"'*_]*)\s+(?=["'(*_[]*[\p{Lu}\d\ue000])/u;

/** What ends with a stop that may be none: an abbreviation, an initial. */
const SHORTENED =
  /(?:\b(?:al|approx|cf|e\.g|[Ee]q|[Ff]ig|i\.e|pp|resp|vs|Dr|Mr|Ms|Prof)|(?<!\p{L})\p{Lu})\.$/u;

/** A word in bold type that announces what kind of thing the rest of its paragraph is. */
const ANNOUNCES = /^\*\*\p{L}+\.\*\*/u;

/** The sentences of a paragraph: none ends in an abbreviation or in brackets; what is announced is one thought. */
export function sentencesOf(paragraph: string): string[] {
  const set: string[] = [];
  const plain = paragraph.replace(SET, (part) => `\ue000${set.push(part) - 1}\ue001`);
  const pieces = plain.split(END);
  const sentences: string[] = [];
  while (pieces.length > 0) {
    const end = pieces.findIndex((_, k) => isWhole(pieces.slice(0, k + 1).join(" ")));
    // Where brackets never close, a stop among them ends a sentence.
    const count = ANNOUNCES.test(pieces[0]!) ? pieces.length : Math.max(end + 1, 1);
    sentences.push(pieces.splice(0, count).join(" "));
  }
  return sentences.map((sentence) =>
    sentence.replace(/\ue000(\d+)\ue001/g, (_, k: string) => set[Number(k)]!),
  );
}

function isWhole(piece: string): boolean {
  return !SHORTENED.test(piece) && depthOf(piece) <= 0;
}

/** How many brackets are open at the end of a text. */
function depthOf(text: string): number {
  return (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
}
