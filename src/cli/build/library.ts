import { join } from "node:path";
import { buildSound } from "../../course/build.ts";
import { bundleCode, bundleTypes, librarySource } from "../../course/bundle.ts";
import { lessonsIn } from "../../course/folder.ts";
import { together } from "../../course/together.ts";

/** `dist/library` is the library alone; `dist/index` is the library with the exercises of the course put in. */
export async function buildLibrary(projectDir: string): Promise<void> {
  const library = { projectDir, entry: librarySource(projectDir), out: "dist/library", lessons: [] };
  const lessons = lessonsIn(join(projectDir, "lessons"));
  const course = buildSound(join(projectDir, "dist"), projectDir, lessons, ({ message }) => {
    console.error(`${message}; the exercises of this lesson are left out`);
  });
  await together([bundleCode(library), bundleTypes(library), course]);
}
