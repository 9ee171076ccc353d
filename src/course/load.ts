import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Exercises } from "../exercises/exercises.ts";

/** What a built course exports: the library, and the exercises of the lessons. */
export interface CourseLibrary {
  readonly lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames" | "retired">;
}

/** A course that has been built. */
export async function loadCourse(library: string): Promise<CourseLibrary> {
  return (await importBuilt(library)) as CourseLibrary;
}

/** What a built file exports. Node keeps what became of an address, a failure too: each build has one of its own. */
export async function importBuilt(file: string): Promise<unknown> {
  const { mtimeMs } = statSync(file);
  return import(`${pathToFileURL(file).href}?built=${mtimeMs}`);
}
