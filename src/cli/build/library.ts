import { join } from "node:path";
import { buildSound } from "../../course/build.ts";
import { type Bundle, bundleCode, bundleTypes } from "../../course/bundle.ts";
import { readCourseFolder } from "../../course/course.ts";
import { Declarations } from "../../course/declarations.ts";
import { courseIn } from "../../course/entry.ts";
import { packageSources } from "../../course/package-sources.ts";
import { together } from "../../course/together.ts";

/**
 * `dist/library` is the library alone, `dist/tools` what programs around it need; `dist/index` is the library with the
 * exercises of the course put in.
 */
export async function buildLibrary(projectDir: string): Promise<void> {
  const alone = Object.entries(packageSources(projectDir)).map(([name, entry]): Bundle => ({
    projectDir,
    entry,
    out: name.replace("fall-line", "dist"),
    lessons: [],
  }));
  const { lessons, faults } = readCourseFolder(join(projectDir, "lessons"), projectDir);
  const leaveOut = ({ message }: Error): void =>
    console.error(`${message}; the exercises of this lesson are left out`);
  faults.forEach(leaveOut);
  const folder = join(projectDir, "dist");
  const entries = [...alone, courseIn(folder, projectDir, lessons)].map(({ entry }) => entry);
  const declarations = new Declarations(projectDir, entries);
  const course = buildSound(folder, projectDir, lessons, leaveOut, declarations);
  await together([...alone.flatMap((one) => [bundleCode(one), bundleTypes(one, declarations)]), course]);
}
