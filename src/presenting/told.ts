/** What of an answer stands on its slide: the finding; the rest is said, and stands in the notes. */
import type { PlainBlock } from "../exercises/blocks.ts";
import { wordsIn } from "./brief.ts";
import type { Question } from "./question.ts";
import { depthOf, sentencesOf } from "./sentences.ts";

/** So many words what is asked and what is told of its answer have together, and on a slide of words alone; what is told has at least its first sentence. */
const BOTH = 70;
const ALONE = 120;

/** Whether there is nothing to look at but words. */
export const isAlone = ({ given, task, lines, picture }: Question): boolean =>
  [given, task, lines, picture].every((one) => one === undefined);

/** The answer as it stands on the slide. Of code only the lines that are not in what was given, and none where it has a place of its own. */
export function toldOf(question: Question): PlainBlock[] {
  const { prompt, given, task, answer } = question;
  let left = (isAlone(question) ? ALONE : BOTH) - wordsIn(prompt);
  return answer.flatMap((block): PlainBlock[] => {
    if (block.kind === "code") {
      const code = task === undefined ? changed(block.code, given ?? "") : "";
      return code === "" ? [] : [{ ...block, code }];
    }
    if (block.kind !== "text") return [block];
    const text = sentencesWithin(block.text, left);
    left -= wordsIn(text);
    return [{ ...block, text }];
  });
}

/** The first sentences, with at most so many words; the very first in any case. */
function sentencesWithin(text: string, most: number): string {
  const [first = "", ...others] = sentencesOf(text);
  let shown = first;
  for (const sentence of others) {
    if (wordsIn(`${shown} ${sentence}`) > most) break;
    shown = `${shown} ${sentence}`;
  }
  return shown;
}

/** More lines are for the notes. */
const MOST_LINES = 6;

/** A line as it is compared: without the name of a function, and the semicolon at its end. */
const bare = (line: string): string => line.trim().replace(/^const \w+ = (?=\()|;$/g, "");

/** The lines of code that are not in what it is made of; all of it, where that is written from nothing. */
function changed(code: string, given: string): string {
  const known = new Set(given.split("\n").map(bare));
  const all = code.split("\n");
  const isNew = all.map((line) => !known.has(bare(line)));
  if (isNew.every(Boolean)) return code;
  const lines = all.filter((_, k) => isNew[k]);
  const from = isNew.indexOf(true);
  // What is not closed among them closes in lines that were there before.
  const whole =
    depthOf(lines.join("\n")) === 0
      ? lines
      : all.slice(from, closingAfter(all, from, isNew.lastIndexOf(true)));
  return whole.length > MOST_LINES ? "" : dedented(whole).join("\n");
}

/** The place after which all is closed that is open between these lines. */
function closingAfter(lines: readonly string[], from: number, last: number): number {
  const end = lines.findIndex((_, k) => k >= last && depthOf(lines.slice(from, k + 1).join("\n")) === 0);
  return end < 0 ? lines.length : end + 1;
}

/** Without the spaces that all of them begin with. */
function dedented(lines: readonly string[]): string[] {
  const indent = Math.min(...lines.map((line) => line.search(/\S|$/)));
  return lines.map((line) => line.slice(indent));
}
