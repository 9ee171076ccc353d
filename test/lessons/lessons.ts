/** The lessons as the tests read them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lessonFile, lessonsIn } from "../../src/course/folder.ts";
import { type Lesson, parseLesson } from "../../src/notebook/lesson.ts";

/** The project's folder. */
export const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Every lesson, in order. */
export const lessons: readonly Lesson[] = lessonsIn(`${projectDir}/lessons`).map(({ name, folder }) =>
  parseLesson(name, readFileSync(lessonFile(folder), "utf8")),
);

/** The code of a lesson, its cells one after the other. */
export function codeOf(lesson: Lesson): string {
  const code = lesson.cells.filter(({ type }) => type === "code");
  return code.map(({ source }) => source).join("\n\n");
}
