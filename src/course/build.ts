/** Builds what notebooks of a course import as `fall-line`. */
import { pathToFileURL } from "node:url";
import type { Exercises } from "../exercises/exercises.ts";
import { writeFormerNames } from "../kernel/node/former-names.ts";
import { type Bundle, bundleCode, bundleTypes } from "./bundle.ts";

/** The code with its declarations. */
export async function buildCourse(course: Bundle): Promise<void> {
  await Promise.all([buildCode(course), bundleTypes(course)]);
}

/** The code, and beside it what the lessons were called before. */
export async function buildCode(course: Bundle): Promise<CourseLibrary> {
  await bundleCode(course);
  const file = `${course.out}.js`;
  const library = await loadCourse(file);
  writeFormerNames(file, library.lessonExercises.formerNames);
  return library;
}

/** What a built course exports: the library, and the exercises of the lessons. */
export interface CourseLibrary {
  readonly lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames">;
}

/** A course that has been built. */
export async function loadCourse(library: string): Promise<CourseLibrary> {
  return (await import(pathToFileURL(library).href)) as CourseLibrary;
}
