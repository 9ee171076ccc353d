import { join } from "node:path";
import { loadCourse } from "../course/build.ts";
import type { Exercise } from "../exercises/exercise.ts";

/** The exercises of the project's own course, by their ids. */
export async function ownExercises(projectDir: string): Promise<ReadonlyMap<string, Exercise>> {
  return (await loadCourse(join(projectDir, "dist", "index.js"))).lessonExercises.all;
}
