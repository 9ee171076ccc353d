import { buildCourse } from "../../course/build.ts";
import { bundleCode, bundleTypes, librarySource } from "../../course/bundle.ts";
import { ownCourse } from "../../course/entry.ts";

/** `dist/library` is the library alone; `dist/index` is the library with the exercises of the course put in. */
export async function buildLibrary(projectDir: string): Promise<void> {
  const library = { projectDir, entry: librarySource(projectDir), out: "dist/library", lessons: [] };
  await Promise.all([bundleCode(library), bundleTypes(library), buildCourse(ownCourse(projectDir))]);
}
