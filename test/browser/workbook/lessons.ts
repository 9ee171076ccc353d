import { join } from "node:path";
import { type CourseLesson, readCourse } from "../../../src/rendering/course.ts";
import { siteFiles } from "../../../src/pages/export.ts";
import { writeFolder } from "../../../src/pages/folder.ts";
import { projectDir, run } from "../harness/pages.ts";

/** Makes a site of lessons of the course in a folder: of all of them, or of those that are named. */
export async function lessonSite(folder: string, names?: readonly string[]): Promise<CourseLesson[]> {
  const notebooks = join(projectDir, "notebooks");
  const course = readCourse(notebooks).filter(({ name }) => names?.includes(name) ?? true);
  const executed = await run(course.map(({ name }) => name));
  const source = { projectDir, notebooks, library: join(projectDir, "dist", "index.js"), exercises: {} };
  writeFolder(folder, "site", await siteFiles(projectDir, course, executed, source));
  return course;
}
