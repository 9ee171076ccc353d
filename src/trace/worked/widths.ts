/** How wide what is printed is at most, in widths of a digit, so that rows drawn as tables of their own have columns in common. */
import type { LinePart, WorkedLine } from "./line.ts";

/** Of bold type: a sign, a point or a raised digit, any other. */
const SIGN = 1.4;
const NARROW = 0.7;
const FULL = 1.1;

/** Of the letters at the head of a column, which are larger; their indices are set as small as raised digits. */
const LETTER = 1.6;

/** The badge with the number of a mark, and the room around it. */
const BADGE = 3;

const widthOfNumber = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) => sum + (sign === "−" ? SIGN : /[.·⁻⁰¹²³⁴-⁹]/.test(sign) ? NARROW : FULL),
    0,
  );

/** The width of letters with their marks: `m̂_{6}`. */
function widthOfLetters(letters: string): number {
  const index = Array.from(letters.matchAll(/[_^]\{([^}]*)\}/g), ([, inner]) => inner!).join("");
  const stem = letters.replaceAll(/[_^]\{[^}]*\}|\p{M}/gu, "");
  return LETTER * stem.length + FULL * index.length;
}

const widest = (widths: readonly number[]): number => Math.max(0, ...widths);

/** What all rows of a step have in common: the columns of their names and of what comes out, and whether one is too long to stand beside words. */
export function columnsOf(lines: readonly WorkedLine[]): { label: number; result: number; isLong: boolean } {
  const label = widest(lines.flatMap(({ labels }) => labels.map(widthOfLetters)));
  const result = widest(
    lines.flatMap(({ result, marks }) => [
      widthOfLetters(result.letter),
      ...result.texts.map(widthOfNumber),
      ...marks.filter(({ span }) => span === undefined).map(({ name }) => name.length + BADGE),
    ]),
  );
  const longest = widest(lines.map(({ parts }) => parts.reduce((sum, part) => sum + widthOfPart(part), 0)));
  return { label, result, isLong: label + result + longest > BESIDE_WORDS };
}

/** The room beside the words of a row. */
const BESIDE_WORDS = 50;

function widthOfPart(part: LinePart): number {
  if (part.kind === "sign") return part.text.length;
  return widest([widthOfLetters(part.letter), ...part.texts.map(widthOfNumber)]) + 1;
}
