import { counting } from "../exercises/recall.ts";
import { splitId } from "../exercises/progress-event.ts";
import type { CourseLesson } from "../rendering/course.ts";
import type { WorkbookSource } from "../rendering/workbook-parts.ts";
import type { CourseAsked } from "./course.ts";

/** What the lessons are worked in with. */
export async function workbookOf(
  course: CourseAsked,
  lessons: readonly CourseLesson[],
  projectDir: string,
): Promise<WorkbookSource> {
  const ids = [...counting(await course.exercises()).keys()];
  const exercises = lessons.map(({ name, number }): [string, string[]] => [
    name,
    ids.filter((id) => splitId(id).lesson === name.slice(number.length + 1)),
  ]);
  const { notebooks, library } = course.product;
  return { projectDir, notebooks, library, exercises: Object.fromEntries(exercises) };
}
