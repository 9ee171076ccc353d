import { join } from "node:path";
import { buildSound } from "../../course/build.ts";
import { type Bundle, bundleCode, bundleTypes } from "../../course/bundle.ts";
import { readCourseFolder } from "../../course/course.ts";
import { Declarations } from "../../course/declarations.ts";
import { courseIn } from "../../course/entry.ts";
import { packageSources } from "../../course/package-sources.ts";

/** `dist/library` is the library alone, `dist/tools` what programs around it need. */
export async function buildLibrary(projectDir: string): Promise<void> {
  await Promise.all(librariesOf(projectDir).map(bundleCode));
}

/** Their declarations, and `dist/index`, the library with the exercises of the course put in. */
export async function buildTypesAndCourse(projectDir: string): Promise<void> {
  const libraries = librariesOf(projectDir);
  const { lessons, faults } = readCourseFolder(join(projectDir, "lessons"), projectDir);
  const leaveOut = ({ message }: Error): void =>
    console.error(`${message}; the exercises of this lesson are left out`);
  faults.forEach(leaveOut);
  const folder = join(projectDir, "dist");
  const entries = [...libraries, courseIn(folder, projectDir, lessons)].map(({ entry }) => entry);
  const declarations = new Declarations(projectDir, entries);
  const course = buildSound(folder, projectDir, lessons, leaveOut, declarations);
  await Promise.all([...libraries.map((one) => bundleTypes(one, declarations)), course]);
}

function librariesOf(projectDir: string): Bundle[] {
  return Object.entries(packageSources(projectDir)).map(([name, entry]) => ({
    projectDir,
    entry,
    out: name.replace("fall-line", "dist"),
    lessons: [],
  }));
}
