import { pathToFileURL } from "node:url";
import type { Exercises } from "../exercises/exercises.ts";

/** What a built course exports: the library, and the exercises of the lessons. */
export interface CourseLibrary {
  readonly lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames">;
}

/** A course that has been built. */
export async function loadCourse(library: string): Promise<CourseLibrary> {
  return (await import(pathToFileURL(library).href)) as CourseLibrary;
}
