/** What asks again in a lesson what earlier lessons have taught: a course without one of these leaves its cards out. */
import type { Cell, Lesson } from "../notebook/lesson.ts";
import { RECALL_TAG } from "../notebook/tags.ts";
import { askedIn } from "./cells.ts";
import type { CourseLibrary } from "./load.ts";

/** The lesson without the recalls that its course leaves out, and without the words around them where none is left. */
export function withoutLeftOut(lesson: Lesson, { lessonExercises: { retired } }: CourseLibrary): Lesson {
  const isLeftOut = ({ tags, source }: Cell): boolean =>
    tags.includes(RECALL_TAG) && askedIn(source).some((id) => Object.hasOwn(retired, id));
  const cells = lesson.cells.filter((cell) => !isLeftOut(cell));
  const isAsked = cells.some(({ tags, type }) => tags.includes(RECALL_TAG) && type === "code");
  return { ...lesson, cells: isAsked ? cells : cells.filter(({ tags }) => !tags.includes(RECALL_TAG)) };
}
