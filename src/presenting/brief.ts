/** What of the words stands on a slide: as many sentences as have room, from the first on; the rest is said. */
import { sentencesOf, SET } from "./sentences.ts";
import type { Words } from "./slide.ts";

/** So many words stand beside what is shown, and so many on a slide of words alone: of sentences fewer than of formulas and lists. */
export const BESIDE = 35;
const SENTENCES = 45;
const ALONE = 70;

/** How many words stand on a slide of words alone. */
export const mostAlone = (words: readonly Words[]): number => (areSentences(words) ? SENTENCES : ALONE);

/** Whether there are neither formulas, nor lists, nor tables. */
export const areSentences = (words: readonly Words[]): boolean =>
  words.every(({ source }) => source.split(/\n\s*\n/).every(isParagraph));

/** Words that are shown, and Markdown that is said. */
export interface Briefed {
  readonly shown: readonly Words[];
  readonly said: readonly string[];
}

/**
 * The words of a slide in two, between sentences.
 * @param most how many words are shown; a formula is one
 */
export function briefed(words: readonly Words[], most: number): Briefed {
  let left = most;
  const shown: Words[] = [];
  const said: string[] = [];
  for (const { source, fragment } of words) {
    const [first, rest] = left > 0 ? parted(source, left) : ["", source];
    if (first !== "") shown.push({ source: first, fragment });
    if (rest !== "") said.push(rest);
    // What comes after something left out would not follow from what is shown.
    left = rest === "" ? left - wordsIn(first) : 0;
  }
  return { shown, said };
}

/** Markdown in two: what has at most so many words, and what comes after. */
export function parted(source: string, most: number): [shown: string, said: string] {
  const blocks = togetherOf(source);
  let left = most;
  for (const [k, block] of blocks.entries()) {
    const count = wordsIn(block);
    if (count <= left) {
      left -= count;
      continue;
    }
    const [first, rest] = partedPieces(piecesOf(block), left);
    const shown = [...blocks.slice(0, k), ...(first === "" ? [] : [first])];
    return [shown.join("\n\n"), [rest, ...blocks.slice(k + 1)].join("\n\n")];
  }
  return [blocks.join("\n\n"), ""];
}

/** As many pieces of a block as have so many words, and the rest. */
function partedPieces(
  { pieces, joint }: { readonly pieces: readonly string[]; readonly joint: string },
  most: number,
): [shown: string, said: string] {
  let count = 0;
  let left = most;
  while (count < pieces.length && wordsIn(pieces[count]!) <= left) {
    left -= wordsIn(pieces[count]!);
    count += 1;
  }
  return [pieces.slice(0, count).join(joint), pieces.slice(count).join(joint)];
}

/** What a block may be parted into: a paragraph into its sentences, a list into its items, a table into its rows. */
function piecesOf(block: string): { pieces: string[]; joint: string } {
  const [paragraph, ...announced] = block.split("\n\n");
  if (isParagraph(paragraph!)) {
    const sentences = sentencesOf(paragraph!);
    return { pieces: [...sentences.slice(0, -1), [sentences.at(-1), ...announced].join("\n\n")], joint: " " };
  }
  if (!/^\s*\|/.test(block)) return { pieces: block.split(/\n(?=(?:[-*+]|\d+[.)])\s)/), joint: "\n" };
  const [head, line, ...rows] = block.split("\n");
  return { pieces: [[head, line, ...rows.splice(0, 1)].join("\n"), ...rows], joint: "\n" };
}

/** A row of a formula that stands by itself takes the room of so many words. */
const ROW = " x".repeat(7);

/** And so does a line of a table, which has about so many letters. */
const LINE = " x".repeat(5);
const LETTERS = 68;

const linesOf = (row: string): string => LINE.repeat(Math.ceil(row.length / LETTERS));

/** How many words there are; a formula in a line is one, and what code there is another. */
export function wordsIn(markdown: string): number {
  const words = markdown
    .replace(/\$\$[^]*?\$\$/g, (formula) => ROW.repeat(formula.split("\\\\").length))
    .replace(SET, "x")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^ *\|.*[\p{L}\d].*$/gmu, linesOf)
    .split(/\s+/);
  return words.filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Whether a block is sentences, and no list, table, heading, quotation, code or formula. */
function isParagraph(block: string): boolean {
  return !/^\s*(?:[-*+]\s|[>|#]|\d+[.)]\s|```|\$\$)/m.test(block);
}

/** Blocks, of which a formula stays with the words before it, and what follows a colon with those that announce it. */
function togetherOf(source: string): string[] {
  const blocks = source.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return blocks.reduce<string[]>((together, block) => {
    const last = together.at(-1);
    if (last === undefined || !(/:\s*$/.test(last) || /^\s*\$\$/.test(block))) return [...together, block];
    return [...together.slice(0, -1), `${last}\n\n${block}`];
  }, []);
}
