/** The lessons as the tests read them. */
import { fileURLToPath } from "node:url";
import { lessonsIn } from "../../src/course/folder.ts";
import { readLesson } from "../../src/course/lesson.ts";
import type { Lesson } from "../../src/notebook/lesson.ts";

/** The project's folder. */
export const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Every lesson, in order. */
export const lessons: readonly Lesson[] = await Promise.all(
  lessonsIn(`${projectDir}/lessons`).map(readLesson),
);

/** The code of a lesson, its cells one after the other. */
export function codeOf(lesson: Lesson): string {
  const code = lesson.cells.filter(({ type }) => type === "code");
  return code.map(({ source }) => source).join("\n\n");
}
