/** The questions of a lesson's deck, as its room asks them. */
import { createHash } from "node:crypto";
import type { Exercise } from "../exercises/exercise.ts";
import { stacksOf } from "../presenting/groups.ts";
import { slidesOf } from "../presenting/slides.ts";
import type { CourseLesson } from "../rendering/course.ts";
import type { ExecutedNotebook } from "../rendering/executed.ts";
import type { KnownQuestion } from "./known.ts";
import { LESSONS } from "./protocol.ts";
import { knownQuestion } from "./question.ts";

/** Pictures by their addresses, which nobody knows who has not been told: they are made of what is in them. */
export class Pictures {
  readonly all = new Map<string, string>();

  readonly keep = (svg: string): string => {
    const src = `picture/${createHash("sha256").update(svg).digest("base64url").slice(0, 22)}.svg`;
    this.all.set(src, svg);
    return src;
  };
}

/** @param exercises those of the course, by their ids */
export function questionsIn(
  { name, title }: CourseLesson,
  { cells }: ExecutedNotebook,
  exercises: ReadonlyMap<string, Exercise>,
  pictures: Pictures,
): Record<string, KnownQuestion> {
  const from = { lesson: title, page: `${LESSONS}/${name}.html` };
  const slides = slidesOf(stacksOf(cells), exercises).flat();
  return Object.fromEntries(
    slides.flatMap(({ question }) =>
      question === undefined
        ? []
        : [[question.id, knownQuestion(question, exercises.get(question.id)!, from, pictures.keep)] as const],
    ),
  );
}
