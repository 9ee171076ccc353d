import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildCode, buildSound } from "../../course/build.ts";
import { COURSE_FILE, readCourseFolder } from "../../course/course.ts";
import type { Made } from "./made.ts";

/** The code of `dist/index`: the library with the exercises of the course put in. */
export async function make(projectDir: string): Promise<Made> {
  const folder = join(projectDir, "dist");
  const { lessons, faults } = readCourseFolder(join(projectDir, "lessons"), projectDir);
  faults.forEach(leaveOut);
  let code: readonly string[] = [];
  await buildSound(folder, projectDir, lessons, leaveOut, async (course) => {
    code = await buildCode(course);
  });
  // A lesson whose exercises were left out is looked at again when it is another; its text becomes a notebook.
  const ofLessons = lessons.flatMap(({ name, folder: place }) =>
    readdirSync(place)
      .filter((file) => file.endsWith(".ts") && file !== "lesson.ts")
      .map((file) => `lessons/${name}/${file}`),
  );
  return {
    inputs: ["lessons", `lessons/${COURSE_FILE}`, ...ofLessons, ...code],
    products: ["course.ts", "index.js", "former-names.json"].map((file) => `dist/${file}`),
  };
}

/** Tells of a lesson that is left out, and keeps no other from being built. */
export function leaveOut({ message }: Error): void {
  console.error(`${message}; the exercises of this lesson are left out`);
}
