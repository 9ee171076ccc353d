/** What of an answer stands on its slide: the finding; the rest is said, and stands in the notes. */
import type { PlainBlock } from "../exercises/blocks.ts";
import { BESIDE, wordsIn } from "./brief.ts";
import type { Question } from "./question.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * So many words what is asked and what is told of its answer have together, and on a slide of words alone; beside a picture what is
 * told takes the place of what was asked. What is told has at least its first sentence.
 */
const BOTH = 70;
const ALONE = 120;

/** Whether there is nothing to look at but words. */
export const isAlone = ({ task, lines, picture }: Question): boolean =>
  [task, lines, picture].every((one) => one === undefined);

/** The answer as it stands on the slide; code has a place of its own. */
export function toldOf(question: Question): PlainBlock[] {
  const { prompt, task, answer } = question;
  let left = task?.aim === undefined ? (isAlone(question) ? ALONE : BOTH) - wordsIn(prompt) : BESIDE;
  return answer.flatMap((block): PlainBlock[] => {
    if (block.kind === "code" && task !== undefined) return [];
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
