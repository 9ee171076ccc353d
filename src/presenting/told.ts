/** What of an answer stands on its slide: the finding; the rest is said, and stands in the notes. */
import type { PlainBlock } from "../exercises/blocks.ts";
import { sentencesOf, wordsIn } from "./brief.ts";
import type { Question } from "./question.ts";

/** So many words what is asked and what is told of its answer have together; what is told has at least its first sentence. */
const BOTH = 70;

/** The answer as it stands on the slide. Of code only the lines that are not in what was given, and none where it has a place of its own. */
export function toldOf({ prompt, given, task, answer }: Question): PlainBlock[] {
  let left = BOTH - wordsIn(prompt);
  return answer.flatMap((block): PlainBlock[] => {
    if (block.kind === "code")
      return task === undefined ? [{ ...block, code: changed(block.code, given ?? "") }] : [];
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

/** The lines of code that are not in what it is made of. */
function changed(code: string, given: string): string {
  const known = new Set(given.split("\n").map((line) => line.trim()));
  const lines = code.split("\n").filter((line) => !known.has(line.trim()));
  const isPart = known.size > 1 && lines.length > 0;
  return isPart ? lines.map((line) => line.trim()).join("\n") : code;
}
