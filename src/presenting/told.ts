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
  const lines = code.split("\n").filter((line) => !known.has(bare(line)));
  if (lines.length === code.split("\n").length) return code;
  return lines.length > MOST_LINES ? "" : lines.map((line) => line.trim()).join("\n");
}
