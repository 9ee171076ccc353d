import { counted } from "../../counted.ts";
import { isDone } from "../../exercises/overview.ts";
import { fresh, type Status } from "../../exercises/progress.ts";

/** How much of a lesson is done. */
export interface LessonDone {
  readonly lesson: string;
  readonly isTouched: boolean;
  /** From 0 to 1. */
  readonly share: number;
  /** "3 of 4 exercises done, 1 forgotten since", and the same in a small place. */
  readonly words: string;
  readonly short: string;
}

/**
 * What is done in each lesson that has exercises.
 * @param exercises the ids of those of each lesson
 * @param written the lessons in which something was written
 * @param forgotten the ids of those that were forgotten when a later lesson asked again
 */
export function lessonsDone(
  exercises: Readonly<Record<string, readonly string[]>>,
  statuses: ReadonlyMap<string, Status>,
  written: ReadonlySet<string>,
  forgotten: readonly string[],
): LessonDone[] {
  return Object.entries(exercises)
    .filter(([, ids]) => ids.length > 0)
    .map(([lesson, ids]) => {
      const lost = ids.filter((id) => forgotten.includes(id)).length;
      const done = ids.filter((id) => isDone(statuses.get(id) ?? fresh(id))).length;
      return {
        lesson,
        isTouched: ids.some((id) => statuses.has(id)) || written.has(lesson),
        share: done / ids.length,
        words: `${done} of ${counted(ids.length, "exercise")} done${lost === 0 ? "" : `, ${lost} forgotten since`}`,
        short: `${done} of ${ids.length}`,
      };
    });
}
