/** The places of a lesson that a search finds: its sections, and its questions with what they ask, never with an answer. */
import type { CourseLesson } from "../../rendering/course.ts";
import type { ExecutedNotebook } from "../../rendering/executed.ts";
import { cardOf } from "../../rendering/output.ts";
import { Contents } from "../contents.ts";
import { partsOf } from "./parts.ts";
import type { Place } from "./place.ts";

/** Sections are wanted before questions. */
const SECTION = 1.4;

export function placesOfLesson(
  { name, number, short }: CourseLesson,
  { cells }: ExecutedNotebook,
): readonly Place[] {
  const contents = new Contents();
  const place = (id: string, title: string, text: string, weight = 1): Place => ({
    address: `${name}.html#${encodeURIComponent(id)}`,
    title,
    within: `${number} ${short}`,
    text,
    weight,
  });
  const sections: Place[] = [];
  const questions: Place[] = [];
  for (const { type, source, outputs } of cells) {
    if (type === "markdown") {
      for (const { heading, text } of partsOf(source)) {
        const before = sections.at(-1);
        if (heading !== undefined)
          sections.push(place(contents.take(heading).id, heading.text, text, SECTION));
        else if (before !== undefined) sections.splice(-1, 1, { ...before, text: `${before.text} ${text}` });
      }
    }
    const card = outputs.map(cardOf).find((found) => found !== undefined);
    if (card === undefined) continue;
    const id = contents.takeCard(card.id);
    if (card.prompt !== undefined) questions.push(place(id, card.title, card.prompt));
  }
  return [...sections, ...questions];
}
