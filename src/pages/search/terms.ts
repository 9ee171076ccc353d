import { GREEK } from "../../math/greek.ts";

const LETTER_NAMES = Object.fromEntries(Object.entries(GREEK).map(([name, letter]) => [letter, name]));
const NAMED_LETTER = Object.keys(GREEK).join("|");
const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Words that say nothing of what is asked for. */
const EMPTY = new Set(
  "a an and are as at be by can do does for from have how i in is it its of on or should so that the this to use what when where which why with".split(
    " ",
  ),
);

/** The words by which a text is found and asked for: `β₁`, `beta_1` and `beta one` are one, `beta1`. */
export function termsOf(text: string): string[] {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[α-ω]/g, (letter) => ` ${LETTER_NAMES[letter] ?? letter} `)
    .match(/\p{L}+|\p{N}+/gu);
  return (words ?? [])
    .map((word) => (DIGITS.includes(word) ? String(DIGITS.indexOf(word)) : word))
    .join(" ")
    .replace(new RegExp(`\\b(${NAMED_LETTER}) (?=\\d\\b)`, "g"), "$1")
    .split(" ")
    .filter((word) => word !== "" && !EMPTY.has(word));
}
