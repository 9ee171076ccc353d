/** The lessons as the tests read them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Lesson, parseLesson } from "../../src/notebook/lesson.ts";

/** The project's folder. */
export const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Every lesson, in order. */
export const lessons: readonly Lesson[] = readdirSync(`${projectDir}/lessons`)
  .filter((file) => /^\d\d-.*\.ts$/.test(file))
  .sort()
  .map((file) =>
    parseLesson(file.slice(0, -".ts".length), readFileSync(`${projectDir}/lessons/${file}`, "utf8")),
  );

/** The code of a lesson, its cells one after the other. */
export function codeOf(lesson: Lesson): string {
  const code = lesson.cells.filter(({ type }) => type === "code");
  return code.map(({ source }) => source).join("\n\n");
}
