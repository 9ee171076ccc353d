/** The words and numbers of a text by which one thing is told from another. */

import { rules } from "../rules/list.ts";

/** A number as it is written: its value, and how many digits stand behind its point. */
export interface WrittenNumber {
  readonly value: number;
  readonly digits: number;
}

/** The numbers of a text, without their signs. */
export function numbersIn(text: string): WrittenNumber[] {
  const written = text.replaceAll("{,}", ",").match(/(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?![\w%])/g) ?? [];
  return written.map((number) => ({
    value: Number(number.replaceAll(",", "")),
    digits: number.split(".")[1]?.length ?? 0,
  }));
}

/** Whether a number is no evidence by chance: it has two digits that count, as 0.36, 1.4 and 190 have, 0.9 and 100 not. */
export function isGiveaway(number: number): boolean {
  return number.toExponential().replace(/e.*/, "").replaceAll(/[-.]/g, "").length >= 2;
}

const COMMON = new Set(
  `a about above after all also and any are as at be becomes before but by can comes do does down each ever every far for from get
  gets goes had has have here how if in into is it its just let like makes many may most much must no not now of off on once one
  only or other our out over own past same see so some step still such takes than that the their them then there these they this those
  through to too two under up upon use very was we well were what when where which while who whom whose will with without would yet you
  your`.split(/\s+/),
);

/** Words that say the same of two things compared. */
const ALIKE = [
  "more higher larger longer bigger greater",
  "less lower smaller shorter fewer",
  "faster sooner quicker",
].map((words) => words.split(" "));

/** The words of a prose text that are not everywhere, formulas and code aside. */
export function wordsIn(text: string): string[] {
  const plain = text.replaceAll(/\$[^$]*\$|`[^`]*`|\]\([^)]*\)/g, " ").toLowerCase();
  return uncommon(plain.match(/\p{L}{3,}/gu) ?? []);
}

/** The words of the rules' own names, which stand in code everywhere. */
const OF_RULES = rules.flatMap(({ id, title }) => wordsOfName(`${id} ${title}`));

/** The words of the names that code declares: `lossAfter50Steps` has three. Those of rules say nothing. */
export function wordsOfNames(code: string): string[] {
  const names = code.match(/(?<=\b(?:const|let|function) +)\w+|\b\w+(?=:)/g) ?? [];
  return uncommon(names.flatMap(wordsOfName)).filter((word) => !OF_RULES.includes(word));
}

function wordsOfName(name: string): string[] {
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.match(/[a-z]{3,}/g) ?? [];
}

function uncommon(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => !COMMON.has(word)))];
}

/** Whether one of these words is this one, in another form or not, or says the same. */
export function hasWord(words: readonly string[], word: string): boolean {
  const same = (ALIKE.find((alike) => alike.includes(word)) ?? [word]).map(stemOf);
  return words.some((one) => same.includes(stemOf(one)));
}

function stemOf(word: string): string {
  const stem = word.replace(/(?:ies|ing|ed|ly|es|(?<!s)s|e)$/, "");
  return stem.length >= 3 ? stem : word;
}

/** The sentences of Markdown; a heading and an item of a list are one each. */
export function sentencesOf(source: string): string[] {
  return source
    .split(/\n\s*\n|\n(?=#|- |\d+\. |\|)|(?<=^#.*)\n/m)
    .flatMap((block) => block.replaceAll(/\s*\n\s*/g, " ").split(/(?<=[.!?:]\*{0,2})\s+(?=[A-Z*])/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
