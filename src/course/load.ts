import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Exercises } from "../exercises/exercises.ts";

/** What a built course exports: the library, and the exercises of the lessons. */
export interface CourseLibrary {
  readonly lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames">;
}

/** A course that has been built. Node keeps what became of an address, a failure too: each build has one of its own. */
export async function loadCourse(library: string): Promise<CourseLibrary> {
  const { mtimeMs } = statSync(library);
  return (await import(`${pathToFileURL(library).href}?built=${mtimeMs}`)) as CourseLibrary;
}
