import { join } from "node:path";
import { buildSound } from "../../course/build.ts";
import { bundleTypes } from "../../course/bundle.ts";
import { readCourseFolder } from "../../course/course.ts";
import { Declarations } from "../../course/declarations.ts";
import { leaveOut } from "./course.ts";
import type { Made } from "./made.ts";

/** The declarations of `dist/index`, of the course as its code was built. */
export async function make(projectDir: string): Promise<Made> {
  const folder = join(projectDir, "dist");
  const entry = join(folder, "course.ts");
  const declarations = new Declarations(projectDir, [entry]);
  const course = { projectDir, entry, out: join(folder, "index"), lessons: [] };
  await bundleTypes(course, declarations).catch(async () => {
    const { lessons } = readCourseFolder(join(projectDir, "lessons"), projectDir);
    await buildSound(folder, projectDir, lessons, leaveOut);
  });
  return { inputs: [entry, ...declarations.files], products: ["dist/index.d.ts"] };
}
